using Foster.TestKit;
using Foster.Web.Features.Allowances;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Allowances;

/// <summary>The national minimum as data: entered by one, confirmed by another, and only then used.</summary>
public abstract class MinimumTests(FosterHost host)
{
    private const string Why = "The amount for London, 3 to 4, was misread.";
    private static readonly TaxYear Next = new(2026);

    [Fact]
    public async Task Roles_and_persons_are_kept_apart_M_NMA_04_M_PAY_20()
    {
        var stage = await MinimumStage.SetAsync(host);
        foreach (var role in Enum.GetValues<Role>())
            Assert.Equal(
                role is Role.FinanceOfficer ? [] : ["M-NMA-04"],
                (await stage.TryEnterAsync(MinimumTablesTests.Terms(2026), role)).Refusals.Select(
                    r => r.RuleId
                )
            );
        var id = await stage.EnterAsync(2026);
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.TeamManager))
        {
            Assert.Equal(["M-NMA-04"], Rules(await stage.ConfirmAsync(id, role)));
            Assert.Equal(["M-NMA-04"], Rules(await stage.SendBackAsync(id, role: role)));
        }

        Assert.Equal(["M-PAY-20"], Rules(await stage.ConfirmAsync(id, account: stage.Officer)));
        Assert.Equal(["M-PAY-20"], Rules(await stage.SendBackAsync(id, account: stage.Officer)));
        Assert.Equal(["M-NMA-03"], Rules(await stage.ConfirmAsync(id, compared: false)));
        Assert.Equal(["R-VAL-06"], Rules(await stage.SendBackAsync(id, "Too short")));
        Assert.True((await stage.ConfirmAsync(id)).Ok);
        Assert.Equal(["M-NMA-04"], Rules(await stage.ConfirmAsync(id)));
        Assert.Equal(["M-NMA-04"], Rules(await stage.SendBackAsync(id)));
    }

    [Fact]
    public async Task Until_it_is_confirmed_it_is_used_nowhere_and_then_everywhere_M_NMA_04_M_NMA_05_M_NMA_06()
    {
        var stage = await MinimumStage.SetAsync(host);
        using var anyone = host.Visitor();
        var asked =
            $"{AllowancesLinks.Estimator}?council={stage.Council.Code}&age-1=16&region=London";
        var id = await stage.EnterAsync(2026, from: 250);

        Assert.Equal(new TaxYear(2025), (await stage.TablesAsync()).For(Next, Region.London)!.Year);
        var before = await anyone.GetAsync(asked);
        Assert.Contains("for 2025-26 (London)", before.Text);
        Assert.Contains("The table for 2026-27 is not known here yet", before.Text);
        Assert.Contains("£299.00", before.Text);
        var first = await ScheduleAsync(stage);
        Assert.True((await PublishAsync(stage, first)).Ok);

        Assert.True((await stage.ConfirmAsync(id)).Ok);

        Assert.Equal(Next, (await stage.TablesAsync()).For(Next, Region.London)!.Year);
        var second = await ScheduleAsync(stage);
        var refused = await PublishAsync(stage, second);
        Assert.Equal("below", Assert.Single(refused.Refusals).Field);
        Assert.Equal(PublishSchedule.TickBelow, refused.Reasons);
        IReadOnlyList<Refusal> below = [];
        await stage.AsAsync(
            Role.TeamManager,
            Guid.NewGuid(),
            async (s, _) =>
            {
                below = await s.GetRequiredService<PublishSchedule>().BelowAsync(second, default);
                return Result.Done;
            }
        );
        Assert.Equal(
            [
                "The standard is not met for 0 to 2: £170.00 a week is £80.00 below the national minimum of £250.00 (Rest of England, 2026-27).",
                "The standard is not met for 3 to 4: £176.00 a week is £75.00 below the national minimum of £251.00 (Rest of England, 2026-27).",
                "The standard is not met for 5 to 10: £194.00 a week is £58.00 below the national minimum of £252.00 (Rest of England, 2026-27).",
                "The standard is not met for 11 to 15: £220.00 a week is £33.00 below the national minimum of £253.00 (Rest of England, 2026-27).",
            ],
            below.Select(r => r.Reason)
        );
        Assert.All(below, r => Assert.Equal("M-NMA-05", r.RuleId));
        Assert.DoesNotContain(below, r => r.Reason.Contains("unlawful"));
    }

    [Fact]
    public async Task Who_asks_for_a_council_sees_what_it_has_confirmed_and_who_asks_for_none_what_is_shipped()
    {
        var stage = await MinimumStage.SetAsync(host);
        await MinimumStage.SetAsync(host);
        Assert.True((await stage.ConfirmAsync(await stage.EnterAsync(2026, from: 250))).Ok);
        using var anyone = host.Visitor();

        var own = await anyone.GetAsync(
            $"{AllowancesLinks.Estimator}?council={stage.Council.Code}&age-1=16&region=London"
        );
        var none = await anyone.GetAsync($"{AllowancesLinks.Estimator}?age-1=16&region=London");

        Assert.Contains("for 2026-27 (London)", own.Text);
        Assert.Contains("£264.00", own.Text);
        Assert.DoesNotContain("is not known here yet", own.Text);
        Assert.Contains("Fostering allowances, Department for Education, www.gov.uk", own.Text);
        Assert.Contains("for 2025-26 (London)", none.Text);
    }

    [Fact]
    public async Task Of_two_who_confirm_at_once_one_does_M_NMA_04()
    {
        for (var round = 0; round < 3; round++)
        {
            var stage = await MinimumStage.SetAsync(host);
            var (one, other) = (
                await stage.EnterAsync(2026),
                await stage.EnterAsync(2026, from: 220)
            );

            var same = await Task.WhenAll(stage.ConfirmAsync(one), stage.ConfirmAsync(one));
            Assert.Single(same, r => r.Ok);
            Assert.False((await stage.ConfirmAsync(other)).Ok);

            var (third, fourth) = (
                await stage.EnterAsync(2027),
                await stage.EnterAsync(2027, from: 220)
            );
            var different = await Task.WhenAll(
                stage.ConfirmAsync(third),
                stage.ConfirmAsync(fourth)
            );
            Assert.Single(different, r => r.Ok);
            Assert.Contains(
                "Another table of 2027-28 was confirmed after this one had been entered",
                different.Single(r => !r.Ok).Reasons
            );
            Assert.Equal(3, (await stage.TablesAsync()).All.Count(t => t.Year.Start == 2027));
        }
    }

    [Fact]
    public async Task A_wrong_table_is_replaced_by_a_further_one_and_stays_to_be_read()
    {
        var stage = await MinimumStage.SetAsync(host);
        Assert.Equal(
            ["R-VAL-06"],
            (await stage.TryEnterAsync(MinimumTablesTests.Terms(2025))).Refusals.Select(r =>
                r.RuleId
            )
        );
        var first = await stage.EnterAsync(2025, Why, 210);
        Assert.Null((await stage.TablesAsync()).Of(new(2025))!.EntryId);
        Assert.True((await stage.ConfirmAsync(first)).Ok);
        Assert.Equal(first, (await stage.TablesAsync()).Of(new(2025))!.EntryId);

        var (second, late) = (
            await stage.EnterAsync(2025, Why, 220),
            await stage.EnterAsync(2025, Why, 230)
        );
        Assert.True((await stage.ConfirmAsync(second)).Ok);

        Assert.Equal(second, (await stage.TablesAsync()).Of(new(2025))!.EntryId);
        Assert.Contains("Another table of 2025-26", (await stage.ConfirmAsync(late)).Reasons);
        var replaced = (await stage.FindAsync(first))!;
        Assert.Equal(MinimumStanding.Replaced, replaced.Standing);
        Assert.Equal(Money.Pounds(210), replaced.Rates[(Region.RestOfEngland, AgeBand.From0To2)]);
        Assert.Equal(Why, replaced.Line.Why);
        Assert.Equal(
            ["minimum.entered M-NMA-01 M-NMA-04", "minimum.confirmed M-NMA-04"],
            await HistoryOfAsync(first)
        );
    }

    [Fact]
    public async Task What_was_sent_back_is_used_nowhere_and_is_entered_anew()
    {
        var stage = await MinimumStage.SetAsync(host);
        var id = await stage.EnterAsync(2026);

        Assert.True((await stage.SendBackAsync(id)).Ok);

        Assert.Equal(["M-NMA-04"], Rules(await stage.ConfirmAsync(id)));
        Assert.Null((await stage.TablesAsync()).Of(Next));
        Assert.Equal(MinimumStanding.SentBack, (await stage.FindAsync(id))!.Standing);
        Assert.True((await stage.ConfirmAsync(await stage.EnterAsync(2026))).Ok);
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            stage.AsAsync(
                Role.TeamManager,
                Guid.NewGuid(),
                async (s, _) =>
                {
                    var db = s.GetRequiredService<FosterDb>();
                    db.Remove(await db.Set<MinimumEntry>().SingleAsync(e => e.Id == id));
                    return await db.SaveChangesAsync();
                }
            )
        );
    }

    [Fact]
    public async Task Another_council_sees_decides_and_is_measured_by_nothing_of_it()
    {
        var (stage, other) = (await MinimumStage.SetAsync(host), await MinimumStage.SetAsync(host));
        var id = await stage.EnterAsync(2026);

        Assert.Null(await other.FindAsync(id));
        Assert.Equal("There is no such table.", (await other.ConfirmAsync(id)).Reasons);
        Assert.Equal("There is no such table.", (await other.SendBackAsync(id)).Reasons);
        Assert.True((await stage.ConfirmAsync(id)).Ok);
        Assert.Null((await other.TablesAsync()).Of(Next));
    }

    [Fact]
    public async Task From_1_March_finance_and_managers_are_told_until_it_is_confirmed_M_NMA_04()
    {
        var stage = await MinimumStage.SetAsync(host);
        Assert.Null(await stage.NoticeAsync(new(2026, 2, 28)));
        foreach (var role in Enum.GetValues<Role>())
            Assert.Equal(
                role is Role.FinanceOfficer or Role.TeamManager,
                await stage.NoticeAsync(new(2026, 3, 1), role) is not null
            );
        var march = (await stage.NoticeAsync(new(2026, 3, 1), Role.FinanceOfficer))!;
        Assert.StartsWith(
            "The national minimum for 2026-27 begins on 6 April 2026, and its table is not confirmed here yet. Until then, what you pay is measured by 2025-26.",
            march.Text
        );
        Assert.Equal("/finance/minimum/new?year=2026", march.Href);
        Assert.Contains(
            "has counted since 6 April 2026",
            (await stage.NoticeAsync(new(2026, 4, 6)))!.Text
        );

        var back = await stage.EnterAsync(2026);
        Assert.Contains(
            "waits for a second person",
            (await stage.NoticeAsync(new(2026, 5, 15)))!.Text
        );
        await stage.SendBackAsync(back);
        Assert.Contains("was sent back on", (await stage.NoticeAsync(new(2026, 5, 15)))!.Text);
        await stage.ConfirmAsync(await stage.EnterAsync(2026));
        Assert.Null(await stage.NoticeAsync(new(2026, 5, 15)));
        Assert.Null(await stage.NoticeAsync(new(2027, 2, 28)));
        Assert.Contains("2027-28 begins", (await stage.NoticeAsync(new(2027, 3, 1)))!.Text);

        await stage.ConfirmAsync(await stage.EnterAsync(2027));
        Assert.Null(await stage.NoticeAsync(new(2028, 2, 29)));
        Assert.Contains("2028-29 begins", (await stage.NoticeAsync(new(2028, 3, 1)))!.Text);

        await stage.EnterAsync(2026, Why);
        Assert.Contains(
            "A table of the national minimum for 2026-27 waits for a second person",
            (await stage.NoticeAsync(new(2026, 5, 15)))!.Text
        );
        Assert.Null(await stage.NoticeAsync(new(2026, 5, 15), Role.FinanceOfficer));
    }

    [Fact]
    public async Task What_was_entered_for_a_year_is_turned_over_page_by_page()
    {
        var stage = await MinimumStage.SetAsync(host);
        var ids = new List<Guid>();
        for (var i = 0; i < MinimumReads.PageSize + 2; i++)
            ids.Add(await stage.EnterAsync(2026));
        await stage.EnterAsync(2027);

        var (first, rest) = await stage.AsAsync(
            Role.FinanceOfficer,
            stage.Officer,
            async (s, _) =>
            {
                var reads = s.GetRequiredService<MinimumReads>();
                var page = await reads.PageAsync(Next, null, default);
                return (page, await reads.PageAsync(Next, page.Next, default));
            }
        );

        Assert.Equal(
            ids.OrderByDescending(i => i),
            first.Items.Concat(rest.Items).Select(l => l.Id)
        );
        Assert.Equal(2, rest.Items.Count);
        Assert.Null(rest.Next);
    }

    private static IEnumerable<string?> Rules(Result result) =>
        result.Refusals.Select(r => r.RuleId);

    private static async Task<Guid> ScheduleAsync(MinimumStage stage) =>
        (
            await stage.AsAsync(
                Role.FinanceOfficer,
                stage.Officer,
                (s, actor) =>
                    s.GetRequiredService<EnterSchedule>()
                        .RunAsync(
                            new(
                                "Payments",
                                new(2026, 4, 6),
                                Region.RestOfEngland,
                                NationalMinimum
                                    .Shipped.For(new TaxYear(2025), Region.RestOfEngland)!
                                    .Rates,
                                []
                            ),
                            actor,
                            default
                        )
            )
        ).Value;

    private static Task<Result> PublishAsync(MinimumStage stage, Guid schedule) =>
        stage.AsAsync(
            Role.TeamManager,
            Guid.NewGuid(),
            (s, actor) =>
                s.GetRequiredService<PublishSchedule>()
                    .RunAsync(
                        new(schedule, "Decided by the cabinet on 5 February 2026, minute 12."),
                        actor,
                        default
                    )
        );

    private Task<List<string>> HistoryOfAsync(Guid subject) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<CouncilHistoryEntry>()
                .IgnoreQueryFilters()
                .Where(h => h.SubjectId == subject)
                .OrderBy(h => h.Id)
                .Select(h => h.Kind + " " + h.RuleIds)
                .ToListAsync()
        );

    public sealed class OnSqlite(SqliteHost host) : MinimumTests(host), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : MinimumTests(host),
            IClassFixture<PostgresHost>;
}
