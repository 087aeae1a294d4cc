using System.Globalization;

namespace Foster.Web.Foundation.Journeys;

/// <summary>The same few fields asked several times on one page, with a button for one more.</summary>
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

    /// <summary>All fields, of which only those in use count, and before them the number of people or things.</summary>
    public IReadOnlyList<Field> Fields =>
        [
            new NumberField(CountName)
            {
                Optional = true,
                Min = 1,
                Max = Max,
            },
            .. Enumerable.Range(1, Max).SelectMany(Of),
        ];

    /// <summary>The fields of number 1, 2, 3 …; the same ones each time.</summary>
    public IReadOnlyList<Field> Of(int number)
    {
        while (made.Count < number)
            made.Add(of(this, made.Count + 1));
        return made[number - 1];
    }

    /// <summary>How many are asked for; one before anything was answered.</summary>
    public int CountOf(Form form) =>
        int.TryParse(
            form.Answers[CountName],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var count
        )
            ? Math.Clamp(count, 1, Max)
            : 1;

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
        SetCount(form, Math.Max(1, count - 1));
    }

    private void SetCount(Form form, int count) =>
        form.Answers.Set(CountName, count.ToString(CultureInfo.InvariantCulture));
}
