using System.Reflection;

namespace Foster.Web.Foundation.Mail;

/// <summary>All kinds of messages and letters, found where they are declared.</summary>
public static class MailTemplates
{
    /// <summary>By name.</summary>
    public static IReadOnlyList<MailTemplate> All { get; } =
    [
        .. typeof(MailTemplates)
            .Assembly.GetTypes()
            .Where(t => !t.ContainsGenericParameters)
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static))
            .SelectMany(DeclaredBy)
            .OrderBy(t => t.Name, StringComparer.OrdinalIgnoreCase),
    ];

    private static readonly Dictionary<string, MailTemplate> ByKey = All.SelectMany(t =>
            t.AlsoKey is { } also ? new[] { (t.Key, t), (also, t) } : [(t.Key, t)]
        )
        .ToDictionary(t => t.Item1, t => t.t, StringComparer.Ordinal);

    /// <summary>The kind of a message, by its whole key or the beginning that stands for several.</summary>
    public static MailTemplate? Find(string key) =>
        ByKey.GetValueOrDefault(key)
        ?? ByKey.GetValueOrDefault(key[..(key.IndexOf('.', StringComparison.Ordinal) + 1)]);

    private static IEnumerable<MailTemplate> DeclaredBy(FieldInfo field) =>
        typeof(MailTemplate).IsAssignableFrom(field.FieldType)
            ? [(MailTemplate)field.GetValue(null)!]
        : typeof(IEnumerable<MailTemplate>).IsAssignableFrom(field.FieldType)
            ? (IEnumerable<MailTemplate>)field.GetValue(null)!
        : [];
}
