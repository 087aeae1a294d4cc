using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.History;

namespace Foster.Web.Features.Applications;

/// <summary>A carer of another service enquires: the case goes on the transfer track (R-ENQ-12). The enquiry saves.</summary>
public sealed class OnApprovedCarerEnquired(TransferBook book, CaseHistory history)
    : IOn<ApprovedCarerEnquired>
{
    public Task HandleAsync(ApprovedCarerEnquired happened, Actor actor, CancellationToken ct) =>
        history.WriteAsync(
            actor,
            happened.CaseId,
            book.Open(happened.CaseId, happened.Service, happened.ChildrenPlaced, actor),
            ct
        );
}
