using Foster.Web.Foundation.Clock;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Approvals.Decisions;

/// <summary>The decision maker's desk: what waits, with its seven working days, and what was decided.</summary>
public sealed class DeskModel(DecisionReads decisions, LondonClock clock) : PageModel
{
    public DateOnly Today => clock.Today;
    public IReadOnlyList<DeskRow> Waiting { get; private set; } = [];
    public IReadOnlyList<DoneRow> Done { get; private set; } = [];
    public string? WaitingNext { get; private set; }
    public string? DoneNext { get; private set; }
    public bool IsFirst { get; private set; }

    public async Task OnGetAsync(string? after, string? before, CancellationToken ct)
    {
        IsFirst = after is null && before is null;
        var waiting = await decisions.WaitingAsync(Cursor.Read(after, Cursor.Start), ct);
        var done = await decisions.DoneAsync(Cursor.Read(before, Cursor.End), ct);
        Waiting = [.. waiting.Take(DecisionReads.PageSize)];
        Done = [.. done.Take(DecisionReads.PageSize)];
        if (waiting.Count > DecisionReads.PageSize)
            WaitingNext = $"/decisions?after={new Cursor(Waiting[^1].SentOn, Waiting[^1].CaseId)}";
        if (done.Count > DecisionReads.PageSize)
            DoneNext = $"/decisions?before={new Cursor(Done[^1].DecidedOn, Done[^1].Id)}";
    }
}
