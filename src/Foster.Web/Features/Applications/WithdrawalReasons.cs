namespace Foster.Web.Features.Applications;

/// <summary>Why applicants withdraw before panel, in the codes of the national return (R-RPT-02).</summary>
public static class WithdrawalReasons
{
    /// <summary>Nobody has to say why; with this one the reason in their own words may stay empty (R-APP-08).</summary>
    public const string Unsaid = "AW0";

    public static IReadOnlyList<(string Code, string Words)> All { get; } =
    [
        ("AW1", "Fostering is not what I expected"),
        ("AW2", "The assessment is not what I expected"),
        ("AW3", "Something in my household has changed, not to do with money"),
        ("AW4", "Money"),
        ("AW5", "I am worried about allegations"),
        (Unsaid, "Another reason, or I would rather not say"),
    ];

    public static bool Knows(string code) => All.Any(r => r.Code == code);
}
