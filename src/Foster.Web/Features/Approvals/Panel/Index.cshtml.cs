using Foster.Web.Foundation.Actors;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Approvals.Panel;

/// <summary>Panel's start: what to read and declare, or what is due; the meetings to come and those that have been.</summary>
public sealed class IndexModel(
    PanelReads panel,
    ActorSource actors,
    Foundation.Clock.LondonClock clock
) : PageModel
{
    public bool IsAdviser { get; private set; }
    public DateOnly Today => clock.Today;
    public IReadOnlyList<MeetingRow> Coming { get; private set; } = [];
    public IReadOnlyList<MeetingRow> Past { get; private set; } = [];
    public IReadOnlyList<DueRow> Due { get; private set; } = [];
    public string? ComingNext { get; private set; }
    public string? PastNext { get; private set; }
    public bool IsFirst { get; private set; }

    public async Task OnGetAsync(string? after, string? before, CancellationToken ct)
    {
        var actor = actors.Required;
        IsAdviser = actor.Is(Role.PanelAdviser);
        IsFirst = after is null && before is null;
        var coming = await panel.ComingAsync(actor, Cursor.Read(after, Cursor.Start), ct);
        var past = await panel.PastAsync(actor, Cursor.Read(before, Cursor.End), ct);
        Coming = [.. coming.Take(PanelReads.PageSize)];
        Past = [.. past.Take(PanelReads.PageSize)];
        if (coming.Count > PanelReads.PageSize)
            ComingNext = $"/panel?after={new Cursor(Coming[^1].On, Coming[^1].Id)}";
        if (past.Count > PanelReads.PageSize)
            PastNext = $"/panel?before={new Cursor(Past[^1].On, Past[^1].Id)}";
        if (IsAdviser)
            Due = await panel.DueAsync(ct);
    }
}
