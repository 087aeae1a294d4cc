using System.Net;
using System.Text;
using Foster.TestKit;
using Foster.Web.Features.Allowances;
using Foster.Web.Features.Operate.Demo;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Allowances;

/// <summary>Schedules are entered by one person, published by another, and seen by their council alone.</summary>
public abstract class SchedulePagesTests(FosterHost host)
{
    private const string Because = "Decided by the cabinet on 5 February 2026, minute 12.";

    [Fact]
    public async Task One_enters_it_another_publishes_it_and_then_everybody_is_paid_by_it()
    {
        using var finance = host.Visitor();
        await finance.SignInAsync("finance@foster.example");
        var page = await finance.GetAsync(AllowancesLinks.New);
        var form = page.Form("main form[method=post]")
            .Fill("Name of the schedule", "Payments from May")
            .FillDate("From which day is it valid?", new DateOnly(2026, 5, 1))
            .Fill("0 to 2", "171")
            .Fill("3 to 4", "177.50")
            .Fill("5 to 10", "195")
            .Fill("11 to 15", "221")
            .Fill("16 to 17", "259")
            .Fill("Name of level 1 (optional)", "Starter")
            .Fill("Fee of level 1 (optional)", "80")
            .Fill("Name of level 2 (optional)", "Skilled");
        var half = await form.SubmitAsync();
        Assert.Contains(half.ErrorSummary, e => e.Text == "Enter the fee of level 2");

        var entered = await half.Form("main form[method=post]")
            .Fill("Fee of level 2 (optional)", "160")
            .SubmitAsync();

        Assert.Contains("The draft is entered", entered.Notification);
        var id = Guid.Parse(entered.Address.Segments[^1]);
        Assert.Contains("so 2025-26 stands in", entered.Text);
        Assert.DoesNotContain("Publish this schedule", entered.Text);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await finance.GetAsync(AllowancesLinks.Publish(id))).Status
        );
        using var anyone = host.Visitor();
        Assert.DoesNotContain("£177.50", (await anyone.GetAsync(AllowancesLinks.Estimator)).Text);

        using var other = host.Visitor();
        await other.SignInAsync("manager@other.foster.example");
        foreach (
            var address in new[]
            {
                AllowancesLinks.Schedule(id),
                AllowancesLinks.Publish(id),
                AllowancesLinks.Discard(id),
                AllowancesLinks.File(id),
            }
        )
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address)).Status);
        Assert.DoesNotContain(
            "Payments from May",
            (await other.GetAsync(AllowancesLinks.Schedules)).Text
        );

        using var manager = host.Visitor();
        await manager.SignInAsync("manager@foster.example");
        var published = await (await manager.GetAsync(AllowancesLinks.Publish(id)))
            .Form("main form[method=post]")
            .Fill("On whose decision is it published?", Because)
            .SubmitAsync();
        Assert.Equal("The schedule is published.", published.Notification);
        Assert.Contains("Paid now", published.Text);
        Assert.Contains("£177.50", (await anyone.GetAsync(AllowancesLinks.Estimator)).Text);
        Assert.Contains(
            "decided on already",
            (await manager.GetAsync(AllowancesLinks.Publish(id))).Text
        );
        Assert.Contains("M-NMA-05", await RulesOfAsync("schedule.published", id));
    }

    [Fact]
    public async Task Whoever_entered_it_never_publishes_it_whatever_their_role_M_PAY_20_M_NMA_04()
    {
        var both = Guid.NewGuid();
        var id = await EnterAsync(both);

        var same = await AsAsync<PublishSchedule>(
            Role.TeamManager,
            both,
            (op, actor) => op.RunAsync(new(id, Because), actor, default)
        );
        Assert.Equal(["M-PAY-20"], same.Refusals.Select(r => r.RuleId));
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.TeamManager))
            Assert.Contains(
                "M-NMA-04",
                (
                    await AsAsync<PublishSchedule>(
                        role,
                        Guid.NewGuid(),
                        (op, actor) => op.RunAsync(new(id, Because), actor, default)
                    )
                ).Refusals.Select(r => r.RuleId)
            );
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.FinanceOfficer))
            Assert.False((await TryEnterAsync(role, Guid.NewGuid(), Terms())).Ok);
        Assert.Contains(
            "R-VAL-06",
            (await PublishAsync(id, "Too short")).Refusals.Select(r => r.RuleId)
        );

        Assert.True((await PublishAsync(id, Because)).Ok);

        var again = await PublishAsync(id, Because);
        Assert.Equal(["M-PAY-01"], again.Refusals.Select(r => r.RuleId));
        var gone = await AsAsync<DiscardSchedule>(
            Role.TeamManager,
            Guid.NewGuid(),
            (op, actor) => op.RunAsync(new(id, Because), actor, default)
        );
        Assert.Equal(["M-PAY-01"], gone.Refusals.Select(r => r.RuleId));
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            host.InScopeAsync(async s =>
            {
                s.GetRequiredService<ActorSource>().System(await CouncilAsync(s));
                var db = s.GetRequiredService<FosterDb>();
                db.Remove(await db.Set<Schedule>().SingleAsync(x => x.Id == id));
                await db.SaveChangesAsync();
            })
        );
    }

    [Fact]
    public async Task Below_the_national_minimum_it_is_refused_with_band_and_sum_M_NMA_05_M_NMA_06()
    {
        var terms = Terms() with
        {
            Allowances = AgeBands
                .All.Zip([170, 170, 194, 215, 258])
                .ToDictionary(p => p.First, p => Money.Pounds(p.Second)),
        };
        var entered = await TryEnterAsync(Role.FinanceOfficer, Guid.NewGuid(), terms);

        var refused = await PublishAsync(entered.Value, Because);
        IReadOnlyList<Refusal> below = [];
        await AsAsync<PublishSchedule>(
            Role.TeamManager,
            Guid.NewGuid(),
            async (op, _) =>
            {
                below = await op.BelowAsync(entered.Value, default);
                return Result.Done;
            }
        );

        Assert.Equal("below", Assert.Single(refused.Refusals).Field);
        Assert.Equal(PublishSchedule.TickBelow, refused.Reasons);
        Assert.Equal(
            [
                "The standard is not met for 3 to 4: £170.00 a week is £6.00 below the national minimum of £176.00 (Rest of England, 2025-26).",
                "The standard is not met for 11 to 15: £215.00 a week is £5.00 below the national minimum of £220.00 (Rest of England, 2025-26).",
            ],
            below.Select(r => r.Reason)
        );
        Assert.All(below, r => Assert.Equal("M-NMA-05", r.RuleId));
        Assert.DoesNotContain(below, r => r.Reason.Contains("unlawful"));

        // A third of councils pay below it: whoever says that it was decided so publishes what is paid.
        var known = await AsAsync<PublishSchedule>(
            Role.TeamManager,
            Guid.NewGuid(),
            (op, actor) => op.RunAsync(new(entered.Value, Because, Below: true), actor, default)
        );
        Assert.True(known.Ok, known.Reasons);
    }

    [Fact]
    public async Task Terms_that_cannot_be_are_refused_all_at_once()
    {
        var refused = await TryEnterAsync(
            Role.FinanceOfficer,
            Guid.NewGuid(),
            new(
                " ",
                new(2024, 4, 5),
                Region.London,
                new Dictionary<AgeBand, Money> { [AgeBand.From0To2] = new(-1) },
                [new("A", new(1)), new("a", new(500_001)), new("", Money.Zero)]
            )
        );

        Assert.Equal(
            [
                "name",
                "from",
                "allowance-0-2",
                "allowance-3-4",
                "allowance-5-10",
                "allowance-11-15",
                "allowance-16-17",
                "level-2-name",
                "level-2-fee",
                "level-3-name",
            ],
            refused.Refusals.Select(r => r.Field)
        );
    }

    [Fact]
    public async Task A_file_with_bad_rows_leaves_nothing_and_a_good_one_is_a_draft()
    {
        using var finance = host.Visitor();
        await finance.SignInAsync("finance@foster.example");
        var before = await CountAsync();

        var refused = await SendAsync(finance, "Kind,Name,Pounds a week\nfee,=1,x\na,b,1\nfee,,2");

        Assert.Equal(3, refused.ErrorSummary.Count);
        Assert.Contains(
            refused.ErrorSummary,
            e => e.Text.StartsWith("Row 2:", StringComparison.Ordinal)
        );
        Assert.Equal(before, await CountAsync());
        Assert.Equal(
            "From a file",
            refused.Form("main form[method=post]").Value("Name of the schedule")
        );

        var done = await SendAsync(
            finance,
            "Kind,Name,Pounds a week\nallowance,0-2,170\nallowance,3-4,176\nallowance,5-10,194\nallowance,11-15,220\nallowance,16-17,258\nfee,@sum,75"
        );
        Assert.Contains("The draft is entered from the file", done.Notification);
        var file = await finance.GetAsync(
            AllowancesLinks.File(Guid.Parse(done.Address.Segments[^1]))
        );
        Assert.StartsWith("text/csv", file.Headers["Content-Type"]);
        Assert.Contains("fee,'@sum,75", Encoding.UTF8.GetString(file.Content));
    }

    private static async Task<HtmlPage> SendAsync(HtmlVisitor finance, string content) =>
        await (await finance.GetAsync(AllowancesLinks.Import))
            .Form("main form[method=post]")
            .Fill("Name of the schedule", "From a file")
            .FillDate("From which day is it valid?", new DateOnly(2027, 4, 1))
            .Attach("CSV file", "rates.csv", Encoding.UTF8.GetBytes(content), "text/csv")
            .SubmitAsync();

    private static ScheduleTerms Terms() =>
        new(
            "By operation",
            new(2025, 4, 1),
            Region.RestOfEngland,
            NationalMinimum.Shipped.For(new TaxYear(2025), Region.RestOfEngland)!.Rates,
            [new FeeLevel("One", Money.Pounds(10))]
        );

    private async Task<Guid> EnterAsync(Guid account) =>
        ((Result<Guid>)await TryEnterAsync(Role.FinanceOfficer, account, Terms())).Value;

    private async Task<Result<Guid>> TryEnterAsync(Role role, Guid account, ScheduleTerms terms) =>
        (Result<Guid>)
            await AsAsync<EnterSchedule>(
                role,
                account,
                async (op, actor) => await op.RunAsync(terms, actor, default)
            );

    private Task<Result> PublishAsync(Guid id, string reason) =>
        AsAsync<PublishSchedule>(
            Role.TeamManager,
            Guid.NewGuid(),
            (op, actor) => op.RunAsync(new(id, reason), actor, default)
        );

    private Task<Result> AsAsync<T>(Role role, Guid account, Func<T, Actor, Task<Result>> act)
        where T : notnull =>
        host.InScopeAsync(async s =>
        {
            var council = await CouncilAsync(s);
            s.GetRequiredService<ActorSource>().System(council);
            return await act(
                s.GetRequiredService<T>(),
                new Actor(account, "Femi Demo-Finance", role, council)
            );
        });

    private static Task<Guid> CouncilAsync(IServiceProvider services) =>
        services
            .GetRequiredService<FosterDb>()
            .Set<Council>()
            .Where(c => c.Code == DemoRegion.HomeCode)
            .Select(c => c.Id)
            .SingleAsync();

    private Task<int> CountAsync() =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>().Set<Schedule>().IgnoreQueryFilters().CountAsync()
        );

    private Task<string> RulesOfAsync(string kind, Guid subject) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<CouncilHistoryEntry>()
                .IgnoreQueryFilters()
                .Where(h => h.Kind == kind && h.SubjectId == subject)
                .Select(h => h.RuleIds)
                .SingleAsync()
        );

    public sealed class OnSqlite(SqliteDemoHost host)
        : SchedulePagesTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : SchedulePagesTests(host),
            IClassFixture<PostgresDemoHost>;
}
