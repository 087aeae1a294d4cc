using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Applications.Staff;

/// <summary>The applications in the reader's scope; filters stand in the address.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.Assessor, Role.TeamManager, Role.PanelAdviser)]
public sealed class ListModel(ApplicationReads reads, LondonClock clock) : PageModel
{
    private static readonly ChoiceField<string> StateField = new(
        "state",
        [
            new Option<string>("", "All open applications"),
            .. Enum.GetValues<ApplicationState>()
                .Select(s => new Option<string>(s.ToString(), ApplicationSection.InWords(s))),
        ]
    )
    {
        Label = "How it stands",
        AsSelect = true,
    };

    private static readonly TextField TextFilter = new("text")
    {
        Label = "Name or reference",
        Spellcheck = false,
        Max = 100,
    };

    [BindProperty(SupportsGet = true)]
    public ApplicationState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public Form Filter { get; } = new(StateField, TextFilter);

    public ApplicationPage List { get; private set; } = new([], null);

    public DateOnly Today => clock.Today;

    public string? NextHref => List.Next is { } next ? Address(next) : null;

    public string? FirstHref => After is null ? null : Address(null);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Filter.Fill(StateField, State?.ToString() ?? "").Fill(TextFilter, Text);
        List = await reads.ListAsync(State, Text, After, ct);
    }

    private string Address(string? after) =>
        "/staff/applications"
        + QueryString.Create(
            new Dictionary<string, string?>
            {
                ["state"] = State?.ToString(),
                ["text"] = Text,
                ["after"] = after,
            }.Where(p => !string.IsNullOrEmpty(p.Value))
        );
}
