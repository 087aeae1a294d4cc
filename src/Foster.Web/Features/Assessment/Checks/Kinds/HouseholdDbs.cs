namespace Foster.Web.Features.Assessment.Checks.Kinds;

/// <summary>Every other member of the household aged 18 or over, also one who turns 18 before panel (R-VAL-02, S3-09).</summary>
public sealed class HouseholdDbs : ICheckKind
{
    public string Key => "CHK-03";

    public string Title => "Enhanced DBS, household member";

    public string Why =>
        "The law asks for a criminal record check for every adult who lives with a foster carer.";

    public bool NeedsConsent => true;

    public bool NeedsCertificate => true;

    public CheckContent Content => CheckContent.Criminal;

    public IEnumerable<Guid?> AppliesTo(Circumstances household) =>
        household
            .People.Where(p => !p.IsApplicant && household.IsAdultByPanel(p, 18))
            .Select(p => (Guid?)p.PersonId);
}
