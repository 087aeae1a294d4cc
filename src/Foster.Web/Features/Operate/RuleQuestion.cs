using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Operate;

/// <summary>"When is it due?", asked by a form or by an address such as ?rule=R-TRF-06&amp;on=2026-08-10.</summary>
public sealed class RuleQuestion
{
    private static readonly ChoiceField<string> Rule = new(
        "rule",
        [.. DeadlineRules.All.Select(r => new Option<string>(r.Id, $"{r.Id} {r.Title}"))]
    )
    {
        Label = "Rule",
        AsSelect = true,
        MissingMessage = "Select a rule from the list",
    };

    private static readonly DateField On = new("on")
    {
        Label = "When does it start to count?",
        Called = "The date from which it counts",
        Hint = "For example, the day on which the application arrived: 10 8 2026",
    };

    private static readonly TimeField At = new("at")
    {
        Label = "At what time?",
        Called = "The time",
        Hint = "Asked only where a rule counts clock hours. Like 9:30pm or 21:30, London time",
        OnlyWhen = form => DeadlineRules.Find(form.Answers[Rule.Name]) is { } rule && InHours(rule),
        MissingMessage = "Enter the time: this rule counts clock hours",
    };

    public Form Form { get; } = new(Rule, On, At);

    /// <summary>True once somebody asks for a date; a rule alone is only chosen.</summary>
    public bool Asked { get; private set; }

    public DeadlineRule? Chosen => DeadlineRules.Find(Form.Get(Rule) ?? "");

    public DateOnly? Day => Form.Get(On);

    public TimeOnly? Time => Form.Get(At, null);

    public static bool InHours(DeadlineRule rule) =>
        rule.Lines.Any(l => l.Counting == Counting.Hours);

    public static RuleQuestion Read(IQueryCollection query, DateOnly today)
    {
        var question = new RuleQuestion();
        var form = question.Form;
        foreach (var name in form.Fields.SelectMany(f => f.InputNames))
            form.Answers.Set(name, query[name].FirstOrDefault() ?? "");
        var rule = form.Answers[Rule.Name].Trim();
        // Typed in small letters it is the same rule.
        if (DeadlineRules.Find(rule) is { } known)
            form.Answers.Set(Rule.Name, known.Id);
        var day = (query["on"].FirstOrDefault() ?? "").Trim();
        if (day.Length > 0)
            Split(day, form);
        question.Asked =
            day.Length > 0
            || On.InputNames.Any(query.ContainsKey)
            || (rule.Length > 0 && question.Chosen is null);
        if (question.Asked)
            form.Check(today);
        return question;
    }

    /// <summary>A date written as 2026-08-10, as if it had been typed into the three inputs.</summary>
    private static void Split(string day, Form form)
    {
        var parts = day.Split('-');
        var three = parts.Length == 3;
        form.Answers.Set(On.YearName, three ? parts[0] : "");
        form.Answers.Set(On.MonthName, three ? parts[1] : "");
        form.Answers.Set(On.DayName, three ? parts[2] : day);
    }
}
