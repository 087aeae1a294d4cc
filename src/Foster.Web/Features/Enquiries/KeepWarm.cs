using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries;

/// <summary>
/// Somebody who is not ready, and agreed to be asked again by email, every 3, 6 or 12 months (M-HUB-10). No enquiry and no
/// case; it belongs to one from the day on which they enquire, or where an ended one of theirs was found.
/// </summary>
public sealed class KeepWarm : ICouncilOwned, IVersioned
{
    /// <summary>Silence of so many months ends it (M-HUB-10).</summary>
    public const int SilenceMonths = 24;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public Guid? CaseId { get; private set; }
    public required string FirstName { get; set; }
    public required string Email { get; init; }
    public KeepWarmState State { get; private set; } = KeepWarmState.Waiting;

    /// <summary>The first day on which they are asked; the rhythm counts from it.</summary>
    public required DateOnly FirstOn { get; set; }
    public required AskEvery Every { get; set; }

    /// <summary>The next day on which they are asked.</summary>
    public required DateOnly AskOn { get; set; }
    public required string ConsentWords { get; set; }
    public required string ConsentVersion { get; set; }
    public required DateTime ConsentAt { get; set; }

    /// <summary>Who wrote their consent down; null where they gave it here themselves.</summary>
    public string? ConsentBy { get; set; }
    public DateTime? ConsentEndedAt { get; private set; }

    /// <summary>The day of their last sign of life: an answer, an enquiry, a new consent.</summary>
    public required DateOnly HeardOn { get; set; }
    public DateTime? AskedAt { get; private set; }

    /// <summary>How many messages have asked them.</summary>
    public int Asked { get; private set; }

    /// <summary>Set where it ended and belongs to no case: from then on it is kept for a month more.</summary>
    public DateTime? OverAt { get; private set; }

    /// <summary>The link by which they came here when they were not ready; it stays theirs when they are (M-HUB-10).</summary>
    public EnquirySource? FirstSource { get; private set; }
    public Guid? FirstCampaignId { get; private set; }
    public uint Version { get; set; }

    public bool IsLive => KeepWarmMachine.Live.Contains(State);

    public DateOnly SilentFrom => HeardOn.AddMonths(SilenceMonths);

    /// <summary>Whoever was last heard on this day or before has been silent too long on that day.</summary>
    public static DateOnly SilentSince(DateOnly day)
    {
        var since = day.AddMonths(-SilenceMonths);
        // The 29 February has no day of its own in other years, and ends with the 28.
        var next = since.AddDays(1);
        return next.AddMonths(SilenceMonths) <= day ? next : since;
    }

    /// <summary>It postpones the disposal of this ended enquiry while they agree (R-REC-06).</summary>
    public void Keeps(Guid endedCaseId) => CaseId = endedCaseId;

    /// <summary>The first source that is known stays.</summary>
    public void CameBy(SourceTouch touch)
    {
        if (FirstSource is null)
            (FirstSource, FirstCampaignId) = (touch.Source, touch.CampaignId);
    }

    /// <summary>The round of today goes out, and the next one has its day.</summary>
    public Result Ask(Actor actor, DateTime at, DateOnly today) =>
        Move(
            KeepWarmVerb.Ask,
            actor,
            () =>
            {
                (AskedAt, Asked) = (at, Asked + 1);
                AskOn = AskRhythm.After(FirstOn, Every, today);
            }
        );

    /// <summary>Not yet: a sign of life, and the rhythm goes on.</summary>
    public Result Think(Actor actor, DateOnly heardOn) =>
        Move(KeepWarmVerb.Think, actor, () => Heard(heardOn));

    /// <summary>Not yet, and at other times.</summary>
    public Result Later(Actor actor, DateOnly firstOn, AskEvery every, DateOnly heardOn) =>
        Move(
            KeepWarmVerb.Later,
            actor,
            () =>
            {
                (FirstOn, AskOn, Every) = (firstOn, firstOn, every);
                Heard(heardOn);
            }
        );

    public Result Enquire(Actor actor, Guid caseId, DateTime at) =>
        Move(KeepWarmVerb.Enquire, actor, () => (CaseId, ConsentEndedAt) = (caseId, at));

    public Result Stop(Actor actor, DateTime at) => Move(KeepWarmVerb.Stop, actor, () => End(at));

    public Result Lapse(Actor actor, DateTime at) => Move(KeepWarmVerb.Lapse, actor, () => End(at));

    public IReadOnlyList<Refusal> Against(KeepWarmVerb verb, Role by) =>
        KeepWarmMachine.Table.Against(State, verb, by);

    /// <summary>What is told late does not make an earlier silence of a later word.</summary>
    private void Heard(DateOnly on) => HeardOn = on > HeardOn ? on : HeardOn;

    private void End(DateTime at)
    {
        ConsentEndedAt = at;
        OverAt = CaseId is null ? at : null;
    }

    private Result Move(KeepWarmVerb verb, Actor actor, Action stamp)
    {
        var against = Against(verb, actor.Role);
        if (against.Count > 0)
            return Result.Refused([.. against]);
        State = KeepWarmMachine.Table.Row(State, verb, actor.Role).To ?? State;
        stamp();
        return Result.Done;
    }
}
