using Foster.Web.Features.Assessment;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;

namespace Foster.Web.Features.Carers.Demo;

/// <summary>One of the one or two people who enquire, apply and foster.</summary>
/// <param name="SignInName">Also the e-mail address.</param>
public sealed record DemoPerson(
    string GivenName,
    string FamilyName,
    DateOnly Born,
    string SignInName
)
{
    public NewPerson AsNew() => new(GivenName, FamilyName, Born, SignInName, "0151 496 0700");
}

/// <summary>A household that does not exist.</summary>
public sealed record DemoHousehold(DemoPerson First, DemoPerson? Second = null)
{
    public NewAddress Address { get; init; } = new("7 Example Terrace", "Harbourside", "CH41 1AA");
    public IReadOnlyList<NewPerson> Others { get; init; } = [];
    public Channel Channel { get; init; } = Channel.Web;

    /// <summary>With whom of the council they are connected; null for nobody.</summary>
    public string? ConnectedWith { get; init; }
    public ApprovalTerms Terms { get; init; } = new(2, 5, 11, "short term");

    public IEnumerable<DemoPerson> Applicants => Second is null ? [First] : [First, Second];

    public string Name => string.Join(" and ", Applicants.Select(a => a.GivenName));
}
