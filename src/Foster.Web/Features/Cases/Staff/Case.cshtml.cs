using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Cases.Staff;

/// <summary>Everything about one case that this reader may see, and what they can do next.</summary>
[Records(AccessKind.Confidential)]
[ForRoles(
    Role.RecruitmentOfficer,
    Role.Assessor,
    Role.SupervisingSocialWorker,
    Role.TeamManager,
    Role.PanelAdviser
)]
public sealed class CaseModel(
    CaseReads cases,
    CasePageReads reads,
    TimelineReads timeline,
    IEnumerable<ICaseSection> sections,
    ActorSource actors,
    LondonClock clock
) : PageModel
{
    public CaseHead Head { get; private set; } = null!;

    public IReadOnlyList<CasePerson> People { get; private set; } = [];

    public IReadOnlyList<CaseWorker> Workers { get; private set; } = [];

    public IReadOnlyList<CaseSection> Sections { get; private set; } = [];

    public IReadOnlyList<CaseClock> Clocks { get; private set; } = [];

    public IReadOnlyList<CaseLetter> Letters { get; private set; } = [];

    public ListPage<TimelineEntry> Timeline { get; private set; } = new([], null);

    /// <summary>Older entries are shown, and the rest of the page is left out.</summary>
    public bool Older { get; private set; }

    /// <summary>Letters are opened by those who post them.</summary>
    public bool ReadsLetters =>
        actors.Required.Is(Role.RecruitmentOfficer, Role.TeamManager, Role.PanelAdviser);

    public DateOnly Today => clock.Today;

    public IEnumerable<CasePerson> Applicants => People.Where(p => p.IsApplicant);

    public async Task<IActionResult> OnGetAsync(Guid caseId, string? before, CancellationToken ct)
    {
        if (await reads.HeadAsync(caseId, ct) is not { } head)
            return NotFound();
        Head = head;
        Older = before is not null;
        Timeline = await timeline.PageAsync(caseId, actors.Required, before, ct);
        if (Older)
            return Page();
        People = await cases.PeopleAsync(caseId, ct);
        Workers = await cases.WorkersAsync(caseId, ct);
        Clocks = await reads.ClocksAsync(caseId, actors.Required, ct);
        Letters = await reads.LettersAsync(caseId, ct);
        var shown = new List<CaseSection>();
        foreach (var section in sections.OrderBy(s => s.Order))
            if (await section.ForAsync(caseId, actors.Required, ct) is { } said)
                shown.Add(said);
        Sections = shown;
        return Page();
    }

    public string OlderThan(string before) =>
        CaseLinks.With(CaseLinks.Case(Head.Id), ("before", before));
}
