using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Approvals.Panel;

/// <summary>Decisions of which the people are still to be told (R-ADM-04).</summary>
[ForRoles(Role.PanelAdviser)]
public sealed class NoticesModel(DecisionReads decisions, LondonClock clock) : PageModel
{
    public DateOnly Today => clock.Today;
    public IReadOnlyList<NoticeRow> Rows { get; private set; } = [];
    public string? Next { get; private set; }
    public bool IsFirst { get; private set; }

    public async Task OnGetAsync(string? after, CancellationToken ct)
    {
        var rows = await decisions.NoticesDueAsync(Cursor.Read(after, Cursor.Start), ct);
        IsFirst = after is null;
        Rows = [.. rows.Take(DecisionReads.PageSize)];
        if (rows.Count > DecisionReads.PageSize)
            Next = $"/panel/notices?after={new Cursor(Rows[^1].DecidedOn, Rows[^1].Id)}";
    }
}
