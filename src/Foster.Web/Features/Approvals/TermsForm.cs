using Foster.Web.Features.Assessment;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Approvals;

/// <summary>The questions about terms of approval (R-TERMS-01), asked of panel and of the decision maker alike.</summary>
public static class TermsForm
{
    private const string NumberWidth = "govuk-input--width-3";

    public static NumberField MaxChildren { get; } =
        Number("max-children", "Most children at a time");
    public static NumberField MinAge { get; } = Number("min-age", "Youngest age");
    public static NumberField MaxAge { get; } = Number("max-age", "Oldest age");

    public static MultiChoiceField<string> Kinds { get; } =
        new("kinds", PanelWords.Kinds) { Label = "Kinds of fostering", Optional = true };

    public static ChoiceField<OverLimit> Limit { get; } =
        new(
            "over-limit",
            new(OverLimit.None, "No, three children at most"),
            new(OverLimit.SiblingGroup, "Yes, a group of brothers and sisters"),
            new(OverLimit.Exemption, "Yes, by a named exemption of the council where they live")
        )
        {
            Label = "May they foster more than three children?",
            MissingMessage = "Select whether they may foster more than three children",
        };

    public static TextField Child { get; } =
        new("child-reference")
        {
            Label = "Child's reference, where the approval is for one child only",
            Called = "Child's reference",
            Hint = "A reference such as C-1042, never a name",
            Optional = true,
            Spellcheck = false,
            Width = "govuk-input--width-10",
            Pattern = "(?=.*[0-9])[A-Za-z0-9/-]{2,20}",
            PatternMessage = "Enter a reference with numbers, like C-1042, and not a name",
        };

    public static TextField Notes { get; } =
        new("terms-notes")
        {
            Label = "Anything else about the terms",
            Optional = true,
            Rows = 3,
            Max = 1_000,
        };

    public static IReadOnlyList<Field> Fields { get; } =
    [MaxChildren, MinAge, MaxAge, Kinds, Limit, Child, Notes];

    public static void Fill(Form form, ApprovalTerms? terms)
    {
        if (terms is null)
            return;
        var known = PanelWords.Kinds.Select(k => k.Value);
        form.Fill(MaxChildren, terms.MaxChildren)
            .Fill(MinAge, terms.MinAge)
            .Fill(MaxAge, terms.MaxAge)
            .Fill(
                Kinds,
                [.. known.Where(k => terms.Kinds.Contains(k, StringComparison.OrdinalIgnoreCase))]
            )
            .Fill(Limit, terms.OverLimit)
            .Fill(Child, terms.NamedChildReference)
            .Fill(Notes, terms.Notes);
    }

    public static ApprovalTerms Read(Form form) =>
        new(
            form.Must(MaxChildren),
            form.Must(MinAge),
            form.Must(MaxAge),
            string.Join(", ", form.Get(Kinds) ?? []),
            form.Must(Limit),
            form.Get(Child),
            form.Get(Notes)
        );

    private static NumberField Number(string name, string label) =>
        new(name)
        {
            Label = label,
            Min = 0,
            Max = 20,
            Width = NumberWidth,
        };
}
