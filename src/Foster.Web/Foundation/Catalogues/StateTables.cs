using System.Reflection;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Foundation.Catalogues;

/// <summary>Every state table of the program. A feature shows its table by keeping it in a public static property.</summary>
public sealed class StateTables
{
    public IReadOnlyList<IStateTable> All { get; } =
    [
        .. typeof(StateTables)
            .Assembly.GetTypes()
            .Where(t => !t.ContainsGenericParameters)
            .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .Where(p => typeof(IStateTable).IsAssignableFrom(p.PropertyType))
            .Select(p => (IStateTable)p.GetValue(null)!)
            .DistinctBy(t => t.Name)
            .OrderBy(t => t.Name, StringComparer.Ordinal),
    ];
}
