using Foster.Web.Features.Enquiries.Duplicates;
using Foster.Web.Features.Enquiries.LookUps;
using Foster.Web.Features.Enquiries.Nurturing;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Everything of one enquiry, with its clocks and its next step.</summary>
[Records(AccessKind.Health, AccessKind.Confidential)]
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager, Role.Assessor)]
public sealed class DetailsModel(
    EnquiryReads reads,
    DuplicateReads duplicates,
    PartnerReads partners,
    MergeReads merges,
    NurtureReads nurtures,
    LookUpReads lookUps,
    KeepWarmReads warm,
    Attempts attempts,
    ActorSource actors,
    LondonClock clock
) : PageModel
{
    public EnquiryView View { get; private set; } = null!;
    public IReadOnlyList<CaseAction> Next { get; private set; } = [];
    public IReadOnlyList<CaseAction> Others { get; private set; } = [];
    public string Waiting { get; private set; } = "";
    public IReadOnlyList<Lookalike> Alike { get; private set; } = [];
    public IReadOnlyList<SaidApart> Apart { get; private set; } = [];
    public bool KnownElsewhere { get; private set; }
    public Nurture? Nurture { get; private set; }
    public KeepWarmLine? KeptWarm { get; private set; }

    /// <summary>On how many days they were tried in vain since somebody last spoke with them (R-ENQ-15).</summary>
    public int DaysTried { get; private set; }
    public MergedAway? Away { get; private set; }

    /// <summary>The enquiries that were merged into this one.</summary>
    public IReadOnlyList<MergedHere> Here { get; private set; } = [];
    public IReadOnlyList<CarriedFact> Carried { get; private set; } = [];

    /// <summary>Looks into the case system and what was decided about them, the latest first.</summary>
    public IReadOnlyList<LookUp> LookUps { get; private set; } = [];

    /// <summary>Looks for duplicates, merges them and corrects what was carried over.</summary>
    public bool Decides => actors.Required.Is(DuplicateReads.Deciders);

    public bool Reads(CarriedFact fact) => fact.IsReadBy(actors.Required);

    /// <summary>When it came; of one from a file only the day is known.</summary>
    public string Received =>
        clock.FromLondon(View.Enquiry.ReceivedOn, TimeOnly.MinValue) == View.Enquiry.ReceivedAt
            ? BritishDate.Long(View.Enquiry.ReceivedOn)
            : BritishTime.Long(View.Enquiry.ReceivedAt);

    /// <summary>The day by which the team manager decides about the concern that stops it.</summary>
    public DateOnly? DecideBy { get; private set; }

    /// <summary>The page of looks is not the assessor's.</summary>
    public bool MayLookUp => actors.Required.Is(Role.RecruitmentOfficer, Role.TeamManager);

    public DateOnly Today => clock.Today;

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        if (await reads.FindAsync(caseId, ct) is not { } view)
            return NotFound();
        View = view;
        var steps = EnquirySteps.For(view, actors.Required);
        Next = [.. steps.Where(s => s.IsNext)];
        Others = [.. steps.Where(s => !s.IsNext)];
        Waiting = EnquirySteps.Waiting(view);
        LookUps = await lookUps.OfCaseAsync(caseId, ct);
        if (actors.Required.Is(Role.TeamManager))
            DecideBy = await lookUps.DecideByAsync(caseId, ct);
        if (Decides)
        {
            KeptWarm = await warm.OfCaseAsync(caseId, ct);
            // Whom Foster asks by email is called by nobody.
            Nurture = KeptWarm is null ? await nurtures.OfAsync(caseId, ct) : null;
        }
        if (view.Enquiry.IsOpen)
            DaysTried = (await attempts.DaysAsync(view.Enquiry, ct)).Count;
        Away = await merges.AwayAsync(caseId, ct);
        Here = await merges.HereAsync(caseId, ct);
        Carried = await merges.CarriedAsync(caseId, ct);
        if (Decides)
        {
            Alike = await duplicates.OfAsync(caseId, ct);
            Apart = await duplicates.ApartFromAsync(caseId, ct);
        }
        KnownElsewhere = await partners.KnowAsync(caseId, actors.Required, ct);
        return Page();
    }

    /// <summary>What is still missing before it may be closed without contact; null beside every other date (R-ENQ-15).</summary>
    public string? Tried(EnquiryDue due) =>
        due is not { Status: DeadlineStatus.Open }
        || due.LineKey != DeadlineRules.NoContactClosure.Key
            ? null
        : DaysTried < Attempts.Least
            ? $"Tried on {DaysTried} of {Attempts.Least} different days. Until there are {Attempts.Least} it cannot be closed without contact, and never before {BritishDate.Long(due.DueOn)}."
        : due.DueOn > Today
            ? $"Tried on {DaysTried} different days, which is enough. It may be closed without contact from {BritishDate.Long(due.DueOn)}."
        : $"Tried on {DaysTried} different days, which is enough. It may be closed without contact now.";

    /// <summary>How a due date stands today.</summary>
    public string Status(EnquiryDue due) =>
        due.Status switch
        {
            DeadlineStatus.Open when due.DueOn < Today => "Overdue",
            DeadlineStatus.Open when due.DueOn == Today => "Due today",
            DeadlineStatus.Missed => "Late",
            DeadlineStatus.Cancelled => "No longer needed",
            _ => due.Status.ToString(),
        };
}
