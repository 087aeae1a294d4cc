using Foster.Web.Foundation.Journeys;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Foster.Web.Features.Enquiries.Public;

/// <summary>One question of the check with the answer that was given.</summary>
public sealed record ReadinessLine(
    ReadinessQuestion Question,
    ReadinessAnswer Answer,
    string ChangeHref
);

/// <summary>
/// «Can I foster?»: one question after the other. All that is known stands in the query string; nothing is stored and no
/// database is asked.
/// </summary>
public sealed class CanIFosterModel : PageModel, IHasForm
{
    public const string Path = "/can-i-foster";

    /// <summary>Names the question whose page was sent, so that an empty one can be told from one not asked yet.</summary>
    public const string AskedField = "asked";

    /// <summary>The one that is asked now; null before the first and after the last.</summary>
    public ReadinessQuestion? Question { get; private set; }

    public Form Form { get; private set; } = new();

    public IReadOnlyList<ReadinessLine> Lines { get; private set; } = [];

    public bool IsStart { get; private set; }

    public bool IsTooYoung => Lines.Any(l => l.Answer.Key == ReadinessQuestions.Under18);

    public bool IsTalk => Lines.Any(l => l.Answer.Talk);

    public bool IsWait => Lines.Any(l => l.Answer.Wait);

    public int Number => Lines.Count + 1;

    public int Count => ReadinessQuestions.All.Count;

    public string BackHref => Lines.Count == 0 ? Path : Lines[^1].ChangeHref;

    public string BeginHref => $"{Path}?begin=yes";

    /// <summary>The enquiry, with the answers that it would ask for again.</summary>
    public string EnquireHref =>
        QueryHelpers.AddQueryString(
            EnquiryJourney.FirstPath,
            Lines
                .Where(l => EnquiryJourney.Carried.Any(f => f.Name == l.Question.Name))
                .ToDictionary(l => l.Question.Name, l => (string?)l.Answer.Key)
        );

    public string Title =>
        IsStart ? "Can I foster?"
        : Question is { } question ? question.Label
        : IsTooYoung ? "You need to be 18 or over"
        : "What your answers mean";

    public void OnGet()
    {
        IsStart = Request.Query.Count == 0;
        if (IsStart)
            return;
        var given = ReadinessQuestions
            .All.Select(q => (Question: q, Answer: q.Find(Request.Query[q.Name])))
            .ToList();
        var lines = new List<ReadinessLine>();
        foreach (var (question, answer) in given)
        {
            if (answer is null)
            {
                Question ??= question;
                continue;
            }
            if (Question is null || question.Name != Question.Name)
                lines.Add(new(question, answer, HrefWithout(given, question)));
        }
        Lines = lines;
        if (IsTooYoung)
            Question = null;
        if (Question is not null)
            Ask(Question);
    }

    private void Ask(ReadinessQuestion question)
    {
        Form = new Form(
            new ChoiceField<string>(
                question.Name,
                [.. question.Answers.Select(a => new Option<string>(a.Key, a.Label, a.Hint))]
            )
            {
                Label = question.Label,
                Called = question.Called,
                Hint = question.Hint,
                MissingMessage = "Select an answer. You can choose the one that is nearest",
            }
        );
        if (Request.Query[AskedField] == question.Name)
            Form.Check(default);
    }

    private static string HrefWithout(
        IEnumerable<(ReadinessQuestion Question, ReadinessAnswer? Answer)> given,
        ReadinessQuestion left
    )
    {
        var others = given
            .Where(g => g.Answer is not null && g.Question != left)
            .ToDictionary(g => g.Question.Name, g => (string?)g.Answer!.Key);
        others.TryAdd("begin", "yes");
        return QueryHelpers.AddQueryString(Path, others);
    }
}
