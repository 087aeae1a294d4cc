using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Applications;

/// <summary>
/// What was answered in one section: by one applicant, or by both together. The answers lie apart by how personal they
/// are, so that each is kept as the law wants it.
/// </summary>
public sealed class SectionAnswers : ICaseOwned, IVersioned
{
    public const int Longest = 60_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid ApplicationId { get; init; }

    /// <summary>The applicant whose answers they are; null for what both answer together.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The person or, for both, the application: so that there is one row for each section.</summary>
    public required Guid Holder { get; init; }

    /// <summary>The key of the section.</summary>
    public required string Section { get; init; }
    public string? Answers { get; private set; }

    /// <summary>Health and the other special categories (R-DP-02).</summary>
    public string? SensitiveAnswers { get; private set; }

    /// <summary>Offences (R-DP-03).</summary>
    public string? OffenceAnswers { get; private set; }

    /// <summary>When the section was last sent as finished; null while answers are only kept.</summary>
    public DateTime? FinishedAt { get; private set; }
    public DateTime KeptAt { get; private set; }
    public uint Version { get; set; }

    /// <summary>All answers together, as a form keeps them.</summary>
    public string All =>
        KeptAnswers.Write(
            ((string?[])[Answers, SensitiveAnswers, OffenceAnswers]).SelectMany(KeptAnswers.Read)
        );

    /// <summary>The answers stay, and have to be looked at again before they count.</summary>
    public void LookAgain() => FinishedAt = null;

    /// <summary>Takes the place of what was answered before.</summary>
    public void Keep(
        IReadOnlyDictionary<string, string[]> answers,
        Func<string, Privacy> mark,
        bool finished,
        DateTime at
    )
    {
        Answers = Of(Privacy.Personal);
        SensitiveAnswers = Of(Privacy.Special);
        OffenceAnswers = Of(Privacy.Criminal);
        KeptAt = at;
        FinishedAt = finished ? at : null;

        string? Of(Privacy privacy)
        {
            var mine = answers.Where(a => mark(a.Key) == privacy).ToList();
            return mine.Count > 0 ? KeptAnswers.Write(mine) : null;
        }
    }
}
