using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>Assessments that are worked on: the assessor's own, or all for the team manager.</summary>
[ForRoles(Role.Assessor, Role.TeamManager)]
public sealed class AssessmentsModel(
    AssessmentHeaderReads headers,
    ActorSource actors,
    LondonClock clock
) : PageModel
{
    public IReadOnlyList<AssessmentRow> Rows { get; private set; } = [];

    public string? NextHref { get; private set; }

    public string? FirstHref { get; private set; }

    public bool IsManager => actors.Required.Is(Role.TeamManager);

    public DateOnly Today => clock.Today;

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "due")]
    public string? Due { get; set; }

    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    public bool IsFiltered => Only is not null || Due == "overdue";

    private ApplicationState? Only =>
        Enum.TryParse<ApplicationState>(State, out var state)
        && AssessmentHeaderReads.Working.Contains(state)
            ? state
            : null;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var page = await headers.ListAsync(Only, Due == "overdue" ? clock.Today : null, After, ct);
        Rows = page.Rows;
        var filter = $"state={Only}&due={(Due == "overdue" ? Due : "")}";
        NextHref = page.Next is null ? null : $"{AssessmentLinks.List}?{filter}&after={page.Next}";
        FirstHref = After is null ? null : $"{AssessmentLinks.List}?{filter}";
    }

    public bool IsOverdue(AssessmentRow row) => row.NextDue < clock.Today;
}
