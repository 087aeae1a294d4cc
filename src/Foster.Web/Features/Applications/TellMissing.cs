using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Applications;

public sealed record TellMissingInput(Guid CaseId);

/// <summary>Staff tell the applicants that something is missing; what it is, each reads on their own task list (R-APP-02).</summary>
public sealed class TellMissing(
    FosterDb db,
    ApplyReads reads,
    ApplicantMail mail,
    DeadlineBook deadlines,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(TellMissingInput input, Actor actor, CancellationToken ct)
    {
        if (!actor.Is(Role.RecruitmentOfficer, Role.TeamManager))
            return Result.Refused("This is for recruitment officers and team managers.");
        var facts = await reads.OfCaseAsync(input.CaseId, ct);
        if (facts?.Application.State != ApplicationState.Draft)
            return Result.Refused("There is no application here that is being filled in.");
        await mail.IncompleteAsync(
            facts,
            [.. facts.Applicants.Where(a => !a.Part.IsSent && a.HasAccount)],
            ct
        );
        await deadlines.MeetAsync(
            input.CaseId,
            DeadlineRules.IncompleteApplicationReply,
            clock.Today,
            ct
        );
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote("application.missing-told", "Applicants told what is missing")
            {
                ForApplicant = "We told you that the application is not complete yet",
                Rules = ["R-APP-02"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
