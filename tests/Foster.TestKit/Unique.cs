namespace Foster.TestKit;

/// <summary>What no other test of this run is given.</summary>
public static class Unique
{
    private static int last;

    /// <summary>The code of a council of its own.</summary>
    public static string Code() => $"T{Interlocked.Increment(ref last):00000}";
}
