using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Approvals;

/// <summary>A meeting of panel, alone or jointly with another service (R-PANEL-04).</summary>
public sealed class PanelMeeting : ICouncilOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required DateOnly On { get; set; }
    public required TimeOnly At { get; set; }

    /// <summary>An address, or how to join online.</summary>
    public required string Place { get; set; }
    public required bool IsOnline { get; set; }
    public required bool IsJoint { get; init; }

    /// <summary>The last day on which papers are in time.</summary>
    public required DateOnly PapersDueOn { get; set; }
    public DateOnly? AttendanceOn { get; set; }

    /// <summary>Set where the meeting does not take place.</summary>
    public DateOnly? CancelledOn { get; private set; }
    public string? CancelReason { get; private set; }
    public uint Version { get; set; }

    /// <summary>To another day, hour or place.</summary>
    public Result Move(MeetingPlan plan, DateOnly papersDueOn, DateOnly today, string reason)
    {
        var against = Against(today, reason, "moved");
        if (plan.On < today)
            against.Add(new Refusal("The new date must be today or later.", "R-VAL-04", "on"));
        if (plan == new MeetingPlan(On, At, Place, IsOnline))
            against.Add(new Refusal("Choose another date, time or place.", null, "on"));
        if (against.Count > 0)
            return Result.Refused(against);
        (On, At, Place, IsOnline) = (plan.On, plan.At, plan.Place, plan.IsOnline);
        PapersDueOn = papersDueOn;
        return Result.Done;
    }

    public Result Cancel(DateOnly today, string reason)
    {
        var against = Against(today, reason, "cancelled");
        if (against.Count > 0)
            return Result.Refused(against);
        (CancelledOn, CancelReason) = (today, reason.Trim());
        return Result.Done;
    }

    private List<Refusal> Against(DateOnly today, string reason, string what)
    {
        var against = new List<Refusal>(Reasons.Against(reason));
        if (CancelledOn is not null)
            against.Add(new Refusal("The meeting is cancelled already."));
        if (AttendanceOn is not null || On < today)
            against.Add(
                new Refusal($"The meeting has taken place and cannot be {what}.", "R-VAL-04")
            );
        return against;
    }
}

/// <summary>When and where a meeting is.</summary>
public sealed record MeetingPlan(DateOnly On, TimeOnly At, string Place, bool IsOnline);

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
