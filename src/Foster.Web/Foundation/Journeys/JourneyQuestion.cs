namespace Foster.Web.Foundation.Journeys;

/// <summary>One page of a journey: a question, the fields that answer it, and when it is asked.</summary>
/// <param name="slug">The last part of its address, in lower case with hyphens; part of the interface.</param>
/// <param name="title">The question as it stands in the heading.</param>
public sealed class JourneyQuestion(string slug, string title, params IReadOnlyList<Field> fields)
{
    public string Slug { get; } = slug;

    public string Title { get; } = title;

    public IReadOnlyList<Field> Fields { get; } = fields;

    /// <summary>The heading under which its answers stand on the check-answers page.</summary>
    public string Section { get; init; } = "Your answers";

    /// <summary>Paragraphs between the heading and the fields.</summary>
    public IReadOnlyList<string> Lead { get; init; } = [];

    /// <summary>Why we ask, behind one line; null where that is plain.</summary>
    public string? Why { get; init; }

    /// <summary>Whether it is asked at all, given the answers before it.</summary>
    public Func<Form, bool>? Asked { get; init; }

    /// <summary>Adds what only several fields together can get wrong.</summary>
    public Action<Form>? Check { get; init; }

    /// <summary>Fills in what the other answers make likely: the page's form first, then all answers.</summary>
    public Action<Form, Form>? Suggest { get; init; }

    /// <summary>A page to go to instead of on, since the answer ends the journey; nothing is kept then.</summary>
    public Func<Form, DateOnly, string?>? LeadsAway { get; init; }

    /// <summary>Where the same fields are asked for several people or things, each on a page of its own behind this one.</summary>
    public JourneyRepeat? Repeat { get; init; }

    /// <summary>Label and value of each row on the check-answers page; one for each field when left out.</summary>
    public Func<Form, IReadOnlyList<(string Label, string Value)>>? Rows { get; init; }

    /// <summary>The label of the only field is the heading of the page.</summary>
    public bool IsOneField => Fields.Count == 1;

    /// <summary>A form of this page alone, with the answers there are.</summary>
    public Form Page(Form? answers = null)
    {
        var page = new Form([.. Fields]);
        if (answers is not null)
            foreach (var name in Fields.SelectMany(f => f.InputNames))
                page.Answers.Set(name, [.. answers.Answers.Many(name)]);
        return page;
    }

    /// <summary>True when the answers, as they stand, would be taken.</summary>
    public bool Holds(Form answers, DateOnly today)
    {
        var page = Page(answers);
        page.Check(today);
        Check?.Invoke(page);
        return page.Ok && LeadsAway?.Invoke(page, today) is null;
    }
}
