namespace Foster.Web.Features.Assessment;

/// <summary>Knows when panel looks at a case.</summary>
public interface IPanelDays
{
    /// <summary>The day of the meeting that has the case on its agenda; null while there is none.</summary>
    Task<DateOnly?> OfCaseAsync(Guid caseId, CancellationToken ct);
}
