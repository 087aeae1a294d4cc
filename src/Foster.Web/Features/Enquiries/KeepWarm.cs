using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries;

/// <summary>
/// Somebody who is not ready, and agreed to be asked once more in a month of their choice (M-HUB-10). No enquiry and no
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

    /// <summary>The first day of the month in which they are asked.</summary>
    public required DateOnly AskOn { get; set; }
    public required string ConsentWords { get; set; }
    public required string ConsentVersion { get; set; }
    public required DateTime ConsentAt { get; set; }
    public DateTime? ConsentEndedAt { get; private set; }

    /// <summary>The day on which we last heard of them.</summary>
    public required DateOnly HeardOn { get; set; }
    public DateTime? AskedAt { get; private set; }

    /// <summary>Set where it ended and belongs to no case: from then on it is kept for a month more.</summary>
    public DateTime? OverAt { get; private set; }

    /// <summary>The link by which they came here when they were not ready; it stays theirs when they are (M-HUB-10).</summary>
    public EnquirySource? FirstSource { get; private set; }
    public Guid? FirstCampaignId { get; private set; }
    public uint Version { get; set; }

    public bool IsLive => KeepWarmMachine.Live.Contains(State);

    public DateOnly SilentFrom => HeardOn.AddMonths(SilenceMonths);

    /// <summary>It postpones the disposal of this ended enquiry while they agree (R-REC-06).</summary>
    public void Keeps(Guid endedCaseId) => CaseId = endedCaseId;

    /// <summary>The first source that is known stays.</summary>
    public void CameBy(SourceTouch touch)
    {
        if (FirstSource is null)
            (FirstSource, FirstCampaignId) = (touch.Source, touch.CampaignId);
    }

    public Result Ask(Actor actor, DateTime at) =>
        Move(KeepWarmVerb.Ask, actor, () => AskedAt = at);

    public Result Later(Actor actor, DateOnly askOn, DateOnly heardOn) =>
        Move(KeepWarmVerb.Later, actor, () => (AskOn, HeardOn) = (askOn, heardOn));

    public Result Enquire(Actor actor, Guid caseId, DateTime at) =>
        Move(KeepWarmVerb.Enquire, actor, () => (CaseId, ConsentEndedAt) = (caseId, at));

    public Result Stop(Actor actor, DateTime at) => Move(KeepWarmVerb.Stop, actor, () => End(at));

    public Result Lapse(Actor actor, DateTime at) => Move(KeepWarmVerb.Lapse, actor, () => End(at));

    public IReadOnlyList<Refusal> Against(KeepWarmVerb verb, Role by) =>
        KeepWarmMachine.Table.Against(State, verb, by);

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
