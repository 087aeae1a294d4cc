using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Assessment;

/// <summary>A reason somebody chooses from a list, kept by its code.</summary>
public sealed record ReasonCode(string Code, string Label);

/// <summary>The reasons an assessment knows, and how long the words beside them must be (R-VAL-06).</summary>
public static class AssessmentReasons
{
    public static IReadOnlyList<ReasonCode> Decline { get; } =
    [
        new("DA1", "Not enough room or unsuitable home"),
        new("DA2", "Circumstances of the household at this time"),
        new("DA3", "Information about the safety of children"),
        new("DA4", "Cannot offer the fostering that is needed"),
        new("DA0", "Another reason"),
    ];

    public static IReadOnlyList<ReasonCode> Refuse { get; } =
    [
        new("S1A", "Health"),
        new("S1B", "Criminal record or other information on safety"),
        new("S1C", "References"),
        new("S1D", "Home or household"),
        new("S1E", "A mandatory check was refused or could not be made"),
        new("S1Z", "Another reason"),
    ];

    /// <summary>Why stage 1 may still refuse although stage 2 is open (R-ASSESS-20).</summary>
    public static IReadOnlyList<ReasonCode> Legal { get; } =
    [
        new("L1", "Legal advice: the information belongs to stage 1 alone"),
        new("L2", "Legal advice: a child would be at risk by going on"),
    ];

    public static IReadOnlyList<Refusal> Against(string? reason, string field = "reason") =>
        ReasonRule.Against(reason, field);

    public static IReadOnlyList<Refusal> Against(
        IReadOnlyList<ReasonCode> known,
        string? code,
        string field = "code"
    ) =>
        known.Any(k => k.Code == code)
            ? []
            : [new Refusal("Select the main reason.", "R-VAL-06", field)];
}
