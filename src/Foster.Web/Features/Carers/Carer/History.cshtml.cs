using Foster.Web.Foundation.Actors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Carers.Carer;

/// <summary>What has happened since the first enquiry, in words for the carer.</summary>
public sealed class HistoryModel(CarerReads carers, ActorSource actors) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true, Name = "after")]
    public Guid? After { get; set; }

    public IReadOnlyList<CarerEvent> Events { get; private set; } = [];
    public string? NextHref { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (
            actors.Required.PersonId is not { } person
            || await carers.CaseOfAsync(person, ct) is not { } caseId
        )
            return NotFound();
        var found = await carers.HistoryAsync(caseId, person, After, PageSize + 1, ct);
        Events = [.. found.Take(PageSize)];
        if (found.Count > PageSize)
            NextHref = $"{CarerLinks.History}?after={Events[^1].Id}";
        return Page();
    }
}
