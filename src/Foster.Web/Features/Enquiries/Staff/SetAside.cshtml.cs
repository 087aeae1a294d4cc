using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Forms that looked like spam.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class SetAsideModel(SetAsideReads reads, ActorSource actors) : PageModel
{
    private static readonly ChoiceField<string> State = new(
        "state",
        new Option<string>(nameof(SetAsideState.Waiting), "Waiting for a look"),
        new Option<string>(nameof(SetAsideState.LetIn), "Let in, in the last month"),
        new Option<string>(nameof(SetAsideState.Binned), "Thrown away, in the last month")
    )
    {
        Label = "Show",
        AsSelect = true,
        Optional = true,
    };

    public Form Filter { get; } = new(State) { Narrows = true };

    public SetAsideState Chosen { get; private set; }

    public SetAsidePage Found { get; private set; } = new([], null);

    public IReadOnlyList<SetAsideLine> Lines => Found.Lines;

    public string? NextHref { get; private set; }

    public string? FirstHref { get; private set; }

    public static string Signs(string signs) =>
        string.Join(
            ", ",
            signs
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(s => s == "HiddenBox" ? "filled in a hidden box" : "answered very fast")
        );

    public async Task OnGetAsync(string? after, CancellationToken ct)
    {
        Filter.Answers.Set(State.Name, Request.Query[State.Name].FirstOrDefault() ?? "");
        Chosen = Enum.TryParse<SetAsideState>(Filter.Get(State), out var state)
            ? state
            : SetAsideState.Waiting;
        var place = QueuePlace.Read(after);
        Found = await reads.PageAsync(Chosen, place, actors.Required, ct);
        FirstHref = place is null ? null : Href(null);
        NextHref = Found.Next is { } next ? Href(next) : null;
    }

    private string Href(QueuePlace? after)
    {
        var query = new Dictionary<string, string?>();
        if (Chosen is not SetAsideState.Waiting)
            query[State.Name] = Chosen.ToString();
        if (after is not null)
            query["after"] = after.ToString();
        return Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(
            SetAsideNavigation.Path,
            query
        );
    }
}
