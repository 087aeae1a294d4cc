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
    KeepWarmReads warm,
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
    public MergedAway? Away { get; private set; }
    public IReadOnlyList<CarriedFact> Carried { get; private set; } = [];

    /// <summary>Looks for duplicates, merges them and corrects what was carried over.</summary>
    public bool Decides => actors.Required.Is(DuplicateReads.Deciders);

    /// <summary>What the council's case system said is for the team manager.</summary>
    public bool Reads(CarriedFact fact) =>
        fact.Kind is not CarriedKind.LookUp || actors.Required.Is(Role.TeamManager);

    public DateOnly Today => clock.Today;

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        if (await reads.FindAsync(caseId, ct) is not { } view)
            return NotFound();
        View = view;
        var hasAssessor = view.Assessor is not null;
        var steps = EnquirySteps.For(
            caseId,
            view.Enquiry.State,
            hasAssessor,
            view.Restricted,
            actors.Required
        );
        Next = view.IsStopped ? [] : [.. steps.Where(s => s.IsNext)];
        Others = [.. steps.Where(s => !s.IsNext)];
        if (view.IsStopped && actors.Required.Is(Role.TeamManager))
            Next = [new("Decide about the concern", $"/staff/enquiries/{caseId}/look-up", true)];
        Waiting = view.IsStopped
            ? LookUpReads.Stopped.Reason
            : EnquirySteps.Waiting(view.Enquiry.State, hasAssessor);
        if (Decides)
        {
            KeptWarm = await warm.OfCaseAsync(caseId, ct);
            // Whom Foster asks by email is called by nobody.
            Nurture = KeptWarm is null ? await nurtures.OfAsync(caseId, ct) : null;
        }
        Away = await merges.AwayAsync(caseId, ct);
        Carried = await merges.CarriedAsync(caseId, ct);
        if (Decides)
        {
            Alike = await duplicates.OfAsync(caseId, ct);
            Apart = await duplicates.ApartFromAsync(caseId, ct);
        }
        KnownElsewhere = await partners.KnowAsync(caseId, actors.Required, ct);
        return Page();
    }

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
