namespace Foster.Web.Features.Assessment.Checks.Kinds;

/// <summary>The adult health report with the medical adviser's comment (S3-02).</summary>
public sealed class MedicalReport : ICheckKind
{
    public string Key => "CHK-09";

    public string Title => "Medical report";

    public string Why =>
        "The law asks for a medical report. Your GP fills in a form and our medical adviser reads it.";

    public bool NeedsConsent => true;

    public CheckContent Content => CheckContent.Medical;

    public IEnumerable<Guid?> AppliesTo(Circumstances household) =>
        household.Applicants.Select(p => (Guid?)p.PersonId);
}
