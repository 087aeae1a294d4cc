using System.Collections.Concurrent;

namespace Foster.Faults;

/// <summary>People who enquire one after the other, several at once, until enough were told that it arrived.</summary>
internal sealed class Crowd(Uri site, bool everyRequestAnew = false)
{
    public const int AtOnce = 8;
    private readonly ConcurrentDictionary<string, string> told = new();
    private readonly ConcurrentBag<string> lost = [];
    private readonly ConcurrentBag<string> leaks = [];
    private int begun;

    /// <summary>What each was told: their name and the reference.</summary>
    public IReadOnlyDictionary<string, string> Told => told;

    /// <summary>Why journeys did not end.</summary>
    public IReadOnlyCollection<string> Lost => lost;

    public IReadOnlyCollection<string> Leaks => leaks;

    public double EndedWell => begun == 0 ? 1 : (double)told.Count / begun;

    public async Task RunAsync(int enough) =>
        await Task.WhenAll(
            Enumerable
                .Range(0, AtOnce)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        while (told.Count < enough && lost.Count < enough)
                            await OneAsync();
                    })
                )
        );

    /// <summary>Somebody else who was told.</summary>
    public void Note(string name, string reference)
    {
        Interlocked.Increment(ref begun);
        told[name] = reference;
    }

    /// <summary>Waits until so many were told.</summary>
    public async Task UntilAsync(int count, Task running)
    {
        while (told.Count < count && !running.IsCompleted)
            await Task.Delay(20);
    }

    private async Task OneAsync()
    {
        var name = Name(Interlocked.Increment(ref begun));
        var who = new Enquirer(site, name, everyRequestAnew);
        try
        {
            told[name] = await who.WalkAsync();
        }
        catch (Exception e)
            when (e
                    is InvalidOperationException
                        or HttpRequestException
                        or IOException
                        or TaskCanceledException
            )
        {
            lost.Add(e.Message);
        }

        if (who.Leak is { } leak)
            leaks.Add(leak);
    }

    /// <summary>A name of letters alone that nobody else has.</summary>
    public static string Name(int number)
    {
        var letters = "";
        for (var left = number; left > 0 || letters.Length < 4; left /= 26)
            letters = (char)('a' + (left % 26)) + letters;
        return "Zq" + letters;
    }
}
