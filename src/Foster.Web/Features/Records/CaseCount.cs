using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Records;

/// <summary>
/// How many erased cases began in a month, by where they heard of us and how far they got. A number and nothing that
/// tells one from another: it has no id and no day.
/// </summary>
public sealed class CaseCount : ICouncilOwned
{
    public required Guid CouncilId { get; init; }

    /// <summary>The first of the month.</summary>
    public required DateOnly Month { get; init; }
    public required string Source { get; init; }

    /// <summary>The stages that were reached, separated by a comma.</summary>
    public required string Stages { get; init; }

    /// <summary>The source of the first touch, of cases that counted as an enquiry; empty of all others (M-HUB-08).</summary>
    public required string FirstTouch { get; init; }
    public required string LastTouch { get; init; }
    public int Cases { get; set; }
}
