using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Allowances.Finance;

/// <summary>A page on which the second person says something about a table of the national minimum.</summary>
public abstract class MinimumDecisionPage(MinimumReads minimums) : FormPage
{
    public MinimumSheet Sheet { get; private set; } = null!;

    public MinimumLine Line => Sheet.Line;

    public bool IsWaiting => Sheet.Standing == MinimumStanding.Waiting;

    public bool IsOwn => Line.EnteredById == Actor.AccountId;

    public MinimumGrid Grid =>
        new(
            $"Pounds a week for each child, {Line.Table}",
            Sheet.Rates,
            r => IsWaiting ? Sheet.Tables.For(Line.Table, r) : null
        );

    protected async Task<bool> FoundAsync(Guid minimumEntryId, CancellationToken ct)
    {
        if (await minimums.FindAsync(minimumEntryId, Actor.CouncilId, ct) is not { } sheet)
            return false;
        Sheet = sheet;
        return true;
    }
}
