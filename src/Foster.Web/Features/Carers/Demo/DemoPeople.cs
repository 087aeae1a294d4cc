using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;

namespace Foster.Web.Features.Carers.Demo;

/// <summary>Makes people who obviously do not exist, the same ones each time.</summary>
public static class DemoPeople
{
    /// <summary>One person alone.</summary>
    public static DemoHousehold Alone(string givenName, string tree, int age, DateOnly today) =>
        new(Person(givenName, tree, age, today))
        {
            Address = Home(tree),
            Channel = Channel.Telephone,
        };

    /// <summary>Two people who apply together.</summary>
    public static DemoHousehold Couple(
        string first,
        string second,
        string tree,
        int age,
        DateOnly today
    ) =>
        new(Person(first, tree, age, today), Person(second, tree, age - 2, today))
        {
            Address = Home(tree),
            Others =
            [
                new NewPerson(
                    "Kit",
                    $"Demo-{tree}",
                    today.AddYears(-11).AddDays(-50),
                    null,
                    null,
                    "Child"
                ),
            ],
        };

    /// <summary>The same household with the sign-in names that the persona page promises.</summary>
    public static DemoHousehold Named(this DemoHousehold household, params string[] signInNames) =>
        household with
        {
            First = household.First with { SignInName = signInNames[0] },
            Second = household.Second is { } second
                ? second with
                {
                    SignInName = signInNames[^1],
                }
                : null,
        };

    private static DemoPerson Person(string givenName, string tree, int age, DateOnly today) =>
        new(
            givenName,
            $"Demo-{tree}",
            today.AddYears(-age).AddDays(-37 * givenName.Length),
            $"{givenName}.{tree}@example.org".ToLowerInvariant()
        );

    private static NewAddress Home(string tree) =>
        new($"{tree.Length * 3} {tree} Example Road", "Harbourside", "CH41 1AA");
}
