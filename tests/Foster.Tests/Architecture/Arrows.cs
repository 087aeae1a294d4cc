namespace Foster.Tests.Architecture;

/// <summary>Which feature may name which other one: the list of architecture, and what follows from it.</summary>
internal static class Arrows
{
    /// <summary>What everybody may name.</summary>
    private const string Spine = "Cases";

    /// <summary>Each feature and those it builds on; what those build on follows by itself.</summary>
    public static IReadOnlyDictionary<string, string[]> Drawn { get; } =
        new Dictionary<string, string[]>
        {
            [Spine] = [],
            ["Enquiries"] = [Spine],
            ["Documents"] = [Spine],
            ["Applications"] = [Spine, "Enquiries", "Documents"],
            ["Assessment"] = ["Applications"],
            ["Approvals"] = ["Assessment"],
            ["Carers"] = ["Approvals"],
            ["Allowances"] = ["Carers"],
            ["Charter"] = ["Carers"],
            ["Payments"] = ["Allowances", "Carers"],
            ["AllowanceReview"] = ["Allowances", "Payments"],
            ["Surveys"] = [Spine],
            ["Connected"] = ["Enquiries"],
            ["Events"] = ["Enquiries"],
            ["Hub"] = ["Enquiries"],
            // Hosts know catalogues, which stand in Foundation.
            ["Reminders"] = [],
            ["Messages"] = ["Reminders"],
            ["Reports"] = [],
            ["Operate"] = [],
            ["Records"] = [Spine],
            ["Questions"] = [Spine],
        };

    public static bool Allow(string from, string to) => to == Spine || Reachable(from).Contains(to);

    private static HashSet<string> Reachable(string from)
    {
        var reached = new HashSet<string>();
        var open = new Queue<string>(Drawn.GetValueOrDefault(from, []));
        while (open.TryDequeue(out var next))
        {
            if (reached.Add(next))
            {
                foreach (var further in Drawn[next])
                {
                    open.Enqueue(further);
                }
            }
        }

        return reached;
    }
}
