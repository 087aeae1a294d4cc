using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Nurturing;

/// <summary>Puts enquirers onto the nurture list and takes them off it. The caller saves.</summary>
public sealed class NurtureBook(FosterDb db, DeadlineBook deadlines, LondonClock clock)
{
    /// <summary>Everything against a day on which somebody is to be asked again; an agreement is needed (M-HUB-10).</summary>
    public IReadOnlyList<Refusal> Against(AskAgain? again, bool hasEmail)
    {
        if (again is not { AskOn: { } on })
            return again is { AgreedAgain: true }
                ? [new Refusal("Enter the day on which you ask them again.", "M-HUB-10", "ask-on")]
                : [];
        var against = new List<Refusal>();
        if (!again.AgreedAgain)
            against.Add(
                new(
                    "They have to agree before you set a day to ask them again. Without it, leave the day empty.",
                    "M-HUB-10",
                    "ask-on"
                )
            );
        if (again.AgreedAgain && again.Every is null)
            against.Add(new("Select how often you ask them.", "M-HUB-10", "every"));
        if (again is { AgreedAgain: true, ByEmail: true } && !hasEmail)
            against.Add(
                new(
                    "They gave no email address, so somebody has to call them.",
                    "M-HUB-10",
                    "by-email"
                )
            );
        if (on <= clock.Today)
            against.Add(new("Choose a day after today.", "R-VAL-04", "ask-on"));
        // By email the silence would be over on that very day.
        var last = clock.Today.AddMonths(KeepWarm.SilenceMonths);
        if (on > last || (again.ByEmail && on == last))
            against.Add(
                new(
                    $"Choose a day within {KeepWarm.SilenceMonths} months: their consent ends with so long a silence.",
                    "M-HUB-10",
                    "ask-on"
                )
            );
        return against;
    }

    /// <summary>Whoever agreed to be called again is, in their rhythm, until 24 months of silence.</summary>
    public void Agreed(Enquiry enquiry, NurtureWhy why, AskAgain again)
    {
        if (again is { AgreedAgain: true, AskOn: { } on })
            Add(
                enquiry,
                why,
                on,
                clock.Today.AddMonths(KeepWarm.SilenceMonths),
                again.Lost,
                clock.Today,
                again.Every
            );
    }

    /// <summary>Who was never reached is tried again while the enquiry can be reopened (R-ENQ-15).</summary>
    public async Task NotReachedAsync(Enquiry enquiry, CancellationToken ct)
    {
        var last = await deadlines.PreviewAsync(DeadlineRules.NoContactReopening, clock.Today, ct);
        Add(enquiry, NurtureWhy.NotReached, clock.Today.AddMonths(1), last.On);
    }

    /// <summary>Who has the pack is asked after a fortnight; the enquiry is open, so nothing more is needed.</summary>
    public void PackSent(Enquiry enquiry, DateOnly on) =>
        Add(enquiry, NurtureWhy.PackSent, on.AddDays(Nurture.DaysAfterPack), Enquiry.NothingDue);

    /// <summary>They went on, came back or ended.</summary>
    public async Task EndAsync(Guid caseId, CancellationToken ct)
    {
        foreach (
            var nurture in await db.Set<Nurture>().Where(n => n.CaseId == caseId).ToListAsync(ct)
        )
            if (nurture.IsLive)
                nurture.End(clock.Today);
    }

    /// <summary>Those of a case that stand on the list.</summary>
    public async Task<IReadOnlyList<Guid>> LiveAsync(Guid caseId, CancellationToken ct) =>
        await db.Set<Nurture>()
            .Where(n => n.CaseId == caseId && n.IsLive)
            .Select(n => n.Id)
            .ToListAsync(ct);

    /// <summary>Puts back onto the list what stood there, when what ended it is undone.</summary>
    public async Task ResumeAsync(
        Guid caseId,
        IReadOnlyCollection<Guid> which,
        CancellationToken ct
    )
    {
        foreach (
            var nurture in await db.Set<Nurture>()
                .Where(n => n.CaseId == caseId && which.Contains(n.Id))
                .ToListAsync(ct)
        )
            nurture.Resume();
    }

    private void Add(
        Enquiry enquiry,
        NurtureWhy why,
        DateOnly askOn,
        DateOnly until,
        LostReason? lost = null,
        DateOnly? agreedOn = null,
        AskEvery? every = null
    ) =>
        db.Add(
            new Nurture
            {
                CouncilId = enquiry.CouncilId,
                CaseId = enquiry.CaseId,
                EnquiryId = enquiry.Id,
                Why = why,
                Lost = lost,
                AgreedOn = agreedOn,
                Every = every,
                FirstOn = askOn,
                AskOn = askOn,
                Until = until,
                Since = clock.Today,
            }
        );
}
