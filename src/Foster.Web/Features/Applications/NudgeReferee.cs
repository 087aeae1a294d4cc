using Foster.Web.Features.Applications.Emails;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Applications;

public sealed record NudgeRefereeInput(Guid RefereeId);

/// <summary>An applicant has us remind somebody they named, once in seven days at most.</summary>
public sealed class NudgeReferee(
    FosterDb db,
    RefereeAct act,
    CaseHistory history,
    LondonClock clock
)
{
    public const int Days = 7;

    public async Task<Result> RunAsync(NudgeRefereeInput input, Actor actor, CancellationToken ct)
    {
        if (
            await act.FindAsync(input.RefereeId, ct) is not { } found
            || found.Referee.PersonId != actor.PersonId
        )
            return Result.Refused("This person is not among those you named.");
        var referee = found.Referee;
        var nudged = referee.Nudge(
            actor,
            clock.Today,
            [
                .. found.Against,
                .. Against(referee, clock.Today),
                .. (await act.AgainstConsentAsync(referee, ct)).Select(_ => Stopped),
            ]
        );
        if (!nudged.Ok)
            return nudged;
        await act.WriteAsync(referee, RefereeEmails.Reminded, ct);
        await history.WriteAsync(
            actor,
            referee.CaseId,
            new HistoryNote("referee.nudged", "The applicant had a referee reminded")
            {
                PersonId = referee.PersonId,
                ForApplicant = "We reminded one of the people you named, as you asked",
                Rules = ["R-ASSESS-02"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    /// <summary>What the applicant reads who has stopped the interviews themself.</summary>
    public static Refusal Stopped { get; } =
        new(
            "You do not agree to interviews with the people you name, so we do not write to them. You can agree after all under “What we may check”.",
            "R-APP-05"
        );

    /// <summary>The same for the pages of the applicant, in words; null when it can be done.</summary>
    public static string? WhyNot(ApplicantFacts who, Referee referee, DateOnly today) =>
        who.Stops(AskReferee.Check) ? Stopped.Reason
        : Against(referee, today) is [var not, ..] ? not.Reason
        : null;

    /// <summary>Why it cannot be done yet, with the day from which it can; empty when it can.</summary>
    public static IReadOnlyList<Refusal> Against(Referee referee, DateOnly today)
    {
        if (referee.Email is null)
            return
            [
                new Refusal(
                    "We have no email address for them. You can speak with them yourself.",
                    "R-ASSESS-02"
                ),
            ];
        if (referee.AnsweredOn is not null)
            return
            [
                new Refusal(
                    "They have answered us in writing. We will talk with them.",
                    "R-REF-01"
                ),
            ];
        return referee.WrittenOn is { } last && today < last.AddDays(Days)
            ?
            [
                new Refusal(
                    $"They were last asked on {BritishDate.Long(last)}. You can remind them from {BritishDate.Long(last.AddDays(Days))}.",
                    "R-ASSESS-02"
                ),
            ]
            : [];
    }
}
