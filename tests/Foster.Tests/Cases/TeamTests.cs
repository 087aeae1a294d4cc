using System.Diagnostics;
using System.Globalization;
using System.Net;
using Foster.TestKit;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Cases;

/// <summary>What waits on others, the team's work, and the counts beside the menu.</summary>
public abstract class TeamTests(FosterHost host)
{
    private const string Manager = "manager@foster.example";

    [Fact]
    public async Task A_worker_sees_what_others_have_to_do_in_the_cases_they_hold_and_in_no_others()
    {
        var held = await HeldAsync("Waita");
        var free = await Village.CaseAsync(host, "HAR", new(2026, 4, 1), ("Waitb", "Free"));
        foreach (var id in (Guid[])[held, free])
        {
            await DateAsync(id, DeadlineRules.PanelPapers, Role.PanelAdviser);
            await DateAsync(id, DeadlineRules.Observations, Role.ProspectiveCarer);
            await DateAsync(id, DeadlineRules.FirstChase, Role.Assessor);
            await DateAsync(id, DeadlineRules.Stage1Target, Role.Assessor);
        }
        using var assessor = await InAsync("assessor@foster.example");

        var page = await AllOfAsync(assessor, "/staff?due=waiting", "Waita Held");

        Assert.Equal(
            [
                "Applicantsince Fri 8 May 2026",
                "Panel advisersince Fri 8 May 2026",
                "Whoever was asked for the checksince Fri 8 May 2026",
            ],
            page.Order(StringComparer.Ordinal)
        );
        Assert.Empty(await AllOfAsync(assessor, "/staff?due=waiting", "Waitb Free"));
        using var officer = await InAsync("recruitment@foster.example");
        // Of a case without a worker the recruitment team waits for whoever is not of the team itself.
        Assert.Equal(4, (await AllOfAsync(officer, "/staff?due=waiting", "Waitb Free")).Count);
        Assert.Empty(await AllOfAsync(officer, "/staff?due=waiting", "Waita Held"));
    }

    [Fact]
    public async Task The_numbers_of_the_team_are_those_of_the_lists_behind_them()
    {
        var held = await HeldAsync("Teama");
        await DateAsync(held, DeadlineRules.Stage1Target, Role.Assessor);
        await DateAsync(held, DeadlineRules.PanelPapers, Role.PanelAdviser);

        var wrong = await AsManagerAsync(
            async (services, actor) =>
            {
                var team = services.GetRequiredService<TeamReads>();
                var lines = await team.AllAsync(actor, default);
                Assert.Null(lines[0].AccountId);
                Assert.True(lines.Count > 2);
                Assert.Contains(lines, l => l.Waiting > 0);
                var faults = new List<string>();
                foreach (var line in lines)
                foreach (
                    var (part, number) in new[]
                    {
                        (WorkPart.Overdue, line.Overdue),
                        (WorkPart.Today, line.Today),
                        (WorkPart.Week, line.Week),
                        (WorkPart.Waiting, line.Waiting),
                    }
                )
                {
                    var rows = await team.PageAsync(line.AccountId, part, null, 5000, default);
                    if (rows.Items.Count != number)
                        faults.Add($"{line.Name}, {part}: {number}, not {rows.Items.Count}");
                }
                return faults;
            }
        );

        Assert.Empty(wrong);
        using var manager = await InAsync(Manager);
        var page = await manager.GetAsync(CaseLinks.Team);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        page = await page.FollowAsync("No worker yet");
        Assert.Contains("Cases without a worker", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await manager.GetAsync($"{CaseLinks.Team}/{Guid.NewGuid()}")).Status
        );
    }

    [Fact]
    public async Task A_restricted_case_is_in_no_number_for_whoever_is_not_named()
    {
        var before = await NobodyAsync();
        var id = await Village.CaseAsync(host, "HAR", new(2026, 4, 1), ("Hidden", "Away"));
        await DateAsync(id, DeadlineRules.FirstContact, Role.RecruitmentOfficer);
        Assert.NotEqual(before, await NobodyAsync());
        await Village.ChangeAsync(
            host,
            "HAR",
            async (services, _) =>
                (
                    await services
                        .GetRequiredService<FosterDb>()
                        .Set<Case>()
                        .SingleAsync(c => c.Id == id)
                ).Restrict(["Somebody"])
        );

        Assert.Equal(before, await NobodyAsync());
    }

    [Fact]
    public async Task The_menu_counts_what_is_due_in_one_question_to_the_database()
    {
        var number = 0;
        var asked = 0;
        var badges = await AsManagerAsync(
            async (services, actor) =>
            {
                number = await services
                    .GetRequiredService<FosterDb>()
                    .Set<Deadline>()
                    .CountAsync(d =>
                        d.Status == DeadlineStatus.Open
                        && d.HolderRole == nameof(Role.TeamManager)
                        && d.DueOn <= host.Clock.Today
                    );
                using var counter = new Counter();
                // The framework looks once a second whether anybody listens.
                await Task.Delay(TimeSpan.FromSeconds(1.2));
                var found = await services
                    .GetRequiredService<NavigationBadges>()
                    .OfAsync(["/staff", "/staff/questions", "/staff/cases"], actor, default);
                asked = counter.Asked;
                return found;
            }
        );

        Assert.Equal(1, asked);
        var due = number.ToString(CultureInfo.InvariantCulture);
        Assert.Equal(new NavigationBadge(due, $"{due} things are due"), badges["/staff"]);
        Assert.True(badges.ContainsKey("/staff/questions"));
        Assert.False(badges.ContainsKey("/staff/cases"));
    }

    [Fact]
    public async Task More_than_99_are_said_to_be_more_and_public_pages_count_nothing()
    {
        var id = await Village.CaseAsync(host, "WES", new(2026, 4, 1), ("Full", "Desk"));
        await Village.ChangeAsync(
            host,
            "WES",
            async (services, actor) =>
            {
                for (var i = 0; i < 120; i++)
                    await services
                        .GetRequiredService<DeadlineBook>()
                        .OpenAsync(
                            actor.CouncilId,
                            id,
                            id,
                            DeadlineRules.FirstContact,
                            new(2026, 5, 1),
                            Role.TeamManager,
                            default
                        );
            }
        );
        using var visitor = await InAsync("manager@other.foster.example");

        var page = await visitor.GetAsync("/staff");
        Assert.Equal("99+", page.Find(".app-count").TextContent);
        Assert.Contains(
            "99+ things are due",
            page.Find("#navigation").TextContent,
            StringComparison.Ordinal
        );
        Assert.False((await visitor.GetAsync("/privacy")).Has(".app-count"));
    }

    [Fact]
    public async Task REM_22_REM_23_what_is_unannounced_is_never_shown_to_carers()
    {
        using var carer = await InAsync("carer@foster.example");
        var page = await carer.GetAsync("/carer");
        Assert.Contains("Waiting for us", page.Text, StringComparison.Ordinal);
        Assert.Contains("Your first review meeting", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("nannounced", page.Text, StringComparison.Ordinal);

        var id = await Village.CaseAsync(host, "HAR", new(2026, 4, 1), ("Un", "Announced"));
        foreach (var line in DeadlineRules.Lines.Where(l => l.IsUnannounced))
            await Village.ChangeAsync(
                host,
                "HAR",
                (services, actor) =>
                    Assert.ThrowsAsync<InvalidOperationException>(() =>
                        services
                            .GetRequiredService<DeadlineBook>()
                            .OpenAsync(
                                actor.CouncilId,
                                id,
                                id,
                                line,
                                new(2026, 5, 1),
                                Role.SupervisingSocialWorker,
                                default,
                                forApplicant: "We come"
                            )
                    )
            );
        var rule = new ReminderRule("REM-99", "A visit", DeadlineRules.UnannouncedVisit)
        {
            Steps = [ReminderStep.Ahead(7, StepPace.Days, Recipient.Carers)],
        };
        Assert.Contains(rule.Faults(), f => f.Contains("household", StringComparison.Ordinal));
    }

    private async Task<Guid> HeldAsync(string name)
    {
        var id = await Village.CaseAsync(host, "HAR", new(2026, 4, 1), (name, "Held"));
        await Village.ChangeAsync(
            host,
            "HAR",
            async (services, actor) =>
            {
                var worker = await services
                    .GetRequiredService<FosterDb>()
                    .Users.SingleAsync(u => u.UserName == "assessor@foster.example");
                await services
                    .GetRequiredService<AllocateWorker>()
                    .RunAsync(new(id, worker.Id, Role.Assessor, new(2026, 4, 1)), actor, default);
            }
        );
        return id;
    }

    private Task DateAsync(Guid id, DeadlineLine line, Role holder) =>
        Village.DeadlineAsync(host, "HAR", id, line, new(2026, 5, 8), holder);

    private Task<TeamLine> NobodyAsync() =>
        AsManagerAsync(
            async (services, actor) =>
                (await services.GetRequiredService<TeamReads>().AllAsync(actor, default))[0]
        );

    private Task<T> AsManagerAsync<T>(Func<IServiceProvider, Actor, Task<T>> act) =>
        host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<FosterDb>();
            var council = await db.Set<Council>().SingleAsync(c => c.Code == "HAR");
            var account = await db.Users.SingleAsync(u => u.UserName == Manager);
            var actor = await services
                .GetRequiredService<ActorSource>()
                .EnterAsync(account.Id, council.Id, Role.TeamManager, default);
            return await act(services, actor!);
        });

    /// <summary>Whom the rows of a case wait for, on all pages of a list.</summary>
    private static async Task<List<string>> AllOfAsync(
        HtmlVisitor visitor,
        string path,
        string people
    )
    {
        var found = new List<string>();
        var page = await visitor.GetAsync(path);
        while (true)
        {
            found.AddRange(
                page.Document.QuerySelectorAll("tbody tr")
                    .Select(r => r.QuerySelectorAll("td, th").Select(Words).ToList())
                    .Where(r => r.Any(c => c.Contains(people, StringComparison.Ordinal)))
                    .Select(r => r[2])
            );
            if (!page.Has("a[rel=next]"))
                return found;
            page = await page.FollowAsync("Next page");
        }
    }

    private static string Words(AngleSharp.Dom.IElement element) =>
        string.Join(
            ' ',
            element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );

    private async Task<HtmlVisitor> InAsync(string name)
    {
        var visitor = host.Visitor();
        await visitor.SignInAsync(name);
        return visitor;
    }

    /// <summary>Counts what this flow of control asks the database.</summary>
    private sealed class Counter
        : IObserver<DiagnosticListener>,
            IObserver<KeyValuePair<string, object?>>,
            IDisposable
    {
        private static readonly AsyncLocal<Counter?> Here = new();
        private readonly List<IDisposable> subscriptions = [];

        public Counter()
        {
            Here.Value = this;
            subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public int Asked { get; private set; }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
                subscriptions.Add(value.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.CommandExecuting.Name && Here.Value == this)
                Asked++;
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }

        public void Dispose()
        {
            Here.Value = null;
            subscriptions.ForEach(s => s.Dispose());
        }
    }

    public sealed class OnSqlite(SqliteDemoHost on) : TeamTests(on), IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost on)
        : TeamTests(on),
            IClassFixture<PostgresDemoHost>;
}
