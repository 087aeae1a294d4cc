namespace Foster.Web.Features.Assessment.Checks.Kinds;

/// <summary>Mandatory for whoever was approved elsewhere in the twelve months before applying (R-TRF-05).</summary>
public sealed class FormerService : ICheckKind
{
    public string Key => "CHK-11";

    public string Title => "Reference of the previous fostering service";

    public string Why =>
        "Another service approved you in the last 12 months, and the law asks us to hear from them.";

    public bool NeedsConsent => true;

    public bool MayStayUnsupplied => true;

    public bool IsOfEachService => true;

    public CheckContent Content => CheckContent.Reference;

    public IEnumerable<Guid?> AppliesTo(Circumstances household) =>
        household
            .Applicants.Where(p => household.Elsewhere.Contains(p.PersonId))
            .Select(p => (Guid?)p.PersonId);
}
