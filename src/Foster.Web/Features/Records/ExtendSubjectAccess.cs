using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Records;

public sealed record ExtendSubjectAccessInput(Guid AccessId, string Reason);

/// <summary>A complex request gets two more months; the person is told within the first (R-DP-08).</summary>
public sealed class ExtendSubjectAccess(
    FosterDb db,
    SubjectAccessActs acts,
    DeadlineBook deadlines,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(
        ExtendSubjectAccessInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await acts.FindAsync(input.AccessId, ct) is not { } access)
            return Result.Refused(SubjectAccessActs.Nobody);
        var due = await deadlines.PreviewAsync(DeadlineRules.SubjectAccess, access.ReceivedOn, ct);
        var result = access.Extend(
            actor,
            clock.Today,
            input.Reason,
            [
                .. RecordsWords.AgainstOfficer(actor),
                .. ReasonRule.Against(input.Reason, "reason", "what makes it complex"),
                .. clock.Today > due.On
                    ? new[] { new Refusal("The first month is over.", "R-DP-08") }
                    : [],
            ]
        );
        if (!result.Ok)
            return result;
        await deadlines.CancelAsync(
            access.CaseId,
            DeadlineRules.SubjectAccess,
            "The time was extended.",
            ct,
            access.Id
        );
        await deadlines.OpenAsync(
            access.CouncilId,
            access.CaseId,
            access.Id,
            DeadlineRules.SubjectAccessExtended,
            access.ReceivedOn,
            actor.Role,
            ct
        );
        await history.WriteAsync(
            actor,
            access.CaseId,
            new HistoryNote("records.access-extended", "The time for a copy was extended")
            {
                Reason = input.Reason,
                PersonId = access.PersonId,
                ForApplicant = "We need two more months for the copy you asked for",
                Rules = ["R-DP-08"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
