using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Approvals.Panel;

/// <summary>Cases that are ready for panel and on no agenda.</summary>
[ForRoles(Role.PanelAdviser)]
public sealed class ReadyModel(PanelReads panel) : PageModel
{
    public IReadOnlyList<ReadyRow> Rows { get; private set; } = [];
    public string? Next { get; private set; }
    public bool IsFirst { get; private set; }

    public async Task OnGetAsync(string? after, CancellationToken ct)
    {
        var rows = await panel.ReadyAsync(Cursor.Read(after, Cursor.Start), ct);
        IsFirst = after is null;
        Rows = [.. rows.Take(PanelReads.PageSize)];
        if (rows.Count > PanelReads.PageSize)
            Next = $"/panel/ready?after={new Cursor(Rows[^1].ReadyOn, Rows[^1].CaseId)}";
    }
}
