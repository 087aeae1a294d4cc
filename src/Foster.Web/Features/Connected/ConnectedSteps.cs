using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Connected;

/// <summary>What this actor may do with a connected case now; the next step of its road is marked.</summary>
public static class ConnectedSteps
{
    public static IReadOnlyList<CaseAction> For(
        ConnectedReferral referral,
        bool restricted,
        Actor actor
    )
    {
        var caseId = referral.CaseId;
        var all = new (ConnectedVerb Verb, string Text, string Href, ConnectedState? NextIn)[]
        {
            (
                ConnectedVerb.LogContact,
                "Log a contact with the family",
                ConnectedLinks.Contact(caseId),
                ConnectedState.New
            ),
            (
                ConnectedVerb.GoOn,
                "Go on: assess them for this child",
                ConnectedLinks.GoOn(caseId),
                ConnectedState.Contacted
            ),
            (
                ConnectedVerb.Return,
                "Send it back to general recruitment",
                ConnectedLinks.Return(caseId),
                null
            ),
            (ConnectedVerb.End, "End this case", ConnectedLinks.End(caseId), null),
        };
        return
        [
            .. all.Where(s => referral.Against(s.Verb, actor.Role).Count == 0)
                .Select(s => new CaseAction(s.Text, s.Href, s.NextIn == referral.State)),
            // Of a restricted case somebody has to name the team manager who decides.
            .. restricted && actor.Has(Capability.IntakeOfficer)
                ? new[] { new CaseAction("Name people who may open it", CaseLinks.People(caseId)) }
                : [],
        ];
    }
}
