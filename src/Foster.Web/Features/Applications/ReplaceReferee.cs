using Foster.Web.Features.Applications.Sections;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Applications;

public sealed record ReplaceRefereeInput(Guid RefereeId, AddRefereeInput By);

/// <summary>
/// An applicant names somebody else for a referee who declined or was not reached. Only that request opens the page once
/// their part is sent; the one who was replaced stays on record (R-REF-04, R-VAL-03).
/// </summary>
public sealed class ReplaceReferee(
    FosterDb db,
    RefereeAct act,
    ApplyReads reads,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(ReplaceRefereeInput input, Actor actor, CancellationToken ct)
    {
        if (
            await act.FindAsync(input.RefereeId, ct) is not { } found
            || found.Referee.PersonId != actor.PersonId
        )
            return Result.Refused("This person is not among those you named.");
        var earlier = found.Referee;
        var facts = (await reads.OfCaseAsync(earlier.CaseId, ct))!;
        var referee = new Referee
        {
            CouncilId = earlier.CouncilId,
            CaseId = earlier.CaseId,
            PersonId = earlier.PersonId,
            Name = input.By.Name,
            Kind = input.By.Kind,
            Relationship = input.By.Relationship,
            Email = input.By.Email,
            Telephone = input.By.Telephone,
            Address = input.By.Address,
            YearsKnown = input.By.YearsKnown,
            SaidToBeAdult = input.By.IsAdult,
            SharesName = input.By.SharesName,
            NominatedOn = facts.Today,
            ReplacesId = earlier.Id,
        };
        var before = earlier.State;
        var replaced = earlier.Replace(
            actor,
            [
                .. found.Against,
                .. RefereeRules.Against(referee, facts),
                .. AgainstMix(earlier, referee, facts),
            ]
        );
        if (!replaced.Ok)
            return replaced;
        db.Add(referee);
        await history.WriteAsync(
            actor,
            earlier.CaseId,
            new HistoryNote("referee.replaced", "Another referee was named in the place of one")
            {
                From = before,
                To = earlier.State,
                PersonId = earlier.PersonId,
                ForApplicant = "You named another person who can speak for you",
                Rules = ["R-REF-04", "R-VAL-03", "R-REF-03"],
                Payload = new { earlier.Id, By = referee.Id },
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    /// <summary>What the household lacks without the earlier one and had with them, said before anybody is named.</summary>
    public static IReadOnlyList<string> Wanted(Referee earlier, ApplyFacts facts)
    {
        var others = facts.Referees.Where(r => r.IsLive && r.Id != earlier.Id).ToList();
        return
        [
            .. facts
                .Needs.MissingOf(others)
                .Select(r => r.Reason)
                .Except(facts.Needs.MissingOf([.. others, earlier]).Select(r => r.Reason)),
        ];
    }

    /// <summary>What the household had with the earlier one has to stay: enough people, family, and somebody of long standing.</summary>
    private static IEnumerable<Refusal> AgainstMix(
        Referee earlier,
        Referee referee,
        ApplyFacts facts
    )
    {
        var others = facts.Referees.Where(r => r.IsLive && r.Id != earlier.Id).ToList();
        var lackedBefore = facts.Needs.MissingOf([.. others, earlier]).Select(r => r.Reason);
        return facts
            .Needs.MissingOf([.. others, referee])
            .ExceptBy(lackedBefore, r => r.Reason)
            .Select(r => r.RuleId == "R-REF-04" ? r with { Field = "years-known" } : r);
    }
}
