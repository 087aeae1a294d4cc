namespace Foster.Web.Foundation.Rules;

/// <summary>
/// Whoever refuses, declines, defers, holds, waives or overrides says why in words that another person can follow
/// (R-VAL-06). A reason code stands beside them where there is one.
/// </summary>
public static class ReasonRule
{
    public const int Least = 20;

    public static IReadOnlyList<Refusal> Against(string? reasons, string field = "reason") =>
        (reasons ?? "").Trim().Length >= Least
            ? []
            : [new Refusal($"Give the reasons in at least {Least} characters.", "R-VAL-06", field)];
}
