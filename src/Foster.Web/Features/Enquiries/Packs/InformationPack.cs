using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Enquiries.Packs;

/// <summary>A version of the council's information pack. It is never changed; a later one takes its place on its day.</summary>
public sealed class InformationPack : ICouncilOwned, IAppendOnly
{
    public const int LongestWords = 20_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required string Title { get; init; }

    /// <summary>What people call it, such as 2026-03; once only in a council.</summary>
    public required string Label { get; init; }

    /// <summary>The first day on which it is sent.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Plain paragraphs separated by an empty line.</summary>
    public required string Words { get; init; }

    /// <summary>Where the council has it as a booklet or film; null for none.</summary>
    public string? Link { get; init; }
    public required DateTime AddedAt { get; init; }
    public required string AddedBy { get; init; }
}

/// <summary>Which version went to whom, when and how.</summary>
public sealed class PackSending : ICaseOwned, IAppendOnly
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid EnquiryId { get; init; }
    public required Guid PersonId { get; init; }
    public required Guid PackId { get; init; }
    public required string Label { get; init; }
    public required PackWay Way { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>What they were invited to with it (R-ENQ-04).</summary>
    public required string InvitedTo { get; init; }
    public required string By { get; init; }
}
