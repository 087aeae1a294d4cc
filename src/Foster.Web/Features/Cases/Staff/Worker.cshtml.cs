using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Cases.Staff;

/// <summary>The work of one worker, as their manager sees it; or of the cases without one.</summary>
[ForRoles(Role.TeamManager)]
public sealed class WorkerModel(TeamReads team, ActorSource actors, LondonClock clock) : PageModel
{
    private const string NobodysWord = "nobody";
    private const int Few = 8;

    public string Name { get; private set; } = "";

    public Guid? AccountId { get; private set; }

    public WorkPart? Only { get; private set; }

    public bool FurtherOn { get; private set; }

    public IReadOnlyList<(WorkTable Table, string? More, string? Next)> Groups
    {
        get;
        private set;
    } = [];

    public async Task<IActionResult> OnGetAsync(
        string worker,
        string? due,
        string? after,
        CancellationToken ct
    )
    {
        if (worker != NobodysWord)
        {
            if (
                !Guid.TryParse(worker, out var id)
                || await team.NameAsync(id, actors.Required, ct) is not { } name
            )
                return NotFound();
            (AccountId, Name) = (id, name);
        }
        else
            Name = "No worker yet";
        Only = Enum.GetValues<WorkPart>()
            .Cast<WorkPart?>()
            .FirstOrDefault(p => p.ToString()!.Equals(due, StringComparison.OrdinalIgnoreCase));
        FurtherOn = Only is not null && ListCursor.Read(after) is not null;
        var groups = new List<(WorkTable, string?, string?)>();
        foreach (var part in Only is { } one ? [one] : Enum.GetValues<WorkPart>())
        {
            var page = await team.PageAsync(
                AccountId,
                part,
                Only is null ? null : after,
                Only is null ? Few : WorkReads.PageSize,
                ct
            );
            if (page.Items.Count > 0)
                groups.Add(
                    (
                        new WorkTable(WorkModel.Heading(part), part, page.Items, clock.Today),
                        Only is null && page.Next is not null
                            ? CaseLinks.Worker(AccountId, part)
                            : null,
                        Only is not null && page.Next is { } next
                            ? CaseLinks.Worker(AccountId, part, next)
                            : null
                    )
                );
        }
        Groups = groups;
        return Page();
    }
}
