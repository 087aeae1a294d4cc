using System.Reflection;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Jobs;
using Foster.Web.Foundation.Web;
using Xunit;

namespace Foster.Tests.Jobs;

/// <summary>Rule 10 of the architecture: every line names London time and says why; lines and jobs are pairs.</summary>
public sealed class JobScheduleTests
{
    private const int ShortestWhy = 60;

    [Fact]
    public void Every_line_names_London_time_and_says_why_in_words_for_people() =>
        Assert.Empty(Against(JobSchedule.All));

    [Fact]
    public void Every_line_has_one_job_and_every_job_its_line()
    {
        var keys = Keys(typeof(Composition).Assembly);

        Assert.Equal(JobSchedule.All.Select(l => l.Key).Order(), keys.Order());
        Assert.True(keys.Count >= 4);
    }

    [Fact]
    public void What_breaks_the_rule_is_seen()
    {
        var line = JobSchedule.All[0];

        Assert.Contains(
            Against([line with { Zone = TimeZoneInfo.Utc }]),
            b => b.EndsWith("does not name London time", StringComparison.Ordinal)
        );
        Assert.Contains(
            Against([line with { Why = "Because." }]),
            b => b.EndsWith("does not say why", StringComparison.Ordinal)
        );
        Assert.Contains(
            Against([new(line.Key, "61 * * * *", London.Zone, line.Name, line.Why)]),
            b => b.EndsWith("cannot be read", StringComparison.Ordinal)
        );
        Assert.Contains(
            Against([line, line]),
            b => b.EndsWith("stands there twice", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("planted.job", JobSchedule.All.Select(l => l.Key));
        Assert.Contains("planted.job", Keys(typeof(JobScheduleTests).Assembly));
    }

    private static List<string> Against(IReadOnlyList<JobLine> lines)
    {
        var found = new List<string>();
        foreach (var line in lines)
        {
            if (line.Zone.Id != "Europe/London")
                found.Add($"{line.Key} does not name London time");
            if (line.Why.Length < ShortestWhy || line.Name.Length == 0)
                found.Add($"{line.Key} does not say why");
            if (lines.Count(l => l.Key == line.Key) > 1)
                found.Add($"{line.Key} stands there twice");
            try
            {
                _ = CronWords.Of(Cron.Parse(line.When));
            }
            catch (FormatException)
            {
                found.Add($"{line.Key} cannot be read");
            }
        }
        return found;
    }

    /// <summary>A job says its key without being given anything to work with.</summary>
    private static List<string> Keys(Assembly assembly) =>
        [
            .. assembly
                .GetTypes()
                .Where(t => typeof(IJob).IsAssignableFrom(t) && t is { IsAbstract: false })
                .Where(t => t != typeof(TestJob))
                .Select(t =>
                    (
                        (IJob)
                            System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(t)
                    ).Key
                ),
        ];

    /// <summary>A planted breach: a job without a line.</summary>
    private sealed class Planted : IJob
    {
        public string Key => "planted.job";

        public Task RunAsync(JobRun run, CancellationToken ct) => Task.CompletedTask;
    }
}
