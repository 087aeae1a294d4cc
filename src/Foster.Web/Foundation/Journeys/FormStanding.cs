using System.Security.Cryptography;
using System.Text;

namespace Foster.Web.Foundation.Journeys;

/// <summary>What the record says for the fields of a form.</summary>
/// <param name="Marks">One word for each field that tells whether its answer is still the same.</param>
/// <param name="Words">What a person reads for each, by the name of the field.</param>
public sealed record Standing(string Marks, IReadOnlyDictionary<string, string> Words);

// What stands on record while somebody types, so that nobody overwrites what they have never seen.
public partial class Form
{
    private readonly List<Field> standing = [];
    private Standing? onRecord;
    private string typedSeen = "";

    /// <summary>What the record said when the form was drawn, as it travels with the page; empty for a form that changes nothing.</summary>
    public string Seen { get; set; } = "";

    /// <summary>Puts in what is likely, such as today's date. Unlike <see cref="Fill{T}(Field{T}, T)"/> it says nothing of the record.</summary>
    public Form Suggest<T>(Field<T> field, T value)
        where T : notnull
    {
        field.Write(value, Answers);
        return this;
    }

    /// <summary>Puts in answers that were kept as the record of all fields, whether they can be read or not.</summary>
    public Form FillKept(string? json)
    {
        FromJson(json);
        foreach (var field in Fields)
            Stands(field);
        return this;
    }

    /// <summary>
    /// Lays over what the record says what somebody typed earlier and has not saved, with what they had seen of the record
    /// then: where it has changed since, they are told when they send it.
    /// </summary>
    public void TakeUp(string json, string seen)
    {
        onRecord = Stand();
        typedSeen = seen;
        FromJson(json);
    }

    /// <summary>What the record says for the fields that it fills.</summary>
    public Standing Stand() =>
        onRecord
        ?? new(
            string.Join(' ', standing.Select(f => Mark(f, Answers))),
            standing.ToDictionary(f => f.Name, f => f.Display(Answers))
        );

    /// <summary>Remembers what the record says now as what the reader of this page has seen.</summary>
    public void MarkSeen() => Seen = typedSeen.Length > 0 ? typedSeen : Stand().Marks;

    /// <summary>
    /// The fields that the record answers otherwise than when the form was drawn, and otherwise than was now typed.
    /// </summary>
    public IReadOnlyList<Field> ChangedSince(string seen, Standing now)
    {
        var before = seen.Split(' ').ToHashSet(StringComparer.Ordinal);
        var today = now.Marks.Split(' ').ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Fields.Where(f =>
                now.Words.ContainsKey(f.Name)
                && today.Contains(Mark(f, Answers)) is false
                && today.Single(m => m.StartsWith(f.Name + ".", StringComparison.Ordinal))
                    is var mark
                && !before.Contains(mark)
            ),
        ];
    }

    private static string Mark(Field field, RawValues raw)
    {
        var words = string.Join('\n', field.InputNames.Select(n => string.Join('\t', raw.Many(n))));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(field.Name + '\n' + words));
        return $"{field.Name}.{Convert.ToHexStringLower(hash.AsSpan(0, 8))}";
    }

    private void Stands(Field field)
    {
        if (!field.Secret && !standing.Contains(field))
            standing.Add(field);
    }
}
