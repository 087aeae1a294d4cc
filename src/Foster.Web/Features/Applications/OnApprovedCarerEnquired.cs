using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Applications;

/// <summary>A carer of another service enquires: the case goes on the transfer track (R-ENQ-12). The enquiry saves.</summary>
public sealed class OnApprovedCarerEnquired(TransferBook book) : IOn<ApprovedCarerEnquired>
{
    public Task HandleAsync(ApprovedCarerEnquired happened, Actor actor, CancellationToken ct) =>
        book.OpenAsync(happened.CaseId, happened.Service, happened.ChildrenPlaced, actor, ct);
}
