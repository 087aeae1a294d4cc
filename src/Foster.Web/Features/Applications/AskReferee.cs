using Foster.Web.Features.Applications.Emails;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Applications;

/// <param name="ConsentSeenOn">The day a consent on paper was seen, where the application holds none.</param>
public sealed record AskRefereeInput(
    Guid RefereeId,
    RefereeRoute Route,
    DateOnly On,
    DateOnly? ConsentSeenOn
);

/// <summary>
/// A worker asks a referee: by a link in an e-mail, by a letter with the link, or by telephone. From that day they are
/// chased until they answer (CHK-13, R-REF-01).
/// </summary>
public sealed class AskReferee(
    FosterDb db,
    RefereeAct act,
    RefereeReads referees,
    BackDating backDating,
    CaseHistory history,
    LondonClock clock
)
{
    public const string Check = "CHK-13";

    public async Task<Result> RunAsync(AskRefereeInput input, Actor actor, CancellationToken ct)
    {
        if (await act.FindAsync(input.RefereeId, ct) is not { } found)
            return Result.Refused("This referee is not open to you.");
        var referee = found.Referee;
        var against = new List<Refusal>(found.Against);
        if (input.Route == RefereeRoute.Email && referee.Email is null)
            against.Add(
                new Refusal(
                    "There is no e-mail address for this referee. Print a letter, or ask them by telephone.",
                    "R-REF-01",
                    "route"
                )
            );
        if (input.Route != RefereeRoute.Telephone && referee.AnsweredOn is not null)
            against.Add(
                new Refusal(
                    "They have sent their reference already, so there is no link for them. Ask for the interview by telephone.",
                    "R-REF-01",
                    "route"
                )
            );
        if (input.Route != RefereeRoute.Telephone && input.On != clock.Today)
            against.Add(new Refusal("A link is sent today.", "R-VAL-04", "on"));
        if (input.On < referee.NominatedOn)
            against.Add(
                new Refusal(
                    $"The date is before the day the referee was named, {BritishDate.Long(referee.NominatedOn)}.",
                    "R-VAL-03",
                    "on"
                )
            );
        against.AddRange(await backDating.AgainstAsync(input.On, actor, ct));
        against.AddRange(await AgainstConsentAsync(referee, input, ct));
        var before = referee.State;
        var asked = referee.Ask(actor, input.On, input.Route, input.ConsentSeenOn, against);
        if (!asked.Ok)
            return asked;
        await act.ExpectAsync(referee, input.On, ct);
        if (input.Route == RefereeRoute.Email)
        {
            var by = await act.AnswerByAsync(input.On, ct);
            await act.WriteAsync(
                referee,
                (to, link, until) => RefereeEmails.Asked(to, link, until, by),
                ct
            );
        }
        await history.WriteAsync(
            actor,
            referee.CaseId,
            new HistoryNote("referee.asked", $"A referee was asked {Words(input.Route)}")
            {
                OccurredOn = input.On,
                From = before,
                To = referee.State,
                PersonId = referee.PersonId,
                ForApplicant = "We asked one of the people you named to speak for you",
                Rules = ["R-REF-01", "R-ASSESS-02", Check],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    public static string Words(RefereeRoute route) =>
        route switch
        {
            RefereeRoute.Email => "by e-mail",
            RefereeRoute.Letter => "by letter",
            _ => "by telephone",
        };

    /// <summary>The applicant who named them agreed that they are interviewed (R-APP-05).</summary>
    private async Task<IReadOnlyList<Refusal>> AgainstConsentAsync(
        Referee referee,
        AskRefereeInput input,
        CancellationToken ct
    )
    {
        var stopped = await act.AgainstConsentAsync(referee, ct);
        if (stopped.Count > 0)
            return stopped;
        if (await referees.ConsentedAsync(referee.CaseId, referee.PersonId, ct))
            return [];
        if (input.ConsentSeenOn is not { } seen)
            return
            [
                new Refusal(
                    "There is no consent on record. Enter the day you saw the signed consent.",
                    "R-APP-05",
                    "consent"
                ),
            ];
        return seen > input.On
            ? [new Refusal("Consent comes before the referee is asked.", "R-VAL-04", "consent")]
            : [];
    }
}
