namespace Foster.Web.Foundation.Catalogues;

/// <summary>Steps of the road by which enquiries are measured (M-HUB-08).</summary>
public enum MilestoneKind
{
    Application,
    Approval,
}

/// <summary>A case reached a milestone.</summary>
public sealed class CaseReached
{
    public required Guid CaseId { get; init; }
    public required DateOnly On { get; init; }
}

/// <summary>
/// Says which cases reached a milestone and when, as a question to the database that others can be joined with. Cases
/// that the actor may not see are not in it.
/// </summary>
public interface ICaseMilestone
{
    MilestoneKind Kind { get; }

    IQueryable<CaseReached> Reached();
}
