using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Cases;

/// <summary>What is overdue or due today, beside "My work".</summary>
public sealed class WorkCounts(FosterDb db, WorkReads work, LondonClock clock) : INavigationCounts
{
    public string Href => CaseLinks.Work;

    public string Words(string number, bool one) =>
        one ? "1 thing is due" : $"{number} things are due";

    public IQueryable<NavigationCount>? Of(Actor actor)
    {
        var today = clock.Today;
        var due = work.Held(actor).Where(d => d.DueOn <= today);
        return db.Set<Council>()
            .Where(c => c.Id == actor.CouncilId)
            .Select(c => new NavigationCount
            {
                Href = CaseLinks.Work,
                Number = due.Take(NavigationCount.Most).Count(),
            });
    }
}
