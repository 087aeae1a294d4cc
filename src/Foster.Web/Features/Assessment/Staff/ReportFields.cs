using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>The fields of the report, each with the item of Schedule 3 that asks for it.</summary>
public sealed class ReportFields
{
    private readonly TextField personality = Part("personality", "Personality", "S3-11");
    private readonly TextField religion = Part(
        "religion",
        "Religion, and caring for a child of any persuasion",
        "S3-12"
    );
    private readonly TextField background = Part(
        "background",
        "Culture and language, and caring for a child of any background",
        "S3-13"
    );
    private readonly TextField work = Part(
        "work",
        "Work, standard of living, leisure and interests",
        "S3-14"
    );
    private readonly TextField experience = Part(
        "experience",
        "Experience of caring for children",
        "S3-15"
    );
    private readonly TextField skills = Part(
        "skills",
        "Skills and potential as foster carers",
        "S3-16"
    );
    private readonly TextField health = Part("health", "Health", "S3-02");
    private readonly TextField household = Part("household", "The household", "S3-03");
    private readonly TextField summary = Part(
        "summary",
        "Summary and assessment of suitability",
        "R-ASSESS-10"
    );
    private readonly TextField annex = Part(
        "annex",
        "Confidential annex, for panel and decision maker only",
        "R-ASSESS-15"
    );
    private readonly NumberField children = new("max-children")
    {
        Label = "Proposed terms: how many children at most?",
        Called = "Number of children",
        Optional = true,
        Max = 20,
        Width = "govuk-input--width-2",
    };
    private readonly NumberField youngest = new("min-age")
    {
        Label = "From which age?",
        Called = "Youngest age",
        Optional = true,
        Max = 17,
        Width = "govuk-input--width-2",
    };
    private readonly NumberField oldest = new("max-age")
    {
        Label = "To which age?",
        Called = "Oldest age",
        Optional = true,
        Max = 17,
        Width = "govuk-input--width-2",
    };
    private readonly MultiChoiceField<string> kinds = new(
        "kinds",
        [
            .. new[]
            {
                "Short term",
                "Long term",
                "Emergency",
                "Short breaks",
                "Parent and child",
                "Bridging",
            }.Select(k => new Option<string>(k, k)),
        ]
    )
    {
        Label = "Kinds of fostering",
        Optional = true,
    };
    private readonly ChoiceField<OverLimit> over = new(
        "over-limit",
        new Option<OverLimit>(OverLimit.None, "No more than 3 children"),
        new Option<OverLimit>(OverLimit.SiblingGroup, "A sibling group"),
        new Option<OverLimit>(
            OverLimit.Exemption,
            "A named exemption of the council where they live"
        )
    )
    {
        Label = "Why more than 3 children?",
        Optional = true,
    };
    private readonly TextField child = new("child-reference")
    {
        Label = "Reference of the child, where the approval is for one child only",
        Hint = "A reference, never a name",
        Optional = true,
        Max = 40,
        Spellcheck = false,
        Width = "govuk-input--width-20",
    };
    private readonly TextField notes = new("term-notes")
    {
        Label = "Anything else in the terms",
        Optional = true,
        Rows = 3,
        Max = 2_000,
    };

    public Form NewForm() =>
        new(
            personality,
            religion,
            background,
            work,
            experience,
            skills,
            health,
            household,
            summary,
            annex,
            children,
            youngest,
            oldest,
            kinds,
            over,
            child,
            notes
        );

    public ReportWords Words(Form form)
    {
        string Of(TextField field) => form.Get(field) ?? "";
        return new ReportWords(
            Of(personality),
            Of(religion),
            Of(background),
            Of(work),
            Of(experience),
            Of(skills),
            Of(health),
            Of(household),
            Of(summary),
            Of(annex)
        );
    }

    /// <summary>The proposed terms; null until number and both ages are given.</summary>
    public ApprovalTerms? Terms(Form form) =>
        (form.Get(children), form.Get(youngest), form.Get(oldest)) is ({ } most, { } from, { } to)
            ? new ApprovalTerms(
                most,
                from,
                to,
                string.Join(", ", form.Get(kinds) ?? []),
                form.Get(over) ?? OverLimit.None,
                form.Get(child),
                form.Get(notes)
            )
            : null;

    public void Fill(Form form, AssessmentReport report)
    {
        void Put(TextField field, string? text) =>
            form.Fill(field, string.IsNullOrEmpty(text) ? null : text);
        Put(personality, report.Personality);
        Put(religion, report.Religion);
        Put(background, report.Background);
        Put(work, report.Work);
        Put(experience, report.Experience);
        Put(skills, report.Skills);
        Put(health, report.Health);
        Put(household, report.Household);
        Put(summary, report.Summary);
        Put(annex, report.Annex);
        Put(child, report.NamedChildReference);
        Put(notes, report.TermNotes);
        form.Fill(children, report.MaxChildren)
            .Fill(youngest, report.MinAge)
            .Fill(oldest, report.MaxAge);
        if (report.TermKinds.Length > 0)
            form.Fill(kinds, report.TermKinds.Split(", "));
        if (report.MaxChildren is not null)
            form.Fill(over, (OverLimit?)report.OverLimit);
    }

    private static TextField Part(string name, string label, string rule) =>
        new(name)
        {
            Label = label,
            Hint = rule,
            Rows = 6,
            Max = AssessmentReportMap.SectionLength,
            Optional = true,
        };
}
