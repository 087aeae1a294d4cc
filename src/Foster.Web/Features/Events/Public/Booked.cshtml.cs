using Foster.Web.Foundation.Actors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Events.Public;

/// <summary>After a booking: it says nothing of who booked, so that anybody may open it.</summary>
public sealed class BookedModel(EventReads reads) : PageModel
{
    public Council Council { get; private set; } = null!;

    public EventLine Line { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid eventId, CancellationToken ct)
    {
        if (await reads.OpenAsync(eventId, ct) is not var (council, line))
            return NotFound();
        (Council, Line) = (council, line);
        return Page();
    }
}
