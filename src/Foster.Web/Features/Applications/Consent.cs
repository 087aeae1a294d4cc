using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Applications;

/// <summary>One person's consent to one check: which words, when, and when it was taken back (R-APP-05).</summary>
public sealed class Consent : ICaseOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>The check it is about, such as CHK-02.</summary>
    public required string CheckKey { get; init; }
    public required string WordingVersion { get; init; }

    /// <summary>False where the person refused.</summary>
    public required bool Given { get; init; }
    public required DateTime AnsweredAt { get; init; }
    public DateTime? WithdrawnAt { get; set; }

    /// <summary>Who recorded it for them from a paper that they signed; null where they answered themselves.</summary>
    public string? RecordedBy { get; init; }
    public uint Version { get; set; }

    /// <summary>True while the check may be made.</summary>
    public bool IsLive => Given && WithdrawnAt is null;
}

/// <summary>All answers of one person about one check.</summary>
public static class ConsentAnswers
{
    /// <summary>The answer in force; where there is none any more, the last one that was.</summary>
    public static Consent? Latest(this IEnumerable<Consent> answers) =>
        answers
            .OrderBy(c => c.WithdrawnAt is null)
            .ThenBy(c => c.AnsweredAt)
            .ThenBy(c => c.Id)
            .LastOrDefault();

    /// <summary>They answered, and do not agree (any more).</summary>
    public static bool Stop(this IEnumerable<Consent> answers) =>
        answers.Latest() is { IsLive: false };
}
