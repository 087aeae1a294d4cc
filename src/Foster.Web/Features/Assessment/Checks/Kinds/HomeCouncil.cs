namespace Foster.Web.Features.Assessment.Checks.Kinds;

/// <summary>Only where the applicant lives outside the area of the council that assesses (R-ASSESS-03).</summary>
public sealed class HomeCouncil : ICheckKind
{
    public string Key => "CHK-06";

    public string Title => "Council where the applicant lives";

    public string Why =>
        "You live in another council's area, and the law asks us to take that council's views into account.";

    public bool NeedsConsent => true;

    public bool MayBeNotApplicable => true;

    public CheckContent Content => CheckContent.Reference;

    public IEnumerable<Guid?> AppliesTo(Circumstances household) =>
        household
            .Applicants.Where(p => household.OutsideArea.Contains(p.PersonId))
            .Select(p => (Guid?)p.PersonId);
}
