using System.Diagnostics;

namespace Foster.TestKit;

/// <summary>Waits for what happens in the background: looks again and again, and keeps the look that fitted.</summary>
public static class Until
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>What was read when it first fitted; a time-out that shows the last look after a minute.</summary>
    public static async Task<T> FitsAsync<T>(Func<Task<T>> read, Func<T, bool> fits)
    {
        for (var waiting = Stopwatch.StartNew(); ; )
        {
            var seen = await read();
            if (fits(seen))
                return seen;
            if (waiting.Elapsed > Patience)
                throw new TimeoutException($"Waited in vain; last seen: {seen}");
            await Task.Delay(Pause);
        }
    }

    public static Task HoldsAsync(Func<Task<bool>> holds) => FitsAsync(holds, held => held);
}
