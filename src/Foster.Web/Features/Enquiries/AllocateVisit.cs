using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries;

public sealed record AllocateVisitInput(Guid CaseId, Guid AssessorId);

/// <summary>Names the assessor who visits; the case is open to them from then on.</summary>
public sealed class AllocateVisit(NameWorker name)
{
    public Task<Result> RunAsync(AllocateVisitInput input, Actor actor, CancellationToken ct) =>
        name.RunAsync(
            new(
                input.CaseId,
                input.AssessorId,
                Role.Assessor,
                EnquiryVerb.NameAssessor,
                "assessor"
            ),
            new HistoryNote("enquiry.assessor", "Asked to make the initial visit")
            {
                Rules = ["R-ENQ-05"],
            },
            actor,
            ct
        );
}
