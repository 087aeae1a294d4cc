using System.Reflection;
using Foster.Web.Foundation.Jobs;
using Foster.Web.Foundation.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Foster.Tests.Jobs;

/// <summary>Row 32: standing work outlives whatever one of its rounds meets.</summary>
public sealed class RoundsTests
{
    private const string Secret = "a name that no log may hold";

    [Fact]
    public async Task Nothing_that_a_round_meets_ends_the_work_or_is_told_in_its_words()
    {
        var log = new Kept();
        using var work = new Troubled(
            log,
            new DbUpdateException(Secret),
            new InvalidOperationException(Secret, new TimeoutException(Secret)),
            new FormatException(Secret),
            new TaskCanceledException(Secret)
        );

        await work.StartAsync(default);
        await work.Through.WaitAsync(TimeSpan.FromMinutes(2));
        await work.StopAsync(default);

        Assert.Equal(4, work.PutInOrder);
        Assert.True(work.ExecuteTask!.IsCompletedSuccessfully);
        Assert.Contains(
            log.Lines,
            l => l.Contains("waits for the database", StringComparison.Ordinal)
        );
        Assert.Contains(log.Lines, l => l.Contains("FormatException", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, l => l.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public void All_standing_work_goes_in_rounds()
    {
        Assert.Empty(Others(typeof(Composition).Assembly));
        Assert.Equal([nameof(Ends)], Others(typeof(RoundsTests).Assembly));
    }

    private static IEnumerable<string> Others(Assembly assembly) =>
        assembly
            .GetTypes()
            .Where(t =>
                typeof(IHostedService).IsAssignableFrom(t) && !typeof(Rounds).IsAssignableFrom(t)
            )
            .Select(t => t.Name);

    /// <summary>A planted breach: whatever its work meets ends the program.</summary>
    private sealed class Ends : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask;
    }

    private sealed class Troubled(ILogger log, params Exception[] troubles) : Rounds(log)
    {
        private readonly TaskCompletionSource through = new();
        private int rounds;

        public Task Through => through.Task;

        public int PutInOrder { get; private set; }

        protected override Task WaitAsync(CancellationToken ct) =>
            rounds > troubles.Length ? Task.Delay(Timeout.Infinite, ct) : Task.CompletedTask;

        protected override void Failed() => PutInOrder++;

        public override Task RoundAsync(CancellationToken ct)
        {
            if (rounds < troubles.Length)
                throw troubles[rounds++];
            rounds++;
            through.TrySetResult();
            return Task.CompletedTask;
        }
    }

    private sealed class Kept : ILogger
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => NullLogger.Instance.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Lines.Add(formatter(state, exception));
    }
}
