using Foster.Web.Features.Applications.Emails;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Applications;

/// <param name="How">Whom and how, such as «by telephone, left a message»; kept for staff.</param>
/// <param name="Write">Send them one more link by e-mail as well.</param>
public sealed record ChaseRefereeInput(Guid RefereeId, string How, bool Write);

/// <summary>A worker asks a referee again. Each time is kept (R-ASSESS-02).</summary>
public sealed class ChaseReferee(
    FosterDb db,
    RefereeAct act,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(ChaseRefereeInput input, Actor actor, CancellationToken ct)
    {
        if (await act.FindAsync(input.RefereeId, ct) is not { } found)
            return Result.Refused("This referee is not open to you.");
        var referee = found.Referee;
        var against = new List<Refusal>(found.Against);
        if (input.Write && referee.Email is null)
            against.Add(
                new Refusal("There is no e-mail address for this referee.", "R-ASSESS-02", "write")
            );
        if (input.Write && referee.AnsweredOn is not null)
            against.Add(
                new Refusal(
                    "They have sent their reference already, so there is no link for them. Chase the interview by telephone.",
                    "R-REF-01",
                    "write"
                )
            );
        against.AddRange(await act.AgainstConsentAsync(referee, ct));
        if (string.IsNullOrWhiteSpace(input.How))
            against.Add(new Refusal("Enter how you chased them.", "R-ASSESS-02", "how"));
        var before = referee.Chases;
        var chased = referee.Chase(actor, clock.Today, against);
        if (!chased.Ok)
            return chased;
        await act.ChasedAsync(referee, before, clock.Today, ct);
        await act.ExpectAsync(referee, referee.AskedOn!.Value, ct);
        if (input.Write)
            await act.WriteAsync(referee, RefereeEmails.Reminded, ct);
        await history.WriteAsync(
            actor,
            referee.CaseId,
            new HistoryNote("referee.chased", "A referee was chased")
            {
                Reason = input.How,
                PersonId = referee.PersonId,
                ForApplicant = "We asked one of the people you named again",
                Rules = ["R-ASSESS-02"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
