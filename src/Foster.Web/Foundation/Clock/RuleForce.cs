namespace Foster.Web.Foundation.Clock;

/// <summary>What stands behind a rule, from an Act of Parliament down to our own policy.</summary>
public enum RuleForce
{
    Act,
    Reg,
    Sg,
    Nms,
    Prac,
    Pol,
}

/// <summary>How far a rule was checked against its source.</summary>
public enum Confidence
{
    /// <summary>Read in the instrument itself or on the responsible body's page.</summary>
    V1,

    /// <summary>Read second-hand.</summary>
    V2,

    /// <summary>Recalled, to be confirmed by the service.</summary>
    U,

    /// <summary>Not applicable: our own policy.</summary>
    NA,
}

/// <summary>How these codes are written and said.</summary>
public static class RuleForceWords
{
    public static string Code(this RuleForce force) => force.ToString().ToUpperInvariant();

    public static string InWords(this RuleForce force) =>
        force switch
        {
            RuleForce.Act => "Act of Parliament",
            RuleForce.Reg => "regulations",
            RuleForce.Sg => "statutory guidance",
            RuleForce.Nms => "national minimum standard",
            RuleForce.Prac => "practice of other services",
            _ => "our own policy",
        };

    public static string Code(this Confidence confidence) =>
        confidence == Confidence.NA ? "n/a" : confidence.ToString();

    public static string InWords(this Confidence confidence) =>
        confidence switch
        {
            Confidence.V1 => "verified",
            Confidence.V2 => "verified second-hand",
            Confidence.U => "to be confirmed",
            _ => "not applicable",
        };
}
