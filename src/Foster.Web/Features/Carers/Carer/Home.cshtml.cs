using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Carers.Carer;

/// <summary>Where a carer's day starts: who supports them, what to do next, their terms and dates.</summary>
public sealed class HomeModel(CarerReads carers, ActorSource actors, FosterDb db, OwnWork work)
    : PageModel
{
    public CarerHousehold Household { get; private set; } = null!;
    public CarerLine Own { get; private set; } = null!;
    public CarerLine? Partner { get; private set; }
    public Council Council { get; private set; } = null!;
    public IReadOnlyList<CarerDate> Dates { get; private set; } = [];

    public bool HasSigned => Household.Agreement.Of(Own.PersonId) is not null;

    public CarerDate? SignBy => Date(DeadlineRules.AgreementSigned);

    public CarerDate? NameBy => Date(DeadlineRules.SupervisorNamed);

    /// <summary>What waits for the carer, and what they wait for.</summary>
    public OwnWorkView Waiting { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var actor = actors.Required;
        if (
            actor.PersonId is not { } person
            || await carers.CaseOfAsync(person, ct) is not { } caseId
            || await carers.FindAsync(caseId, ct) is not { } household
        )
            return NotFound();
        Household = household;
        Own = household.Carers.Single(c => c.PersonId == person);
        Partner = household.Carers.FirstOrDefault(c => c.PersonId != person);
        Council = await db.Set<Council>()
            .AsNoTracking()
            .SingleAsync(c => c.Id == actor.CouncilId, ct);
        Waiting = await work.OfAsync(actor, ct);
        Dates = await carers.DatesForCarerAsync(household, person, ct);
        return Page();
    }

    private CarerDate? Date(DeadlineLine line) =>
        Dates.FirstOrDefault(d => d.LineKey == line.Key && d.Status == DeadlineStatus.Open);
}
