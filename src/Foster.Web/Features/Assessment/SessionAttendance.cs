using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Assessment;

/// <summary>One applicant at one session of preparation (R-S2F-03).</summary>
public sealed class SessionAttendance : ICaseOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid PersonId { get; init; }
    public required string SessionKey { get; init; }
    public required DateOnly AttendedOn { get; init; }

    /// <summary>What the trainer observed; evidence for the report (R-S2F-05).</summary>
    public string? Feedback { get; init; }
    public required string RecordedBy { get; init; }
}

/// <summary>One session of the preparation course.</summary>
public sealed record PreparationSession(string Key, string Title);

/// <summary>The six sessions every applicant attends (R-S2F-02).</summary>
public static class PreparationSessions
{
    public static IReadOnlyList<PreparationSession> All { get; } =
    [
        new("role", "The role of foster carers"),
        new("identity", "Identity and life chances"),
        new("together", "Working together"),
        new("behaviour", "Understanding behaviour"),
        new("safer", "Safer caring"),
        new("transitions", "Transitions"),
    ];
}
