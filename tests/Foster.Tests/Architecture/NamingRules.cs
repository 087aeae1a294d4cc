namespace Foster.Tests.Architecture;

/// <summary>Who may name whom. Each rule lists its breaches; none means that it holds.</summary>
internal static class NamingRules
{
    private static readonly string[] Frameworks =
    [
        "Microsoft.EntityFrameworkCore",
        "Microsoft.AspNetCore",
        "Microsoft.Data",
        "Npgsql",
        "Quartz",
        "Hangfire",
        "System.Net",
        "MailKit",
        "MimeKit",
        "Foster.Web.Foundation.Mail",
        "Foster.Web.Foundation.Jobs",
        "Foster.Web.Foundation.Web",
    ];

    /// <summary>Libraries that one room alone knows, and the room.</summary>
    private static readonly (string Library, string Room)[] Libraries =
    [
        ("Quartz", "Foster.Web.Foundation.Jobs"),
        ("Hangfire", "Foster.Web.Foundation.Jobs"),
        ("System.Net.Mail", "Foster.Web.Foundation.Mail"),
        ("MailKit", "Foster.Web.Foundation.Mail"),
        ("MimeKit", "Foster.Web.Foundation.Mail"),
    ];

    /// <summary>1. Foundation names no feature.</summary>
    public static IReadOnlyList<string> FoundationKnowsNoFeature(CodeBase code) =>
        Breaches(
            code.Units.Where(u => u.IsWithin("Foster.Web.Foundation")),
            (_, m) => m.IsWithin("Foster.Web.Features")
        );

    /// <summary>2. A feature names another only along the arrows.</summary>
    public static IReadOnlyList<string> FeaturesFollowTheArrows(CodeBase code) =>
        Breaches(
            code.Units.Where(u => u.Feature is not null),
            (u, m) =>
                Unit.FeatureOf(m.Namespace) is { } other
                && other != u.Feature
                && !Arrows.Allow(u.Feature!, other)
        );

    /// <summary>2. …and only what stands in the other's root.</summary>
    public static IReadOnlyList<string> FeaturesUseFrontDoors(CodeBase code) =>
        Breaches(
            code.Units.Where(u => u.Feature is not null),
            (u, m) =>
                Unit.FeatureOf(m.Namespace) is { } other
                && other != u.Feature
                && m.Namespace != "Foster.Web.Features." + other
        );

    /// <summary>2. …and never in a circle, whatever the list of arrows says.</summary>
    public static IReadOnlyList<string> FeaturesMakeNoCircles(CodeBase code)
    {
        var arrows = code
            .Units.Where(u => u.Feature is not null)
            .SelectMany(u =>
                u.Mentions.Select(m => (From: u.Feature!, To: Unit.FeatureOf(m.Namespace)))
            )
            .Where(a => a.To is not null && a.To != a.From)
            .Distinct()
            .ToLookup(a => a.From, a => a.To!);
        return
        [
            .. arrows
                .Select(a => a.Key)
                .Where(start => Reaches(arrows, start, start))
                .Order()
                .Select(start => $"{start} comes back to itself"),
        ];
    }

    /// <summary>2. Every feature stands in the list of arrows.</summary>
    public static IReadOnlyList<string> FeaturesAreKnown(CodeBase code) =>
        [
            .. code
                .Units.Select(u => u.Feature)
                .OfType<string>()
                .Distinct()
                .Where(f => !Arrows.Drawn.ContainsKey(f) && HasMoreThanViews(code, f))
                .Select(f => $"{f} is no feature that the arrows know"),
        ];

    /// <summary>3. Records and events are plain C#.</summary>
    public static IReadOnlyList<string> RecordsAndEventsArePlain(CodeBase code) =>
        Breaches(
            RecordsAndEvents(code),
            (u, m) =>
                !m.IsWithin(u.Namespace)
                && (
                    Frameworks.Any(m.IsWithin)
                    || Unit.Ancestors(m.Type).Contains("Microsoft.EntityFrameworkCore.DbContext")
                )
        );

    /// <summary>5. Only Jobs knows the scheduler and only Mail a mail library.</summary>
    public static IReadOnlyList<string> LibrariesStayInTheirRooms(CodeBase code) =>
        Breaches(
            code.Units,
            (u, m) =>
                Libraries.Any(l => m.IsWithin(l.Library) && !u.IsWithin(l.Room))
                // It reads an address and sends nothing.
                && m.Type.FullName != "System.Net.Mail.MailAddress"
        );

    /// <summary>What a map maps in Features, and every event.</summary>
    public static IEnumerable<Unit> RecordsAndEvents(CodeBase code)
    {
        var mapped = code
            .Units.SelectMany(u => u.Definition.Interfaces)
            .Select(i => i.InterfaceType)
            .OfType<Mono.Cecil.GenericInstanceType>()
            .Where(i => i.ElementType.Name == "IEntityTypeConfiguration`1")
            .Select(i => i.GenericArguments[0].FullName)
            .ToHashSet();
        return code.Units.Where(u =>
            u.Implements("Foster.Web.Foundation.Catalogues.IEvent")
            || (u.Feature is not null && mapped.Contains(u.Definition.FullName))
        );
    }

    internal static IReadOnlyList<string> Breaches(
        IEnumerable<Unit> units,
        Func<Unit, Mention, bool> isBreach
    ) =>
        [
            .. units
                .SelectMany(u =>
                    u.Mentions.Where(m => isBreach(u, m)).Select(m => $"{u} names {m}")
                )
                .Distinct()
                .Order(),
        ];

    /// <summary>Views that belong to all features stand in Features itself.</summary>
    private static bool HasMoreThanViews(CodeBase code, string feature) =>
        code.Units.Any(u => u.Feature == feature && u.Definition.Namespace.Length > 0);

    private static bool Reaches(ILookup<string, string> arrows, string from, string target)
    {
        var seen = new HashSet<string>();
        var open = new Queue<string>(arrows[from]);
        while (open.TryDequeue(out var next))
        {
            if (next == target)
            {
                return true;
            }

            if (seen.Add(next))
            {
                foreach (var further in arrows[next])
                {
                    open.Enqueue(further);
                }
            }
        }

        return false;
    }
}
