using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Assessment;

/// <summary>The words of a report as they are typed.</summary>
public sealed record ReportWords(
    string Personality = "",
    string Religion = "",
    string Background = "",
    string Work = "",
    string Experience = "",
    string Skills = "",
    string Health = "",
    string Household = "",
    string Summary = "",
    string Annex = ""
);

/// <param name="Rule">The item of Schedule 3 or the rule that asks for it.</param>
public sealed record ReportSection(string Rule, string Title, string Text);

/// <summary>The assessment report as it is written, until it is frozen by being shared (R-ASSESS-10).</summary>
public sealed class AssessmentReport : ICaseOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>1 at first; one more each time the case comes back and a revised report is begun.</summary>
    public int Revision { get; private set; } = 1;
    public string Personality { get; private set; } = "";
    public string Religion { get; private set; } = "";
    public string Background { get; private set; } = "";
    public string Work { get; private set; } = "";
    public string Experience { get; private set; } = "";
    public string Skills { get; private set; } = "";
    public string Health { get; private set; } = "";
    public string Household { get; private set; } = "";
    public string Summary { get; private set; } = "";

    /// <summary>Third-party and confidential information, for panel and decision maker only (R-ASSESS-15).</summary>
    public string Annex { get; private set; } = "";
    public int? MaxChildren { get; private set; }
    public int? MinAge { get; private set; }
    public int? MaxAge { get; private set; }
    public string TermKinds { get; private set; } = "";
    public OverLimit OverLimit { get; private set; }
    public string? NamedChildReference { get; private set; }
    public string? TermNotes { get; private set; }
    public DateOnly? CheckedOn { get; private set; }
    public Guid? CheckedById { get; private set; }
    public string? CheckedBy { get; private set; }

    /// <summary>Set while the two copies of this revision stand.</summary>
    public DateOnly? SharedOn { get; private set; }
    public string LastEditedBy { get; private set; } = "";
    public uint Version { get; set; }

    public ApprovalTerms? Terms =>
        (MaxChildren, MinAge, MaxAge) is ({ } children, { } min, { } max)
            ? new ApprovalTerms(
                children,
                min,
                max,
                TermKinds,
                OverLimit,
                NamedChildReference,
                TermNotes
            )
            : null;

    public ReportWords Words =>
        new(
            Personality,
            Religion,
            Background,
            Work,
            Experience,
            Skills,
            Health,
            Household,
            Summary,
            Annex
        );

    /// <summary>What the applicant reads, in order.</summary>
    public IReadOnlyList<ReportSection> Sections =>
        [
            new("S3-11", "Personality", Personality),
            new("S3-12", "Religion, and caring for a child of any persuasion", Religion),
            new(
                "S3-13",
                "Culture and language, and caring for a child of any background",
                Background
            ),
            new("S3-14", "Work, standard of living, leisure and interests", Work),
            new("S3-15", "Experience of caring for children", Experience),
            new("S3-16", "Skills and potential as foster carers", Skills),
            new("S3-02", "Health", Health),
            new("S3-03", "The household", Household),
            new("R-ASSESS-10", "Summary and assessment of suitability", Summary),
        ];

    /// <summary>Takes new words. A quality check of earlier ones ends with it.</summary>
    public void Write(ReportWords words, ApprovalTerms? terms, string by)
    {
        if (SharedOn is not null)
        {
            SharedOn = null;
            Revision++;
        }
        (Personality, Religion, Background) = (words.Personality, words.Religion, words.Background);
        (Work, Experience, Skills) = (words.Work, words.Experience, words.Skills);
        (Health, Household) = (words.Health, words.Household);
        (Summary, Annex) = (words.Summary, words.Annex);
        (MaxChildren, MinAge, MaxAge) = (terms?.MaxChildren, terms?.MinAge, terms?.MaxAge);
        (TermKinds, OverLimit) = (terms?.Kinds ?? "", terms?.OverLimit ?? OverLimit.None);
        (NamedChildReference, TermNotes) = (terms?.NamedChildReference, terms?.Notes);
        (CheckedOn, CheckedById, CheckedBy) = (null, null, null);
        LastEditedBy = by;
    }

    public void PassQuality(Actor by, DateOnly on) =>
        (CheckedOn, CheckedById, CheckedBy) = (on, by.AccountId, by.Name);

    public void Share(DateOnly on) => SharedOn = on;
}
