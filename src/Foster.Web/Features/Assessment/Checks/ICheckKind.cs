using Foster.Web.Features.Cases;

namespace Foster.Web.Features.Assessment.Checks;

/// <summary>What the content of a check is about; decides which column holds it and who may see it.</summary>
public enum CheckContent
{
    Plain,
    Criminal,
    Medical,
    Reference,
}

/// <summary>What is known of a household when its checks are worked out.</summary>
/// <param name="PanelBy">The day by which panel recommends; who turns 18 until then counts as an adult (R-VAL-02).</param>
/// <param name="Elsewhere">Applicants whom another service approved in the twelve months before they applied.</param>
/// <param name="OutsideArea">Applicants who live outside the council's districts.</param>
public sealed record Circumstances(
    IReadOnlyList<CasePerson> People,
    DateOnly PanelBy,
    IReadOnlySet<Guid> Elsewhere,
    IReadOnlySet<Guid> OutsideArea
)
{
    public IEnumerable<CasePerson> Applicants => People.Where(p => p.IsApplicant);

    /// <summary>Of that age by panel; an unknown date of birth counts as old enough, to be on the safe side.</summary>
    public bool IsAdultByPanel(CasePerson person, int age) => (person.AgeOn(PanelBy) ?? age) >= age;
}

/// <summary>The questions of the form on which a check is recorded.</summary>
public sealed record CheckQuestions(string When, string Found, string FoundHint)
{
    public static CheckQuestions Usual { get; } =
        new(
            "When was it received?",
            "What was found?",
            "Needed unless the outcome is clear: at least 20 characters. Do not copy the document."
        );

    /// <summary>The day of the first question, as an error names it.</summary>
    public string Day { get; init; } = "The day it was received";

    /// <summary>Asked where somebody else than its reviewer may have made it; null where nobody is named.</summary>
    public string? MadeBy { get; init; }
}

/// <summary>One kind of check. A new kind is a new class; nothing else has to be changed.</summary>
public interface ICheckKind
{
    /// <summary>Such as CHK-02; never reused.</summary>
    string Key { get; }

    string Title { get; }

    /// <summary>Why it is made, in words for the person it is about (R-APP-04).</summary>
    string Why { get; }

    /// <summary>Stage 1 cannot be complete without it.</summary>
    bool IsMandatory => true;

    /// <summary>Made only with the consent of the person it is about (R-APP-05).</summary>
    bool NeedsConsent => false;

    /// <summary>A certificate number, its date and the answer on the barred list belong to it (R-VAL-05).</summary>
    bool NeedsCertificate => false;

    /// <summary>Follows from the interviews of the referees and is not marked received by hand.</summary>
    bool FollowsFromInterviews => false;

    bool MayBeNotApplicable => false;

    /// <summary>The law asks us to request it; where the source does not supply it, stage 1 still goes on (R-TRF-05).</summary>
    bool MayStayUnsupplied => false;

    /// <summary>There is one for each service that approved the person in the twelve months before (R-TRF-05).</summary>
    bool IsOfEachService => false;

    /// <summary>There is one for each animal at home (CHK-19).</summary>
    bool IsOfEachAnimal => false;

    /// <summary>Made at a visit of our own, and not waited for from somebody else.</summary>
    bool IsMadeByUs => false;

    CheckContent Content => CheckContent.Plain;

    /// <summary>How a worker is asked for what came of it.</summary>
    CheckQuestions Asks => CheckQuestions.Usual;

    /// <summary>The people it applies to; a null stands for the home or the case as a whole.</summary>
    IEnumerable<Guid?> AppliesTo(Circumstances household);
}

/// <summary>The catalogue of check kinds, found by their contract.</summary>
public static class CheckKinds
{
    public static IReadOnlyList<ICheckKind> All { get; } =
    [
        .. typeof(CheckKinds)
            .Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false })
            .Where(typeof(ICheckKind).IsAssignableFrom)
            .Select(t => (ICheckKind)Activator.CreateInstance(t)!)
            .OrderBy(k => k.Key, StringComparer.Ordinal),
    ];

    public static ICheckKind Of(string key) => All.Single(k => k.Key == key);
}
