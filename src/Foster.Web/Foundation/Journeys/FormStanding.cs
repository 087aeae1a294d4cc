using System.Security.Cryptography;
using System.Text;

namespace Foster.Web.Foundation.Journeys;

// What stands on record while somebody types, so that nobody overwrites what they have never seen.
public partial class Form
{
    private readonly List<Field> standing = [];

    /// <summary>What the record said when the form was drawn, as it travels with the page; empty for a form that changes nothing.</summary>
    public string Seen { get; set; } = "";

    /// <summary>Puts in what is likely, such as today's date. Unlike <see cref="Fill{T}(Field{T}, T)"/> it says nothing of the record.</summary>
    public Form Suggest<T>(Field<T> field, T value)
        where T : notnull
    {
        field.Write(value, Answers);
        return this;
    }

    /// <summary>Remembers what the record says now as what the reader of this page has seen.</summary>
    public void MarkSeen() => Seen = Marks(this);

    /// <summary>
    /// The fields that the record answers otherwise than when the form was drawn, and otherwise than was now typed.
    /// </summary>
    /// <param name="now">The same form as the record fills it at this moment.</param>
    public IReadOnlyList<Field> ChangedSince(string seen, Form now)
    {
        var before = seen.Split(' ').ToHashSet(StringComparer.Ordinal);
        return
        [
            .. now.standing.Where(f =>
                !before.Contains(Mark(f, now.Answers)) && Mark(f, now.Answers) != Mark(f, Answers)
            ),
        ];
    }

    private static string Marks(Form form) =>
        string.Join(' ', form.standing.Select(f => Mark(f, form.Answers)));

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
