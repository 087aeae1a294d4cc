using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Applications;

/// <summary>Something in an answer that a member of staff has to look at; never a decision (R-DP-16).</summary>
public sealed record Flag(string Words, string RuleId);

/// <summary>
/// A section that is a list of questions. Its page, its checks, how it is kept, the answers that are shown and what staff
/// read come from this one declaration; a further section is one class more, and a line in <see cref="ApplySections"/>.
/// </summary>
public abstract class AskedSection : ApplySection
{
    private readonly Lazy<IReadOnlyList<Field>> fields;

    protected AskedSection() =>
        fields = new(() => [.. Asked, .. Several is { } more ? more.Repeat.Fields : []]);

    /// <summary>Why this is asked, above the questions.</summary>
    public abstract IReadOnlyList<string> Lead { get; }

    /// <summary>The rule that asks for it.</summary>
    public abstract string RuleId { get; }

    public abstract IReadOnlyList<Field> Asked { get; }

    /// <summary>What is asked for each of several; null for nothing.</summary>
    public virtual Several? Several => null;

    public override bool ClosesTogether => Owner == SectionOwner.Household;

    /// <summary>The kinds of data that are asked for beside ordinary ones.</summary>
    public bool AsksFor(Privacy privacy) => fields.Value.Any(f => MarkOf(f.Name) == privacy);

    /// <summary>How personal the answer of a field is.</summary>
    protected virtual Privacy MarkOf(string field) => Privacy.Personal;

    /// <summary>What only several answers together can get wrong.</summary>
    protected virtual void CheckTogether(Form form, DateOnly today) { }

    /// <summary>What staff have to look at in these answers.</summary>
    protected virtual IEnumerable<Flag> FlagsOf(Form form, ApplyFacts facts) => [];

    public Form NewForm() => new([.. fields.Value]);

    /// <summary>The answers that there are.</summary>
    public Form FormOf(ApplyFacts facts, ApplicantFacts who) =>
        NewForm().FromJson(facts.AnswersOf(this, who)?.All);

    public void Check(Form form, DateOnly today)
    {
        form.Check(today);
        if (form.Ok)
            CheckTogether(form, today);
    }

    /// <summary>How personal what was typed into an input is.</summary>
    public Privacy MarkOfInput(string input) =>
        fields.Value.FirstOrDefault(f => f.InputNames.Contains(input)) is { } field
            ? MarkOf(field.Name)
            : Privacy.Personal;

    public override bool Started(ApplyFacts facts, ApplicantFacts who) =>
        facts.AnswersOf(this, who) is not null;

    public override IReadOnlyList<Refusal> Missing(ApplyFacts facts, ApplicantFacts who)
    {
        if (facts.AnswersOf(this, who) is not { } kept)
            return [new Refusal($"Fill in “{Title}”.", RuleId)];
        var form = FormOf(facts, who);
        Check(form, facts.Today);
        if (!form.Ok)
            return [.. form.Errors.Select(e => new Refusal(e.Message.TrimEnd('.') + ".", RuleId))];
        return kept.FinishedAt is null
            ? [new Refusal($"Check “{Title}” and choose “Save and continue” there.", RuleId)]
            : [];
    }

    public override IReadOnlyList<SummaryRow> Answers(ApplyFacts facts, ApplicantFacts who) =>
        RowsOf(facts, who, _ => true);

    /// <summary>Offences are for the team manager, on a page of their own (R-ELIG-08).</summary>
    public override IReadOnlyList<SummaryRow> StaffAnswers(ApplyFacts facts, ApplicantFacts who) =>
        RowsOf(facts, who, mark => mark != Privacy.Criminal);

    public IReadOnlyList<SummaryRow> OffenceAnswers(ApplyFacts facts, ApplicantFacts who) =>
        RowsOf(facts, who, mark => mark == Privacy.Criminal);

    public IReadOnlyList<Flag> Flags(ApplyFacts facts, ApplicantFacts who) =>
        facts.AnswersOf(this, who) is null ? [] : [.. FlagsOf(FormOf(facts, who), facts)];

    private List<SummaryRow> RowsOf(ApplyFacts facts, ApplicantFacts who, Func<Privacy, bool> shown)
    {
        var form = FormOf(facts, who);
        return
        [
            .. from field in fields.Value
            where field.Name != Several?.Repeat.CountName
            where shown(MarkOf(field.Name)) && form.Counts(field)
            select Row(field.Called, field.Display(form.Answers)),
        ];
    }
}
