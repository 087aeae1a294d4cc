using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Approvals.Panel;

/// <summary>A meeting with its agenda and the people asked to it.</summary>
public sealed class MeetingModel(
    PanelReads panel,
    DeadlineBook deadlines,
    ActorSource actors,
    LondonClock clock
) : PageModel
{
    public MeetingPage Shown { get; private set; } = null!;
    public bool IsAdviser { get; private set; }
    public bool CanMove => Shown.Meeting.AttendanceOn is null && Shown.Meeting.On >= clock.Today;
    public bool HasBeen => Shown.Meeting.On <= clock.Today;

    /// <summary>How the date for papers was counted.</summary>
    public string WhyPapers { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await panel.MeetingAsync(id, actors.Required, ct) is not { } shown)
            return NotFound();
        Shown = shown;
        IsAdviser = actors.Required.Is(Role.PanelAdviser);
        var due = await deadlines.PreviewAsync(DeadlineRules.PanelPapers, shown.Meeting.On, ct);
        WhyPapers = due.Explanation.Text;
        return Page();
    }
}
