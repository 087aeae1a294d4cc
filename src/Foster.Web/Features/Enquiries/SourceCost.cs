namespace Foster.Web.Features.Enquiries;

/// <summary>What a source cost on a day, in whole pence.</summary>
public sealed record SourceCost(EnquirySource Source, DateOnly On, long Pence);

/// <summary>Costs of sources beside campaigns, of those who know them (M-HUB-08, M-HUB-11).</summary>
public interface ISourceCosts
{
    Task<IReadOnlyList<SourceCost>> BetweenAsync(
        DateOnly first,
        DateOnly last,
        CancellationToken ct
    );
}
