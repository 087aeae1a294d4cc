namespace Foster.Web.Features.Cases.Staff;

/// <summary>One part of somebody's work, as it is shown.</summary>
public sealed record WorkTable(
    string Caption,
    WorkPart Part,
    IReadOnlyList<WorkItem> Items,
    DateOnly Today
);
