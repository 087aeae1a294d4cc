using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Enquiries.LookUps;

/// <summary>What the council's own case system says of an enquirer and the household.</summary>
public enum LookUpOutcome
{
    NothingKnown,
    NoConcern,
    Concern,
}

/// <summary>
/// A look into the council's case system, made with the knowledge of whoever enquires, or a concern that came without one
/// (R-ENQ-10). A concern about the protection of a child stops the enquiry until the team manager has decided.
/// </summary>
public sealed class LookUp : ICaseOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid EnquiryId { get; init; }
    public required DateOnly On { get; init; }
    public required LookUpOutcome Outcome { get; init; }

    /// <summary>Nobody looked: somebody told us, or we saw it ourselves.</summary>
    public bool Told { get; init; }
    public string? Note { get; init; }
    public required string By { get; init; }
    public DateOnly? ClearedOn { get; private set; }
    public string? ClearedBy { get; private set; }
    public uint Version { get; set; }

    /// <summary>A concern that nobody has decided about.</summary>
    public bool Stops => Outcome == LookUpOutcome.Concern && ClearedOn is null;

    public void Clear(DateOnly on, string by) => (ClearedOn, ClearedBy) = (on, by);
}
