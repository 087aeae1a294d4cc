using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Enquiries.Duplicates;

/// <summary>What kind of thing was carried over.</summary>
public enum CarriedKind
{
    Contact,
    Telephone,
    Email,
    Address,
    Note,
    Interest,
    Visit,
    Person,
    LookUp,
    Transfer,
}

/// <summary>
/// Something that was known in an enquiry which was merged, and not in the one that goes on. It stands there with where
/// it comes from, and goes again when the merge is undone, unless somebody has changed it.
/// </summary>
public sealed class CarriedFact : ICaseOwned, IVersioned
{
    public const int LongestText = 4_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }

    /// <summary>The case that goes on.</summary>
    public required Guid CaseId { get; init; }
    public required Guid MergeId { get; init; }
    public required string FromReference { get; init; }
    public required CarriedKind Kind { get; init; }
    public required DateTime At { get; init; }

    /// <summary>Whose it is, or who wrote it down.</summary>
    public required string By { get; init; }
    public required string Text { get; set; }
    public DateTime? ChangedAt { get; private set; }
    public string? ChangedBy { get; private set; }
    public uint Version { get; set; }

    public void Change(string text, Actor actor, DateTime at) =>
        (Text, ChangedAt, ChangedBy) = (text, at, actor.Name);

    /// <summary>What the council's case system said is for the team manager (R-ENQ-10).</summary>
    public bool IsReadBy(Actor actor) =>
        Kind is not CarriedKind.LookUp || actor.Is(Role.TeamManager);

    public static string Words(CarriedKind kind) =>
        kind switch
        {
            CarriedKind.Contact => "Contact",
            CarriedKind.Telephone => "Telephone",
            CarriedKind.Email => "Email",
            CarriedKind.Address => "Address",
            CarriedKind.Note => "What they told us",
            CarriedKind.Interest => "Expression of interest",
            CarriedKind.Person => "Who else there is",
            CarriedKind.LookUp => "Look into the case system, or a concern",
            CarriedKind.Transfer => "Transfer from another service",
            _ => "Visit",
        };
}
