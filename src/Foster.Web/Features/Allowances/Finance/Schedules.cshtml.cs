using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Allowances.Finance;

/// <summary>Every schedule of the council: valid now, to come, earlier, drafts and those put aside.</summary>
public sealed class SchedulesModel(
    ScheduleReads schedules,
    MinimumDue due,
    ActorSource actors,
    LondonClock clock
) : PageModel
{
    public ListPage<(ScheduleLine Line, ScheduleStanding Standing)> Found { get; private set; } =
        new([], null);

    /// <summary>By what the schedules are measured is missing, or waits for somebody.</summary>
    public WorkNotice? Notice { get; private set; }

    public bool FurtherOn { get; private set; }

    public bool MayEnter => actors.Required.Is(Role.FinanceOfficer);

    public async Task OnGetAsync(string? after, CancellationToken ct)
    {
        FurtherOn = after is { Length: > 0 };
        Found = await schedules.PageAsync(after, ct);
        Notice = await due.OfAsync(actors.Required, clock.Today, ct);
    }

    public static string Address(string? after = null) =>
        CaseLinks.With(AllowancesLinks.Schedules, ("after", after));

    public static (string Text, string Colour) Tag(ScheduleStanding standing) =>
        standing switch
        {
            ScheduleStanding.Now => ("Paid now", "green"),
            ScheduleStanding.Coming => ("To come", "blue"),
            ScheduleStanding.Draft => ("Draft", "yellow"),
            ScheduleStanding.Earlier => ("Earlier", "grey"),
            _ => ("Put aside", "grey"),
        };
}
