namespace Foster.Web.Features.Assessment.Checks.Kinds;

/// <summary>An internal look-up for each adult in the household.</summary>
public sealed class OwnCouncilRecords : ICheckKind
{
    public string Key => "CHK-05";

    public string Title => "Our own children's and adults' services records";

    public string Why => "We look whether our own services have worked with you.";

    public bool NeedsConsent => true;

    public IEnumerable<Guid?> AppliesTo(Circumstances household) =>
        household
            .People.Where(p => p.IsApplicant || household.IsAdultByPanel(p, 18))
            .Select(p => (Guid?)p.PersonId);
}
