using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;

namespace Foster.Web.Features.Allowances;

/// <summary>
/// From 1 March on, the table of the year that begins on 6 April is missed until it is confirmed (M-NMA-04): finance
/// officers and team managers are told where their work begins. So is the manager when a correction waits for them.
/// </summary>
public sealed class MinimumDue(MinimumReads minimums) : IWorkNotice
{
    public async Task<WorkNotice?> OfAsync(Actor actor, DateOnly today, CancellationToken ct)
    {
        if (!actor.Is(Role.FinanceOfficer, Role.TeamManager))
            return null;
        var tables = await minimums.TablesAsync(actor.CouncilId, ct);
        var missing = tables.MissingOn(today);
        if (missing.Count > 0)
            return await OfMissingAsync(actor, today, tables, missing, ct);
        var waiting = (await minimums.WaitingAsync(ct)).FirstOrDefault(l =>
            l.EnteredById != actor.AccountId
        );
        return waiting is null || !actor.Is(Role.TeamManager)
            ? null
            : new WorkNotice(
                $"A table of the national minimum for {waiting.Table} waits for a second person. {Entered(waiting)}.",
                "Compare it with its source",
                AllowancesLinks.MinimumEntry(waiting.Id)
            );
    }

    private async Task<WorkNotice> OfMissingAsync(
        Actor actor,
        DateOnly today,
        MinimumTables tables,
        IReadOnlyList<TaxYear> missing,
        CancellationToken ct
    )
    {
        var year = missing[0];
        var text = string.Join(' ', missing.Select(y => Missed(y, today)));
        if (tables.For(year, Region.RestOfEngland) is { } standsIn)
            text += $" Until then, what you pay is measured by {standsIn.Year}.";
        return await minimums.LastAsync(year, ct) switch
        {
            { Outcome: null } waiting => new(
                $"{text} {Entered(waiting)}, and it waits for a second person.",
                waiting.EnteredById != actor.AccountId && actor.Is(Role.TeamManager)
                    ? "Compare it with its source"
                    : "Look at it",
                AllowancesLinks.MinimumEntry(waiting.Id)
            ),
            { Outcome: MinimumOutcome.SentBack, DecidedAt: { } at } back => new(
                $"{text} The one that was entered was sent back on {Day(at)}.",
                "Read why",
                AllowancesLinks.MinimumEntry(back.Id)
            ),
            _ when actor.Is(Role.FinanceOfficer) => new(
                text,
                "Enter it",
                AllowancesLinks.NewMinimumOf(year)
            ),
            _ => new(
                text + " A finance officer enters it, and you confirm it.",
                "See the tables",
                AllowancesLinks.Minimum
            ),
        };
    }

    private static string Missed(TaxYear year, DateOnly today) =>
        today < year.First
            ? $"The national minimum for {year} begins on {BritishDate.Long(year.First)}, and its table is not confirmed here yet."
            : $"The national minimum for {year} has counted since {BritishDate.Long(year.First)}, and its table is not confirmed here yet.";

    private static string Entered(MinimumLine line) =>
        $"{line.EnteredBy} entered it on {Day(line.EnteredAt)}";

    private static string Day(DateTime at) => BritishDate.Long(London.DateOf(at));
}
