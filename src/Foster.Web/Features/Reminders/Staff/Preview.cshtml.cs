using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Reminders.Staff;

/// <summary>What will be told today or tomorrow, without telling anybody.</summary>
[ForRoles(Role.TeamManager)]
public sealed class PreviewModel(ReminderReads reads, LondonClock clock) : PageModel
{
    public bool Tomorrow { get; private set; }
    public IReadOnlyList<PreviewLine> Lines { get; private set; } = [];
    public int Count { get; private set; }
    public int After { get; private set; }
    public DateOnly Day => Tomorrow ? clock.Today.AddDays(1) : clock.Today;

    public string? Next => After + Lines.Count < Count ? Address($"{After + Lines.Count}") : null;

    public async Task OnGetAsync(string? day, string? after, CancellationToken ct)
    {
        Tomorrow = day != "today";
        After = int.TryParse(after, out var given) && given > 0 ? given : 0;
        (Lines, Count) = await reads.PreviewAsync(Day, After, ct);
    }

    public string Address(string? after = null) =>
        CaseLinks.With(ReminderLinks.Preview, ("day", Tomorrow ? null : "today"), ("after", after));
}
