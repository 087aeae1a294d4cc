using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Cases.Staff;

/// <summary>The cases in reach, found by name or reference.</summary>
[ForRoles(
    Role.RecruitmentOfficer,
    Role.Assessor,
    Role.SupervisingSocialWorker,
    Role.TeamManager,
    Role.PanelAdviser
)]
public sealed class CasesModel(
    CaseListReads cases,
    ActorSource actors,
    LondonClock clock,
    Viewing viewing
) : PageModel, IHasForm
{
    private static readonly TextField Search = new("search")
    {
        Label = "Name or reference",
        Optional = true,
        Spellcheck = false,
        Max = 100,
        Width = "govuk-input--width-20",
    };

    private static readonly ChoiceField<CaseFilter> Show = new(
        "show",
        new Option<CaseFilter>(CaseFilter.All, "All cases"),
        new Option<CaseFilter>(CaseFilter.Open, "Open cases"),
        new Option<CaseFilter>(CaseFilter.Closed, "Closed cases")
    )
    {
        Label = "Show",
        Optional = true,
        AsSelect = true,
    };

    public Form Form { get; } = new(Search, Show) { Narrows = true };

    public ListPage<CaseListItem> Found { get; private set; } = new([], null);

    public bool FurtherOn { get; private set; }

    /// <summary>Whether anything narrows the list.</summary>
    public bool Narrowed => Words is not null || Chosen != CaseFilter.All;

    public bool OnlyOwn => actors.Required.Is(Role.Assessor, Role.SupervisingSocialWorker);

    private string? Words => Form.Get(Search);

    private CaseFilter Chosen => Form.Get(Show) ?? CaseFilter.All;

    public async Task OnGetAsync(string? after, CancellationToken ct)
    {
        Form.Answers.Set(Search.Name, Request.Query[Search.Name].FirstOrDefault() ?? "");
        Form.Answers.Set(Show.Name, Request.Query[Show.Name].FirstOrDefault() ?? "");
        Form.Check(clock.Today);
        FurtherOn = ListCursor.Read(after) is not null;
        if (Form.Ok)
            Found = await cases.PageAsync(Words, Chosen, after, ct);
        if (Form.Ok && Words is not null)
            viewing.Searched(Found.Items.Count);
    }

    public string Address(string? after = null) =>
        CaseLinks.With(
            CaseLinks.List,
            (Search.Name, Words),
            (Show.Name, Chosen == CaseFilter.All ? null : Chosen.ToString()),
            ("after", after)
        );
}
