using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries.Nurturing;

/// <summary>Why somebody stands on the nurture list.</summary>
public enum NurtureWhy
{
    /// <summary>Not now, and they agreed to be asked again.</summary>
    NotNow,

    /// <summary>Lost for another reason, and they agreed to be asked again.</summary>
    Lost,

    /// <summary>They have the pack and did nothing since.</summary>
    PackSent,

    /// <summary>They were never reached (R-ENQ-15).</summary>
    NotReached,

    /// <summary>They asked Foster to ask them by email, in a rhythm of their choice.</summary>
    KeptWarm,
}

/// <summary>An enquirer who is to be asked again on a day, and by which right we may.</summary>
public sealed class Nurture : ICaseOwned, IVersioned
{
    /// <summary>So long after the pack somebody asks whether they would like to go on.</summary>
    public const int DaysAfterPack = 14;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid EnquiryId { get; init; }
    public required NurtureWhy Why { get; init; }
    public LostReason? Lost { get; init; }

    /// <summary>The day on which they agreed to be asked again; null where the enquiry itself allows it.</summary>
    public DateOnly? AgreedOn { get; init; }

    /// <summary>How often they agreed to be asked; null where the enquiry itself allows it, once.</summary>
    public AskEvery? Every { get; init; }

    /// <summary>The day that was chosen last; the rhythm counts from it.</summary>
    public required DateOnly FirstOn { get; set; }
    public required DateOnly AskOn { get; set; }

    /// <summary>The day on which we last heard from whoever agreed, after they agreed.</summary>
    public DateOnly? HeardOn { get; private set; }

    /// <summary>After this day nobody may be asked any more, and the list shows them no longer.</summary>
    public required DateOnly Until { get; set; }
    public required DateOnly Since { get; init; }
    public bool IsLive { get; private set; } = true;
    public DateOnly? EndedOn { get; private set; }
    public uint Version { get; set; }

    /// <summary>The day is ours to choose as long as they may be asked at all.</summary>
    public IReadOnlyList<Refusal> AgainstAsking(DateOnly on, DateOnly today)
    {
        var against = new List<Refusal>();
        if (!IsLive || Until < today)
            against.Add(
                new("They may not be asked again: it has ended, or their consent has.", "M-HUB-10")
            );
        else if (on > Until)
            against.Add(
                new(
                    $"They may be asked until {Foundation.Clock.BritishDate.Long(Until)} at the latest.",
                    "M-HUB-10",
                    "ask-on"
                )
            );
        if (on <= today)
            against.Add(new("Choose a day after today.", "R-VAL-04", "ask-on"));
        return against;
    }

    /// <summary>We heard from them: silence begins anew (M-HUB-10).</summary>
    public void Heard(DateOnly on)
    {
        if (AgreedOn is null || on < (HeardOn ?? AgreedOn))
            return;
        HeardOn = on;
        Until = on.AddMonths(KeepWarm.SilenceMonths);
    }

    /// <summary>They are asked on another day, and from then on in their rhythm.</summary>
    public void Choose(DateOnly on) => (FirstOn, AskOn) = (on, on);

    /// <summary>They were asked: the next day of their rhythm follows, where its day had come (M-HUB-10).</summary>
    public void Asked(DateOnly today)
    {
        if (Every is { } every && AskOn <= today)
            AskOn = AskRhythm.After(FirstOn, every, today);
    }

    public void End(DateOnly on) => (IsLive, EndedOn) = (false, on);

    /// <summary>What ended it was undone: its days are those of before.</summary>
    public void Resume() => (IsLive, EndedOn) = (true, null);
}
