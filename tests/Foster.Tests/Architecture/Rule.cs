using Xunit;

namespace Foster.Tests.Architecture;

internal static class Rule
{
    /// <summary>Fails with every breach in full, so that one run is enough to mend them all.</summary>
    public static void Holds(IReadOnlyCollection<string> breaches) =>
        Assert.True(breaches.Count == 0, string.Join(Environment.NewLine, breaches));
}
