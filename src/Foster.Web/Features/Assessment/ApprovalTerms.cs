using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Assessment;

/// <summary>Why more than three children may be named in the terms (R-TERMS-02).</summary>
public enum OverLimit
{
    None,
    SiblingGroup,
    Exemption,
}

/// <summary>What somebody is approved for: proposed in the report, recommended by panel, decided by the decision maker.</summary>
/// <param name="Kinds">Kinds of fostering, such as short term, separated by a comma.</param>
/// <param name="NamedChildReference">A child's reference, never a name, where the approval is for one child.</param>
public sealed record ApprovalTerms(
    int MaxChildren,
    int MinAge,
    int MaxAge,
    string Kinds,
    OverLimit OverLimit = OverLimit.None,
    string? NamedChildReference = null,
    string? Notes = null
)
{
    /// <summary>Everything that is wrong with these terms (R-VAL-07).</summary>
    public IReadOnlyList<Refusal> Against()
    {
        var wrong = new List<Refusal>();
        if (MaxChildren < 1)
            wrong.Add(
                new Refusal("The number of children must be 1 or more.", "R-VAL-07", "max-children")
            );
        if (MaxChildren > 3 && OverLimit == OverLimit.None)
            wrong.Add(
                new Refusal(
                    "More than 3 children need a sibling group or an exemption by the council where the carer lives.",
                    "R-VAL-07",
                    "max-children"
                )
            );
        if (MinAge < 0 || MinAge > 17)
            wrong.Add(
                new Refusal("The youngest age must be between 0 and 17.", "R-VAL-07", "min-age")
            );
        if (MaxAge < 0 || MaxAge > 17)
            wrong.Add(
                new Refusal("The oldest age must be between 0 and 17.", "R-VAL-07", "max-age")
            );
        if (MinAge > MaxAge)
            wrong.Add(
                new Refusal("The youngest age must not be above the oldest.", "R-VAL-07", "min-age")
            );
        return wrong;
    }

    /// <summary>The terms where they stand alone, as the value of a row does.</summary>
    public string Alone()
    {
        var words = InWords();
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>The terms as one sentence for notices and lists.</summary>
    public string InWords()
    {
        var children = MaxChildren == 1 ? "1 child" : $"up to {MaxChildren} children";
        var over = OverLimit switch
        {
            OverLimit.SiblingGroup => " who are all siblings",
            OverLimit.Exemption => " under a named exemption",
            _ => "",
        };
        var child = NamedChildReference is null ? "" : $", for child {NamedChildReference} only";
        var kinds = Kinds.Length == 0 ? "" : $"; {Kinds}";
        var notes = string.IsNullOrWhiteSpace(Notes) ? "" : $". {Notes.Trim()}";
        return $"{children}{over} aged {MinAge} to {MaxAge}{child}{kinds}{notes}";
    }
}
