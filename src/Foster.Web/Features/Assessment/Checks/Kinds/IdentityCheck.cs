namespace Foster.Web.Features.Assessment.Checks.Kinds;

/// <summary>Documents to the DBS identity rules, and relationship status (NMS 13.5).</summary>
public sealed class IdentityCheck : ICheckKind
{
    public string Key => "CHK-01";

    public string Title => "Identity and relationship status";

    public string Why => "We have to be sure who you are, and know your relationships.";

    public IEnumerable<Guid?> AppliesTo(Circumstances household) =>
        household.Applicants.Select(p => (Guid?)p.PersonId);
}
