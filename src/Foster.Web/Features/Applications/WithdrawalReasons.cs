namespace Foster.Web.Features.Applications;

/// <summary>Why applicants withdraw before panel, in the codes of the national return (R-RPT-02).</summary>
public static class WithdrawalReasons
{
    public static IReadOnlyList<(string Code, string Words)> All { get; } =
    [
        ("AW1", "Fostering is not what I expected"),
        ("AW2", "The assessment is not what I expected"),
        ("AW3", "Something in my household has changed, not to do with money"),
        ("AW4", "Money"),
        ("AW5", "I am worried about allegations"),
        ("AW0", "Another reason, or I would rather not say"),
    ];

    public static bool Knows(string code) => All.Any(r => r.Code == code);
}
