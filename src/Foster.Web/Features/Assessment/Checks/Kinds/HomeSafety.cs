namespace Foster.Web.Features.Assessment.Checks.Kinds;

/// <summary>The household checklist, made at a visit (NMS 10).</summary>
public sealed class HomeSafety : ICheckKind
{
    public string Key => "CHK-18";

    public string Title => "Health and safety of the home";

    public string Why => "We go through your home with you: fire, water, garden, vehicles.";

    public bool IsMadeByUs => true;

    public IEnumerable<Guid?> AppliesTo(Circumstances household) => [null];
}
