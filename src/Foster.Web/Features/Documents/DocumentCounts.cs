using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Documents;

/// <summary>The documents that an applicant still has to send, beside their application: the same that it lists.</summary>
public sealed class DocumentCounts(FosterDb db) : INavigationCounts
{
    public string Href => "/apply";

    public string Words(string number, bool one) =>
        one ? "1 thing waits for you" : $"{number} things wait for you";

    public IQueryable<NavigationCount>? Of(Actor actor)
    {
        if (!actor.Is(Role.ProspectiveCarer))
            return null;
        var (states, kinds) = (DocumentMachine.Waiting, DocumentKinds.Uploaded);
        return db.Set<Council>()
            .Where(c => c.Id == actor.CouncilId)
            .Select(c => new NavigationCount
            {
                Href = "/apply",
                Number = db.Set<Document>()
                    .Where(d => d.PersonId == actor.PersonId || d.PersonId == null)
                    .Where(d => states.Contains(d.State) && kinds.Contains(d.Kind))
                    .Where(d => db.Set<Case>().Any(of => of.Id == d.CaseId && of.ClosedOn == null))
                    .Take(NavigationCount.Most)
                    .Count(),
            });
    }
}
