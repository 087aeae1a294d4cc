using System.Collections.Frozen;
using System.Reflection;

namespace Foster.Web.Foundation.Clock;

/// <summary>Every rule that sets a due date, in a file for each capability. A deadline is a line declared there and
/// found by itself.</summary>
public static partial class DeadlineRules
{
    // Lazy, because the order in which fields of a class in several files are set is not defined.
    private static readonly Lazy<IReadOnlyList<DeadlineLine>> Discovered = new(() =>
        [
            .. typeof(DeadlineRules)
                .GetFields(BindingFlags.Public | BindingFlags.Static)
                .Where(field => field.FieldType == typeof(DeadlineLine))
                .Select(field => (DeadlineLine)field.GetValue(null)!)
                .OrderBy(line => line.Key, StringComparer.Ordinal),
        ]
    );

    private static readonly Lazy<FrozenDictionary<string, DeadlineLine>> ByKey = new(() =>
        Discovered.Value.ToFrozenDictionary(line => line.Key, StringComparer.OrdinalIgnoreCase)
    );

    private static readonly Lazy<FrozenDictionary<string, DeadlineRule>> ById = new(() =>
        Discovered
            .Value.Select(line => line.Rule)
            .Distinct()
            .ToFrozenDictionary(rule => rule.Id, StringComparer.OrdinalIgnoreCase)
    );

    private static readonly Lazy<IReadOnlyList<DeadlineRule>> Ordered = new(() =>
        [.. ById.Value.Values.OrderBy(rule => rule.Id, StringComparer.Ordinal)]
    );

    /// <summary>All rules, by ID.</summary>
    public static IReadOnlyList<DeadlineRule> All => Ordered.Value;

    /// <summary>All due dates of all rules, by key.</summary>
    public static IReadOnlyList<DeadlineLine> Lines => Discovered.Value;

    public static DeadlineRule? Find(string ruleId) => ById.Value.GetValueOrDefault(ruleId);

    public static DeadlineLine? Line(string key) => ByKey.Value.GetValueOrDefault(key);
}
