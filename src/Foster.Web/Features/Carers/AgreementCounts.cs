using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Carers;

/// <summary>An agreement that a carer has not signed yet.</summary>
public sealed class AgreementCounts(FosterDb db) : INavigationCounts
{
    public string Href => CarerLinks.Agreement;

    public string Words(string number, bool one) => "it waits for your signature";

    public IQueryable<NavigationCount>? Of(Actor actor)
    {
        if (!actor.Is(Role.ApprovedCarer))
            return null;
        var agreements = db.Set<Agreement>();
        return db.Set<Council>()
            .Where(c => c.Id == actor.CouncilId)
            .Select(c => new NavigationCount
            {
                Href = CarerLinks.Agreement,
                // Of several versions only the last is to be signed.
                Number = agreements
                    .Where(a =>
                        !agreements.Any(o => o.CaseId == a.CaseId && o.Number > a.Number)
                        && !db.Set<AgreementSignature>()
                            .Any(s => s.AgreementId == a.Id && s.PartyId == actor.PersonId)
                    )
                    .Take(NavigationCount.Most)
                    .Count(),
            });
    }
}
