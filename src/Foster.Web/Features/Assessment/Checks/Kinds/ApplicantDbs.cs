namespace Foster.Web.Features.Assessment.Checks.Kinds;

/// <summary>Each applicant's certificate must include suitability information relating to children (S3-09).</summary>
public sealed class ApplicantDbs : ICheckKind
{
    public string Key => "CHK-02";

    public string Title => "Enhanced DBS with children's barred list";

    public string Why =>
        "The law asks for a criminal record check with the children's barred list for everyone who applies.";

    public bool NeedsConsent => true;

    public bool NeedsCertificate => true;

    public CheckContent Content => CheckContent.Criminal;

    public IEnumerable<Guid?> AppliesTo(Circumstances household) =>
        household.Applicants.Select(p => (Guid?)p.PersonId);
}
