using System.Net;
using Foster.TestKit;
using Foster.Web.Features.Operate.Jobs;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Jobs;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Jobs;

/// <summary>Row 48: what administrators see of jobs and do with them, and nobody else.</summary>
public abstract class JobPagesTests(JobNodes nodes)
{
    private const string Admin = "admin@foster.example";
    private const string Path = "/admin/jobs/" + TestJob.Name;
    private const string Reason = "The registers are being moved this week";

    private FosterHost Host => nodes.First;

    public static TheoryData<Role> EveryRole => [.. Enum.GetValues<Role>()];

    [Fact]
    public async Task A_job_is_told_in_words_with_its_last_and_its_next_run()
    {
        nodes.Work.Again();
        await nodes.StandAtAsync("2026-05-15 10:00");
        using var admin = await AdminAsync();

        var empty = await admin.GetAsync(Path);
        Assert.Contains("It has not run yet.", empty.Text, StringComparison.Ordinal);
        nodes.MoveTo("2026-05-16 01:30");
        await RunAsync();

        using var later = await AdminAsync();
        var list = await later.GetAsync("/admin/jobs");
        Assert.Contains("Work of the tests", list.Text, StringComparison.Ordinal);
        Assert.Contains("Every day at 1:30am", list.Text, StringComparison.Ordinal);
        Assert.Contains("Sat 16 May 2026 at 1:30am", list.Text, StringComparison.Ordinal);
        Assert.Contains("Sun 17 May 2026 at 1:30am", list.Text, StringComparison.Ordinal);
        var job = await list.FollowAsync("Work of the tests");
        Assert.Contains("At its time", job.Text, StringComparison.Ordinal);
        Assert.Contains("Done", job.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Running_it_now_counts_once_and_is_refused_with_the_reason_while_it_runs()
    {
        nodes.Work.Again();
        await nodes.StandAtAsync("2026-05-15 10:00");
        using var one = await AdminAsync();
        using var other = await AdminAsync();
        var forms = (
            (await one.GetAsync(Path + "/run")).Form("main form"),
            (await other.GetAsync(Path + "/run")).Form("main form")
        );

        var pages = await Task.WhenAll(forms.Item1.SubmitAsync(), forms.Item2.SubmitAsync());

        Assert.Single(pages, p => p.Path == Path && p.Notification is not null);
        Assert.Single(
            pages,
            p =>
                p.Text.Contains("It is running already", StringComparison.Ordinal) && p.Path != Path
        );
        Assert.Contains(
            "You cannot run it now. It is running already.",
            (await one.GetAsync(Path)).Text,
            StringComparison.Ordinal
        );
        Assert.False((await one.GetAsync(Path + "/run")).Has("main form"));
        Assert.Single(await HistoryAsync("job.asked"));
        await RunAsync();
        var run = Assert.Single(await nodes.RowsAsync());
        Assert.Equal((JobOrigin.ByHand, JobResult.Done), (run.Origin, run.Result));
        Assert.Contains("By hand", (await one.GetAsync(Path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pause_is_asked_for_with_a_reason_shown_to_administrators_and_ended()
    {
        nodes.Work.Again();
        await nodes.StandAtAsync("2026-05-15 10:00");
        using var admin = await AdminAsync();

        var unsaid = await (await admin.GetAsync(Path + "/pause")).Form("main form").SubmitAsync();
        Assert.Contains(unsaid.ErrorSummary, e => e.Text == "Enter a reason");
        var paused = await unsaid.Form("main form").Fill("Why?", Reason).SubmitAsync();
        Assert.Equal(Path, paused.Path);
        Assert.Contains(Reason, paused.Text, StringComparison.Ordinal);
        Assert.Contains("It is paused. Let it go on first.", paused.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Paused jobs",
            (await admin.GetAsync("/admin")).Text,
            StringComparison.Ordinal
        );
        Assert.Single(await HistoryAsync("job.paused"));

        var on = await (await admin.GetAsync(Path + "/go-on"))
            .Form("main form")
            .Fill("Why?", "The registers are in their new place")
            .SubmitAsync();
        Assert.Contains("Sat 16 May 2026 at 1:30am", on.Text, StringComparison.Ordinal);
        Assert.Single(await HistoryAsync("job.went-on"));
        Assert.Contains(
            "It is not paused.",
            (await admin.GetAsync(Path + "/go-on")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Many_runs_are_shown_page_by_page()
    {
        nodes.Work.Again();
        await nodes.StandAtAsync("2026-05-15 10:00");
        await nodes.DoAsync(async db =>
        {
            for (var n = 0; n < 30; n++)
                db.Add(
                    new JobRunRow
                    {
                        JobKey = TestJob.Name,
                        ScheduledAt = TestClock.Instant("2026-04-01 01:30").UtcDateTime.AddDays(n),
                        Origin = JobOrigin.Schedule,
                        Attempt = 2,
                        Node = "node-a/1/x",
                        EndedAt = TestClock.Instant("2026-04-01 01:31").UtcDateTime.AddDays(n),
                        Result = JobResult.Failed,
                        Considered = 1_000 + n,
                        Error = "TimeoutException",
                    }
                );
            await db.SaveChangesAsync();
        });
        using var admin = await AdminAsync();

        var first = await admin.GetAsync(Path);
        Assert.Contains("1,029", first.Text, StringComparison.Ordinal);
        Assert.Contains("taken over 1 times", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1,004", first.Text, StringComparison.Ordinal);
        var second = await admin.GetAsync(
            first
                .Links.Single(l =>
                    l.GetAttribute("href")!.Contains("after=", StringComparison.Ordinal)
                )
                .GetAttribute("href")!
        );
        Assert.Contains("1,004", second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1,005", second.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EveryRole))]
    public async Task Only_an_administrator_does_anything_about_jobs(Role role)
    {
        nodes.Work.Again();
        await nodes.StandAtAsync("2026-05-15 10:00");

        foreach (
            var result in new[]
            {
                await AsAsync<PauseJob>(
                    role,
                    (o, a) => o.RunAsync(new(TestJob.Name, Reason), a, default)
                ),
                await AsAsync<LetJobGoOn>(
                    role,
                    (o, a) => o.RunAsync(new(TestJob.Name, Reason), a, default)
                ),
                await AsAsync<RunJobNow>(role, (o, a) => o.RunAsync(new(TestJob.Name), a, default)),
            }
        )
            Assert.True(result.Ok == (role == Role.Administrator), $"{role}: {result.Reasons}");
        Assert.False(
            (await AsAsync<RunJobNow>(role, (o, a) => o.RunAsync(new("no.job"), a, default))).Ok
        );
    }

    [Fact]
    public async Task Others_are_refused_and_an_unknown_job_is_not_found()
    {
        using var manager = Host.Visitor();
        await manager.SignInAsync("manager@foster.example");
        manager.FollowsRedirects = false;
        foreach (var address in (string[])["/admin/jobs", Path, Path + "/run", Path + "/pause"])
            Assert.NotEqual(HttpStatusCode.OK, (await manager.GetAsync(address)).Status);
        using var admin = await AdminAsync();
        foreach (var address in (string[])["/admin/jobs/no.job", "/admin/jobs/no.job/run"])
            Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(address)).Status);
    }

    private async Task<HtmlVisitor> AdminAsync()
    {
        var admin = Host.Visitor();
        await admin.SignInAsync(Admin);
        return admin;
    }

    private Task<int> RunAsync() => JobNodes.Runner(Host).RunAsync(TestJob.Name, default);

    private async Task<List<Guid>> HistoryAsync(string kind)
    {
        var rows = new List<Guid>();
        await nodes.DoAsync(async db =>
        {
            var states = await db.Set<JobState>().Select(s => s.Id).ToListAsync();
            rows = await db.Set<CouncilHistoryEntry>()
                .IgnoreQueryFilters()
                .Where(h => h.Kind == kind && states.Contains(h.SubjectId))
                .Select(h => h.Id)
                .ToListAsync();
        });
        return rows;
    }

    private Task<Result> AsAsync<T>(Role role, Func<T, Actor, Task<Result>> act)
        where T : notnull =>
        Host.InScopeAsync(async s =>
        {
            var council = await s.GetRequiredService<FosterDb>().Set<Council>().FirstAsync();
            s.GetRequiredService<ActorSource>().System(council.Id);
            return await act(
                s.GetRequiredService<T>(),
                new Actor(Guid.NewGuid(), "Ada Demo-Admin", role, council.Id)
            );
        });

    public sealed class OnSqlite(SqliteNodes nodes)
        : JobPagesTests(nodes),
            IClassFixture<SqliteNodes>;

    public sealed class OnPostgres(PostgresNodes nodes)
        : JobPagesTests(nodes),
            IClassFixture<PostgresNodes>;
}
