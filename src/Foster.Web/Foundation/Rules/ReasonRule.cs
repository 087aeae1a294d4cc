namespace Foster.Web.Foundation.Rules;

/// <summary>
/// Whoever refuses, declines, defers, holds, waives or overrides says why in words that another person can follow
/// (R-VAL-06). A reason code stands beside them where there is one.
/// </summary>
public static class ReasonRule
{
    public const int Least = 20;

    /// <param name="what">What is to be said, as it follows «in at least 20 characters»; null for the reasons.</param>
    public static IReadOnlyList<Refusal> Against(
        string? reasons,
        string field = "reason",
        string? what = null
    ) =>
        (reasons ?? "").Trim().Length >= Least
            ? []
            :
            [
                new Refusal(
                    what is null
                        ? $"Give the reasons in at least {Least} characters."
                        : $"Say in at least {Least} characters {what}.",
                    "R-VAL-06",
                    field
                ),
            ];
}
