using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Approvals;

/// <summary>A meeting of panel, alone or jointly with another service (R-PANEL-04).</summary>
public sealed class PanelMeeting : ICouncilOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required DateOnly On { get; init; }
    public required TimeOnly At { get; init; }

    /// <summary>An address, or how to join online.</summary>
    public required string Place { get; init; }
    public required bool IsOnline { get; init; }
    public required bool IsJoint { get; init; }

    /// <summary>The last day on which papers are in time.</summary>
    public required DateOnly PapersDueOn { get; init; }
    public DateOnly? AttendanceOn { get; set; }
    public uint Version { get; set; }
}

/// <summary>Somebody asked to a meeting, in the capacity they sit in, and whether they came.</summary>
public sealed class Attendance : ICouncilOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid MeetingId { get; init; }
    public required Guid AccountId { get; init; }
    public required PanelCapacity Capacity { get; init; }
    public required bool IsIndependent { get; init; }

    /// <summary>Null until the attendance is recorded.</summary>
    public bool? Present { get; set; }
    public uint Version { get; set; }
}
