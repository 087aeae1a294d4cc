using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;

namespace Foster.Web.Features.Carers;

/// <summary>The dates of a carer: what they do themselves, and what the service does. None that is unannounced (R-SOD-11).</summary>
public sealed class CarerOwnWork(CarerReads carers) : IOwnWork
{
    private static readonly string[] Training =
    [
        DeadlineRules.TrainingStandards.Key,
        DeadlineRules.TrainingStandardsConnected.Key,
    ];

    public async Task<IReadOnlyList<OwnItem>> OfAsync(Actor actor, CancellationToken ct)
    {
        if (
            !actor.Is(Role.ApprovedCarer)
            || actor.PersonId is not { } person
            || await carers.CaseOfAsync(person, ct) is not { } caseId
            || await carers.FindAsync(caseId, ct) is not { } household
        )
            return [];
        var signed = household.Agreement.Of(person) is not null;
        var agreement = DeadlineRules.AgreementSigned.Key;
        return
        [
            .. from d in await carers.DatesForCarerAsync(household, person, ct)
            where d.Status == DeadlineStatus.Open
            select new OwnItem(
                d.Title,
                d.LineKey == agreement ? CarerLinks.Agreement : null,
                !(Training.Contains(d.LineKey) || (d.LineKey == agreement && !signed)),
                d.Since,
                d.DueOn,
                d.Why
            )
            {
                IsClock = true,
            },
        ];
    }
}
