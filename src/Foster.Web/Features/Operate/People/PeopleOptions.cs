namespace Foster.Web.Features.Operate.People;

/// <summary>How accounts of staff are looked after (section People).</summary>
public sealed class PeopleOptions
{
    public const string Section = "People";

    /// <summary>Hours within which a second administrator confirms the reset of a second step.</summary>
    public int FactorResetHours { get; set; } = 24;
}
