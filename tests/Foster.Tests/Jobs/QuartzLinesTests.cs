#if !HANGFIRE
using Foster.TestKit;
using Foster.Web.Foundation.Jobs;
using Quartz;
using Xunit;

namespace Foster.Tests.Jobs;

/// <summary>The scheduler ticks when the line says so; a tick at another instant would find nothing to do.</summary>
public sealed class QuartzLinesTests
{
    public static TheoryData<string> Lines =>
        [.. JobSchedule.All.Select(l => l.When).Append("0 9 * * 1-5").Append("*/15 8-18 * * *")];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Every_line_ticks_at_its_instants(string text)
    {
        var line = Cron.Parse(text);
        var expression = new CronExpression(
            QuartzSetup.Expression(line),
            Foster.Web.Foundation.Clock.London.Zone
        );
        var at = TestClock.Instant("2026-05-15 10:00").UtcDateTime;

        for (var n = 0; n < 50; n++)
        {
            var next = line.Next(at);
            Assert.Equal(
                next,
                expression.GetNextValidTimeAfter(new DateTimeOffset(at, TimeSpan.Zero))?.UtcDateTime
            );
            at = next!.Value;
        }
    }
}
#endif
