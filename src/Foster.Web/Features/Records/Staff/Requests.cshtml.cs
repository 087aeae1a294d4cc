using Foster.Web.Features.Cases;
using Foster.Web.Features.Records.Requests;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Records.Staff;

/// <summary>The register of what other services ask us for.</summary>
[ForRoles(
    Role.RecruitmentOfficer,
    Role.Assessor,
    Role.SupervisingSocialWorker,
    Role.PanelAdviser,
    Role.TeamManager
)]
public sealed class RequestsModel(
    RecordsRequestReads requests,
    ActorSource actors,
    LondonClock clock
) : PageModel
{
    private static readonly ChoiceField<RequestState> State = new("state", RequestWords.States)
    {
        Label = "Status",
        AsSelect = true,
        Optional = true,
    };

    private static readonly ChoiceField<RequestFor> For = new("for", RequestWords.Fors)
    {
        Label = "Asks for",
        AsSelect = true,
        Optional = true,
    };

    private static readonly TickField Late = new("late") { Label = "Only what is overdue" };

    public Form Filter { get; } = new(State, For, Late) { Narrows = true };

    public RequestFilter Chosen { get; private set; } = new(null, null, false);

    public ListPage<RequestLine> Found { get; private set; } = new([], null);

    public bool FurtherOn { get; private set; }

    public async Task OnGetAsync(string? after, CancellationToken ct)
    {
        foreach (var field in Filter.Fields)
            Filter.Answers.Set(
                field.Name,
                [.. Request.Query[field.Name].Take(2).Select(v => v ?? "")]
            );
        Chosen = new(
            Filter.Get(State, null),
            Filter.Get(For, null),
            Filter.Get(Late, null) is true
        );
        FurtherOn = after is { Length: > 0 };
        Found = await requests.PageAsync(Chosen, after, actors.Required, ct);
    }

    public bool IsOpen(RequestLine line) =>
        line.State is RequestState.Received or RequestState.ConsentAsked;

    public bool IsLate(RequestLine line) => IsOpen(line) && line.DueOn < clock.Today;

    public string Address(string? after = null) =>
        CaseLinks.With(
            RequestLinks.List,
            (State.Name, Chosen.State?.ToString()),
            (For.Name, Chosen.For?.ToString()),
            (Late.Name, Chosen.Overdue ? "true" : null),
            ("after", after)
        );
}
