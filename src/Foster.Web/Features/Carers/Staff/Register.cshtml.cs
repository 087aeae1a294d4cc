using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Carers.Staff;

/// <summary>The register of foster carers: supervising social workers see theirs, manager and panel adviser all.</summary>
[ForRoles(Role.SupervisingSocialWorker, Role.TeamManager, Role.PanelAdviser)]
public sealed class RegisterModel(RegisterReads register, ActorSource actors) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "supervisor")]
    public Guid? Supervisor { get; set; }

    [BindProperty(SupportsGet = true, Name = "words")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "after")]
    public Guid? After { get; set; }

    public IReadOnlyList<RegisterLine> Lines { get; private set; } = [];
    public IReadOnlyList<SupervisorChoice> Supervisors { get; private set; } = [];
    public string? NextHref { get; private set; }

    public bool OnlyOwn => actors.Required.Is(Role.SupervisingSocialWorker);

    public bool Filtered =>
        !string.IsNullOrWhiteSpace(State)
        || Supervisor is not null
        || !string.IsNullOrWhiteSpace(Words);

    public string FirstHref => CarerLinks.Register + Query(null);

    public async Task OnGetAsync(CancellationToken ct)
    {
        ApprovalState? state = Enum.TryParse<ApprovalState>(State, out var chosen) ? chosen : null;
        var found = await register.ListAsync(
            new RegisterFilter(state, OnlyOwn ? null : Supervisor, Words, After),
            ct
        );
        Lines = [.. found.Take(RegisterReads.PageSize)];
        if (found.Count > RegisterReads.PageSize)
            NextHref = CarerLinks.Register + Query(Lines[^1].ApprovalId);
        if (!OnlyOwn)
            Supervisors = await register.SupervisorsAsync(actors.Required.CouncilId, ct);
    }

    private string Query(Guid? after) =>
        QueryString
            .Create(
                new Dictionary<string, string?>
                {
                    ["state"] = State,
                    ["supervisor"] = Supervisor?.ToString(),
                    ["words"] = Words,
                    ["after"] = after?.ToString(),
                }.Where(p => !string.IsNullOrWhiteSpace(p.Value))
            )
            .Value
        ?? "";
}
