namespace Foster.Web.Foundation.Journeys;

/// <summary>A form of many pages: questions in order, each asked only where the answers before it call for it.</summary>
/// <param name="key">Names its cookie and its drafts, such as enquiry.</param>
/// <param name="path">The address it lives under, such as /enquire.</param>
public sealed class Journey(
    string key,
    string path,
    params IReadOnlyList<JourneyQuestion> questions
)
{
    public string Key { get; } = key;

    public string Path { get; } = path;

    public IReadOnlyList<JourneyQuestion> Questions { get; } = questions;

    public string CheckPath => Path + "/check";

    /// <summary>Shown when there is nothing to go on with: answers kept too long ago, or never.</summary>
    public string StartAgainPath { get; init; } = path + "/start-again";

    public string SentPath { get; init; } = path + "/sent";

    /// <summary>The same page, for somebody who comes back after sending.</summary>
    public string AlreadySentPath => SentPath + "?again=yes";

    public JourneyQuestion? Find(string? slug) => Questions.FirstOrDefault(q => q.Slug == slug);

    /// <summary>The address of a question; with <paramref name="change"/> one comes back to the check-answers page.</summary>
    public string PathOf(JourneyQuestion question, bool change = false) =>
        $"{Path}/{question.Slug}{(change ? "?change=yes" : "")}";

    /// <summary>The address of one of several, and of the page that asks whether to take it out.</summary>
    public string PathOf(JourneyQuestion question, int item, bool change, bool remove = false) =>
        $"{Path}/{question.Slug}/{item}{(remove ? "/remove" : "")}{(change ? "?change=yes" : "")}";

    /// <summary>Kept answers, less those to questions that are not asked any more.</summary>
    public JourneyAnswers Read(
        string? json,
        IReadOnlyCollection<string> answered,
        DateOnly today
    ) =>
        new(
            this,
            new Form([.. Questions.SelectMany(q => q.Fields)]).FromJson(json),
            answered,
            today
        );
}

/// <summary>How far somebody has come in a journey.</summary>
public sealed class JourneyAnswers
{
    private readonly Journey journey;
    private readonly List<JourneyQuestion> asked = [];
    private readonly HashSet<JourneyQuestion> good = [];

    internal JourneyAnswers(
        Journey journey,
        Form form,
        IReadOnlyCollection<string> answered,
        DateOnly today
    )
    {
        this.journey = journey;
        Form = form;
        foreach (var question in journey.Questions)
        {
            if (question.Asked?.Invoke(form) == false)
            {
                foreach (var name in question.Fields.SelectMany(f => f.InputNames))
                    form.Answers.Set(name);
                continue;
            }
            asked.Add(question);
            if (answered.Contains(question.Slug) && question.Holds(form, today))
                good.Add(question);
        }
    }

    /// <summary>All answers to the questions that are asked.</summary>
    public Form Form { get; }

    /// <summary>The questions that are asked, in order.</summary>
    public IReadOnlyList<JourneyQuestion> Asked => asked;

    /// <summary>Where to go on; null when every question has its answer.</summary>
    public JourneyQuestion? FirstOpen => asked.FirstOrDefault(q => !good.Contains(q));

    /// <summary>True when the last question was answered before: what is open now was opened by a change.</summary>
    public bool IsNearlyDone =>
        asked.Count > 0 && good.Contains(asked[^1]) || good.Count == asked.Count - 1;

    public bool IsAnswered(JourneyQuestion question) => good.Contains(question);

    public JourneyQuestion? Before(JourneyQuestion question) =>
        asked.IndexOf(question) is > 0 and var at ? asked[at - 1] : null;

    public JourneyQuestion? After(JourneyQuestion question) =>
        asked.SkipWhile(q => q != question).Skip(1).FirstOrDefault();

    /// <summary>True when a question before this one still has no answer.</summary>
    public bool IsAhead(JourneyQuestion question) =>
        FirstOpen is { } open && asked.IndexOf(open) < asked.IndexOf(question);

    /// <summary>The rows of the check-answers page under their headings, each with its way back to the question.</summary>
    public IReadOnlyList<(string Section, IReadOnlyList<SummaryRow> Rows)> Sections =>
        [
            .. asked
                .GroupBy(q => q.Section)
                .Select(s => (s.Key, (IReadOnlyList<SummaryRow>)[.. s.SelectMany(RowsOf)]))
                .Where(s => s.Item2.Count > 0),
        ];

    private IEnumerable<SummaryRow> RowsOf(JourneyQuestion question)
    {
        var href = journey.PathOf(question, change: true);
        if (question.Rows is null)
            return question.Page(Form).SummaryRows(href);
        return question
            .Rows(Form)
            .Select(r => new SummaryRow(
                r.Label,
                r.Value.Length > 0 ? r.Value : "Not provided",
                href,
                Words.LowerFirst(r.Label)
            ));
    }
}
