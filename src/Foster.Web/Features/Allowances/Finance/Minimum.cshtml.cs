using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Allowances.Finance;

/// <summary>The national minimum year by year: what is here, who entered and confirmed it, and what is missing.</summary>
public sealed class MinimumModel(
    MinimumReads minimums,
    MinimumDue due,
    ActorSource actors,
    LondonClock clock
) : PageModel
{
    /// <summary>One year, its table if there is one, and what was entered for it last.</summary>
    public sealed record YearRow(TaxYear Year, MinimumTable? Table, MinimumLine? Entered)
    {
        /// <summary>It is entered, and nobody has confirmed it or sent it back yet.</summary>
        public bool IsWaiting => Table is null && Entered is { Outcome: null };
    }

    public IReadOnlyList<YearRow> Years { get; private set; } = [];

    public WorkNotice? Notice { get; private set; }

    public IReadOnlyList<MinimumLine> Waiting { get; private set; } = [];

    public bool MayEnter => actors.Required.Is(Role.FinanceOfficer);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var tables = await minimums.TablesAsync(actors.Required.CouncilId, ct);
        var behind = await minimums.BehindAsync(tables, ct);
        var rows = new List<YearRow>();
        foreach (var year in MinimumTerms.YearsOn(clock.Today))
        {
            var table = tables.Of(year);
            rows.Add(
                new YearRow(
                    year,
                    table,
                    table is null ? await minimums.LastAsync(year, ct)
                        : table.EntryId is { } id ? behind[id]
                        : null
                )
            );
        }
        Years = rows;
        Waiting = await minimums.WaitingAsync(ct);
        Notice = await due.OfAsync(actors.Required, clock.Today, ct);
    }

    public (string Text, string Colour) Tag(YearRow row) =>
        row switch
        {
            { Table.EntryId: not null } => ("Confirmed", "green"),
            { Table: not null } => ("Shipped with Foster", "blue"),
            { IsWaiting: true } => ("Waits for a second person", "yellow"),
            _ when clock.Today >= MinimumTables.MissedFrom(row.Year) => ("Missing", "red"),
            _ => ("Not here yet", "grey"),
        };

    /// <summary>Who entered the table that counts and who confirmed it, or how far the one is that was entered last.</summary>
    public static string Who(YearRow row) =>
        row switch
        {
            { Entered: { } line } =>
                $"Entered by {line.EnteredBy}, {Day(line.EnteredAt)}. {Answer(line)}",
            { Table: not null } => "Comes with Foster",
            _ => "Nobody has entered it yet",
        };

    /// <summary>A narrow column does not break the year at its hyphen.</summary>
    public static string Unbroken(TaxYear year) => year.ToString().Replace('-', '\u2011');

    private static string Answer(MinimumLine line) =>
        line is { Outcome: { } outcome, DecidedAt: { } at }
            ? $"{(outcome == MinimumOutcome.Confirmed ? "Confirmed" : "Sent back")} by {line.DecidedBy}, {Day(at)}."
            : "Waits for a second person.";

    private static string Day(DateTime at) => BritishDate.Long(London.DateOf(at));
}
