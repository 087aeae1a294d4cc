using System.Diagnostics;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Foster.Bench;

/// <summary>What the pages of a day's work cost where many clocks are open: one page of each list, and the team.</summary>
internal static class WorkBench
{
    private const int Times = 10;

    /// <summary>The middle one of some readings of each page, in milliseconds.</summary>
    public static async Task PrintAsync(WebApplication app, Guid council)
    {
        var assessor = await WithRoleAsync(app, council, Role.Assessor);
        var manager = await WithRoleAsync(app, council, Role.TeamManager);
        var lists = new (string Name, Func<IServiceProvider, Task> Read)[]
        {
            ("manager, later", s => PageAsync(s, WorkPart.Later, manager)),
            ("assessor, waiting on others", s => PageAsync(s, WorkPart.Waiting, assessor)),
            (
                "a worker's list",
                s =>
                    s.GetRequiredService<TeamReads>()
                        .PageAsync(assessor.AccountId, WorkPart.Waiting, null, 25, default)
            ),
            ("the team", s => s.GetRequiredService<TeamReads>().AllAsync(manager, default)),
        };
        foreach (var (name, read) in lists)
        {
            var took = new List<double>();
            for (var i = 0; i <= Times; i++)
            {
                await using var services = app.Services.CreateAsyncScope();
                services.ServiceProvider.GetRequiredService<CouncilScope>().EnterCouncil(council);
                var started = Stopwatch.GetTimestamp();
                await read(services.ServiceProvider);
                if (i > 0)
                    took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            Console.WriteLine($"    {name}: {took.Order().ElementAt(Times / 2):F1} ms");
        }
    }

    private static Task<ListPage<WorkItem>> PageAsync(
        IServiceProvider services,
        WorkPart part,
        Actor actor
    ) => services.GetRequiredService<WorkReads>().PageAsync(part, actor, null, 25, default);

    private static async Task<Actor> WithRoleAsync(WebApplication app, Guid council, Role role)
    {
        await using var services = app.Services.CreateAsyncScope();
        var account = await services
            .ServiceProvider.GetRequiredService<FosterDb>()
            .Set<RoleAssignment>()
            .IgnoreQueryFilters()
            .Where(r => r.CouncilId == council && r.Role == role)
            .Select(r => r.AccountId)
            .FirstAsync();
        return new Actor(account, "Bench", role, council);
    }
}
