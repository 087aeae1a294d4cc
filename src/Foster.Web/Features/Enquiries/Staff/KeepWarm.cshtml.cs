using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Those who want to be asked again, by their month.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class KeepWarmModel(KeepWarmReads reads, ActorSource actors) : PageModel
{
    public const string Path = "/staff/enquiries/keep-warm";

    private const string Live = "live";

    public static string Of(Guid id) => $"{Path}/{id}";

    public static string LastAsked(KeepWarmLine line) =>
        line.AskedAt is { } at
            ? $"{BritishDate.Long(London.DateOf(at))} (message {line.Asked})"
            : "Not yet";

    private static readonly ChoiceField<string> State = new(
        "state",
        [
            new Option<string>(Live, "Still to be asked, or asked"),
            .. Enum.GetValues<KeepWarmState>()
                .Select(s => new Option<string>(s.ToString(), Words(s))),
        ]
    )
    {
        Label = "Where it stands",
        AsSelect = true,
        Optional = true,
    };

    public Form Filter { get; } = new(State) { Narrows = true };

    public bool IsFiltered { get; private set; }

    public KeepWarmPage Kept { get; private set; } = new([], null);

    public string? NextHref { get; private set; }

    public string? FirstHref { get; private set; }

    public static string Words(KeepWarmState state) =>
        state switch
        {
            KeepWarmState.Waiting => "Waiting",
            KeepWarmState.Asked => "Asked, no answer yet",
            KeepWarmState.Enquired => "Enquired",
            KeepWarmState.Stopped => "Stopped by them",
            _ => "Ended by silence",
        };

    public async Task OnGetAsync(string? after, CancellationToken ct)
    {
        Filter.Answers.Set(State.Name, Request.Query[State.Name].FirstOrDefault() ?? "");
        var chosen = Enum.TryParse<KeepWarmState>(Filter.Get(State), out var state)
            ? state
            : (KeepWarmState?)null;
        IsFiltered = chosen is not null;
        var place = QueuePlace.Read(after);
        Kept = await reads.PageAsync(chosen, place, actors.Required, ct);
        FirstHref = place is null ? null : Href(chosen, null);
        NextHref = Kept.Next is { } next ? Href(chosen, next) : null;
    }

    private static string Href(KeepWarmState? state, QueuePlace? after)
    {
        var query = new Dictionary<string, string?>();
        if (state is not null)
            query["state"] = state.ToString();
        if (after is not null)
            query["after"] = after.ToString();
        return Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(Path, query);
    }
}
