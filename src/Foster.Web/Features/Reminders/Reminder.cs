using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Reminders;

/// <summary>How far a reminder has got.</summary>
public enum ReminderState
{
    /// <summary>Decided on; its message is still to be made.</summary>
    Planned,

    /// <summary>In a message of the outbox, which knows whether it was sent.</summary>
    Posted,

    /// <summary>A later step of the same clock was due as well, and it alone is told.</summary>
    Superseded,

    /// <summary>What it was about was done, moved or ended before it was sent.</summary>
    Moot,

    /// <summary>The recipient does without this rule.</summary>
    Declined,

    /// <summary>There was nobody to tell, which the administrators see.</summary>
    Nobody,
}

/// <summary>
/// The ledger: one step of one rule for one clock and one recipient, once for each due date (§9: idempotent per rule,
/// record, due date, step).
/// </summary>
public sealed class Reminder : ICaseOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>The row of the reminder table, such as REM-05.</summary>
    public required string RuleId { get; init; }
    public required Guid DeadlineId { get; init; }

    /// <summary>The due date it was decided for; a clock that moves begins anew.</summary>
    public required DateOnly DueOn { get; init; }
    public required string Step { get; init; }

    /// <summary>The day on which the step falls.</summary>
    public required DateOnly StepOn { get; init; }

    /// <summary>An account, or a person on record who has none; empty for nobody.</summary>
    public required Guid RecipientId { get; init; }

    /// <summary>As what they are told, such as Team manager.</summary>
    public required string As { get; init; }
    public required DateTime PlannedAt { get; init; }
    public ReminderState State { get; set; }

    /// <summary>The message in which it goes out.</summary>
    public Guid? MessageId { get; set; }
    public uint Version { get; set; }
}

/// <summary>A rule that somebody does without. Only those that are nobody's duty by law can be declined.</summary>
public sealed class DeclinedReminder
{
    public required Guid AccountId { get; init; }
    public required string RuleId { get; init; }
    public required DateTime DeclinedAt { get; init; }
}
