using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Applications;

/// <summary>Who was at the meeting about a move with a child placed (R-TRF-04).</summary>
[Flags]
public enum TransferAttendees
{
    None = 0,
    PlacingAuthority = 1,
    CurrentService = 2,
    Us = 4,
    Carer = 8,
    All = PlacingAuthority | CurrentService | Us | Carer,
}

/// <summary>What came of the meeting (R-TRF-04).</summary>
public sealed record TransferOutputs(
    string Children,
    string Support,
    string Vacancies,
    string Dates
);

/// <summary>Somebody who fosters for another service moves to this one (R-ENQ-12, §3.2). One at a time for each case.</summary>
public sealed class Transfer : ICaseOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required string ServiceName { get; init; }
    public required DateOnly OpenedOn { get; init; }
    public TransferState State { get; private set; } = TransferState.Opened;

    /// <summary>Children of a placing authority live with them now.</summary>
    public required bool ChildrenPlaced { get; set; }

    /// <summary>The day they told their current service, with no child placed (R-TRF-02).</summary>
    public DateOnly? ToldOn { get; private set; }

    /// <summary>The day the placing authority received the notice (R-TRF-03).</summary>
    public DateOnly? NoticeOn { get; private set; }
    public DateOnly? MeetingOn { get; private set; }
    public TransferAttendees Attendees { get; private set; }

    /// <summary>Who was not there, and why.</summary>
    public string? Absent { get; private set; }
    public string? Children { get; private set; }
    public string? Support { get; private set; }
    public string? Vacancies { get; private set; }
    public string? Dates { get; private set; }

    /// <summary>The day on which the old approval ends; the new one never starts before (R-TRF-01).</summary>
    public DateOnly? OldApprovalEndsOn { get; private set; }
    public DateOnly? StoppedOn { get; private set; }
    public uint Version { get; set; }

    public bool IsOpen => State != TransferState.Stopped;

    /// <summary>Neither was the current service told nor notice given: the assessment does not begin (R-TRF-02, R-TRF-03).</summary>
    public bool HoldsAssessment => State == TransferState.Opened;

    public Result TellService(Actor actor, DateOnly on, IReadOnlyList<Refusal> against) =>
        Move(
            TransferVerb.TellService,
            actor,
            [
                .. against,
                .. ChildrenPlaced
                    ? new[]
                    {
                        new Refusal(
                            "A child is placed with them: they give written notice, to the current service and to the placing authority. Record that notice.",
                            "R-TRF-03"
                        ),
                    }
                    : [],
            ],
            () => ToldOn = on
        );

    public Result GiveNotice(Actor actor, DateOnly on, IReadOnlyList<Refusal> against) =>
        Move(
            TransferVerb.GiveNotice,
            actor,
            [
                .. against,
                .. ChildrenPlaced
                    ? []
                    : new[]
                    {
                        new Refusal(
                            "No child is placed with them: they tell their current service, and no meeting is needed.",
                            "R-TRF-02"
                        ),
                    },
            ],
            () => NoticeOn = on
        );

    public Result HoldMeeting(
        Actor actor,
        DateOnly on,
        TransferAttendees attendees,
        string? absent,
        TransferOutputs outputs,
        IReadOnlyList<Refusal> against
    )
    {
        var wrong = new List<Refusal>(against);
        if (on < NoticeOn)
            wrong.Add(new Refusal("The meeting is before the notice.", "R-VAL-04", "on"));
        if (attendees != TransferAttendees.All && string.IsNullOrWhiteSpace(absent))
            wrong.Add(
                new Refusal(
                    "The placing authority, the current service, we and the carer belong there. Say who was missing and why.",
                    "R-TRF-04",
                    "absent"
                )
            );
        foreach (
            var (text, field, what) in new[]
            {
                (outputs.Children, "children", "what it means for each child"),
                (outputs.Support, "support", "the support that was agreed"),
                (outputs.Vacancies, "vacancies", "how vacancies are used"),
                (outputs.Dates, "dates", "when one approval ends and the other starts"),
            }
        )
            if (string.IsNullOrWhiteSpace(text))
                wrong.Add(new Refusal($"Enter {what}.", "R-TRF-04", field));
        return Move(
            TransferVerb.HoldMeeting,
            actor,
            wrong,
            () =>
            {
                (MeetingOn, Attendees, Absent) = (on, attendees, absent);
                (Children, Support) = (outputs.Children, outputs.Support);
                (Vacancies, Dates) = (outputs.Vacancies, outputs.Dates);
            }
        );
    }

    /// <param name="placementMayEnd">The carer wants the placement to end, and knows that it does.</param>
    public Result RecordEnd(
        Actor actor,
        DateOnly on,
        bool placementMayEnd,
        IReadOnlyList<Refusal> against
    ) =>
        Move(
            TransferVerb.RecordEnd,
            actor,
            [
                .. against,
                .. on < (MeetingOn ?? NoticeOn ?? ToldOn)
                    ? new[]
                    {
                        new Refusal(
                            MeetingOn is not null
                                    ? "The approval ends before the meeting about the move."
                                : NoticeOn is not null
                                    ? "The approval ends before the notice was given."
                                : "The approval ends before their service knew of the move.",
                            "R-VAL-04",
                            "ends"
                        ),
                    }
                    : [],
                .. ChildrenPlaced && MeetingOn is null && !placementMayEnd
                    ? new[]
                    {
                        new Refusal(
                            "A child is placed and the meeting was not held. With the 28 days of a resignation the placement ends too: record the end only where the carer wants that.",
                            "R-TRF-04",
                            "placement-ends"
                        ),
                    }
                    : [],
            ],
            () => OldApprovalEndsOn = on
        );

    public Result ChangePlacement(Actor actor, bool placed, IReadOnlyList<Refusal> against) =>
        Move(
            TransferVerb.ChangePlacement,
            actor,
            [
                .. against,
                .. placed == ChildrenPlaced
                    ? new[]
                    {
                        new Refusal("That is what stands here already.", "R-TRF-03", "placed"),
                    }
                    : [],
            ],
            // A new notice is followed by a new meeting (R-TRF-04).
            () => (ChildrenPlaced, NoticeOn, ToldOn, MeetingOn) = (placed, null, null, null)
        );

    public Result Stop(Actor actor, DateOnly on, IReadOnlyList<Refusal> against) =>
        Move(TransferVerb.Stop, actor, against, () => StoppedOn = on);

    /// <summary>It was stopped by mistake, or is one again: every step is recorded anew.</summary>
    public Result Reopen(Actor actor, IReadOnlyList<Refusal> against) =>
        Move(
            TransferVerb.Reopen,
            actor,
            against,
            () =>
            {
                (ToldOn, NoticeOn, MeetingOn) = (null, null, null);
                (OldApprovalEndsOn, StoppedOn) = (null, null);
            }
        );

    private Result Move(TransferVerb verb, Actor actor, IReadOnlyList<Refusal> guards, Action stamp)
    {
        var against = TransferMachine.Table.Against(State, verb, actor.Role);
        if (against.Count + guards.Count > 0)
            return Result.Refused([.. against, .. guards]);
        State = TransferMachine.Table.Row(State, verb, actor.Role).To ?? State;
        stamp();
        return Result.Done;
    }
}
