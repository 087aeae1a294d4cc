using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;

namespace Foster.Web.Features.Applications;

/// <summary>The move from another service on the case page.</summary>
public sealed class TransferSection(TransferReads reads) : ICaseSection
{
    public int Order => 15;

    public async Task<CaseSection?> ForAsync(Guid caseId, Actor actor, CancellationToken ct)
    {
        if (
            !actor.Is(Role.RecruitmentOfficer, Role.Assessor, Role.TeamManager)
            || await reads.FindAsync(caseId, ct) is not { Transfer: { } transfer } view
        )
            return null;
        var facts = new List<CaseFact>
        {
            new("Fosters for", transfer.ServiceName),
            new("Child placed", transfer.ChildrenPlaced ? "Yes (R-TRF-03)" : "No (R-TRF-02)"),
        };
        if (view.Clock is { Status: DeadlineStatus.Open } clock)
            facts.Add(new("Meeting by (28 days, R-TRF-03)", BritishDate.Long(clock.DueOn)));
        facts.Add(
            new(
                "Old approval ends",
                transfer.OldApprovalEndsOn is { } on
                    ? BritishDate.Long(on)
                    : "Not recorded: nobody is approved here before (R-TRF-01)"
            )
        );
        return new CaseSection(
            "Transfer from another service",
            TransferMachine.Tag(transfer.State),
            facts,
            [
                new CaseAction(
                    "Open the transfer",
                    TransferLinks.Of(caseId),
                    transfer.HoldsAssessment
                ),
            ]
        );
    }
}

/// <summary>The addresses of transfers.</summary>
public static class TransferLinks
{
    public static string Of(Guid caseId) => $"/staff/cases/{caseId}/transfer";
}
