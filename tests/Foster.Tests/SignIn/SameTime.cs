using System.Diagnostics;
using Xunit;

namespace Foster.Tests.SignIn;

/// <summary>
/// Row 12: two acts take the same time, within 30 % or 15 ms. What else a machine does only ever adds to it, so the shortest
/// of many tells, and more are taken while the two are not alike.
/// </summary>
internal static class SameTime
{
    private const int Rounds = 10;

    /// <summary>So many of each are taken in turns before anything is said.</summary>
    public const int Each = 8;

    /// <param name="one">Does the first act, the so-manyth of its round, and answers how long it took.</param>
    /// <param name="other">The same for the second.</param>
    /// <param name="rest">What has to pass before the next round.</param>
    public static async Task HoldsAsync(
        Func<int, Task<double>> one,
        Func<int, Task<double>> other,
        Action rest
    )
    {
        var (first, second) = (double.MaxValue, double.MaxValue);
        var seen = "";
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < Each; i++)
            {
                first = Math.Min(first, await one(i));
                second = Math.Min(second, await other(i));
            }
            if (Alike(first, second))
                return;
            seen += $" {first:F0}/{second:F0} ms";
            rest();
        }
        Assert.Fail("They take different times:" + seen);
    }

    public static bool Alike(double one, double other) =>
        Math.Abs(one - other) < 15 || Math.Max(one, other) / Math.Min(one, other) < 1.3;

    public static async Task<double> TakenAsync(Func<Task> act)
    {
        var start = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
