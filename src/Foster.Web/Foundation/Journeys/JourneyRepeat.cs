using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Foster.Web.Foundation.Journeys;

/// <summary>
/// The same few fields asked several times: all on one page with a button for one more, or each on a page of its own
/// behind a list (<see cref="Say"/>).
/// </summary>
/// <param name="countName">The hidden input that holds how many are asked for.</param>
/// <param name="thing">What one of them is called, such as person.</param>
/// <param name="max">How many at most.</param>
/// <param name="of">The fields of number 1, 2, 3 …</param>
public sealed class JourneyRepeat(
    string countName,
    string thing,
    int max,
    Func<JourneyRepeat, int, IReadOnlyList<Field>> of
)
{
    private readonly List<IReadOnlyList<Field>> made = [];

    public string CountName { get; } = countName;

    public string Thing { get; } = thing;

    public int Max { get; } = max;

    /// <summary>How many there are before anything was answered: none where each has a page of its own.</summary>
    public int Least { get; init; } = 1;

    /// <summary>One of them in words for the list: what it is called, and what else was said of it.</summary>
    public Func<Form, int, (string Name, string More)>? Say { get; init; }

    /// <summary>The question below the list.</summary>
    public YesNoField More =>
        field ??= new("more")
        {
            Label = $"Do you need to add another {Thing}?",
            MissingMessage = $"Select yes if you need to add another {Thing}",
        };

    /// <summary>All fields, of which only those in use count, and before them the number of people or things.</summary>
    public IReadOnlyList<Field> Fields => [CountField, .. Enumerable.Range(1, Max).SelectMany(Of)];

    private NumberField CountField =>
        field ??= new(CountName)
        {
            Optional = true,
            Min = Least,
            Max = Max,
        };

    /// <summary>The fields of number 1, 2, 3 …; the same ones each time.</summary>
    public IReadOnlyList<Field> Of(int number)
    {
        while (made.Count < number)
            made.Add(of(this, made.Count + 1));
        return made[number - 1];
    }

    /// <summary>How many are asked for.</summary>
    public int CountOf(Form form) =>
        int.TryParse(
            form.Answers[CountName],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var count
        )
            ? Math.Clamp(count, Least, Max)
            : Least;

    /// <summary>Asks for one more.</summary>
    public void Add(Form form) => SetCount(form, Math.Min(Max, CountOf(form) + 1));

    /// <summary>Takes one away; those after it move up.</summary>
    public void Remove(Form form, int number)
    {
        var count = CountOf(form);
        if (number < 1 || number > count)
            return;
        for (var i = number; i <= count; i++)
            foreach (var (field, place) in Of(i).Select((f, place) => (f, place)))
                for (var input = 0; input < field.InputNames.Count; input++)
                    form.Answers.Set(
                        field.InputNames[input],
                        i == count ? [] : [.. form.Answers.Many(Of(i + 1)[place].InputNames[input])]
                    );
        SetCount(form, Math.Max(Least, count - 1));
    }

    /// <summary>A form of one of them alone, with the answers there are; the last may be one more than there are.</summary>
    public Form PageOf(Form answers, int number)
    {
        var page = new Form([CountField, .. Of(number)]);
        foreach (var name in Of(number).SelectMany(f => f.InputNames))
            page.Answers.Set(name, [.. answers.Answers.Many(name)]);
        SetCount(page, Math.Max(number, CountOf(answers)));
        return page;
    }

    /// <summary>Takes what was typed for one of them.</summary>
    public Form Take(Form answers, int number, IFormCollection posted)
    {
        var page = PageOf(answers, number);
        page.Take(posted);
        SetCount(page, Math.Max(number, CountOf(answers)));
        return page;
    }

    /// <summary>Whether everything of one of them would be taken.</summary>
    public bool Holds(Form answers, int number, DateOnly today)
    {
        var page = PageOf(answers, number);
        page.Check(today);
        return page.Ok;
    }

    /// <summary>One word that tells whether one of them is still as somebody saw it; empty where there is none.</summary>
    public string MarkOf(Form answers, int number)
    {
        if (number > CountOf(answers))
            return "";
        var typed = Of(number)
            .SelectMany(f => f.InputNames)
            .Select(n => string.Join('\t', answers.Answers.Many(n).Where(v => v.Length > 0)));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', typed)));
        return Convert.ToHexStringLower(hash.AsSpan(0, 8));
    }

    private void SetCount(Form form, int count) =>
        form.Answers.Set(CountName, count.ToString(CultureInfo.InvariantCulture));
}
