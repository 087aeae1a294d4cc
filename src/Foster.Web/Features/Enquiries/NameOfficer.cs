using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries;

public sealed record NameOfficerInput(Guid CaseId, Guid AccountId);

/// <summary>Gives an enquiry to one recruitment officer: whom the enquirer asks, and who is reminded (R-ENQ-01).</summary>
public sealed class NameOfficer(NameWorker name)
{
    public Task<Result> RunAsync(NameOfficerInput input, Actor actor, CancellationToken ct) =>
        name.RunAsync(
            new(
                input.CaseId,
                input.AccountId,
                Role.RecruitmentOfficer,
                EnquiryVerb.NameOfficer,
                "officer"
            ),
            new HistoryNote("enquiry.officer", "Given to one recruitment officer")
            {
                Rules = ["R-ENQ-01"],
            },
            actor,
            ct
        );
}
