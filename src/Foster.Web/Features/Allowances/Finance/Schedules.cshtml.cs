using Foster.Web.Foundation.Actors;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Allowances.Finance;

/// <summary>Every schedule of the council: valid now, to come, earlier, drafts and those put aside.</summary>
public sealed class SchedulesModel(ScheduleReads schedules, ActorSource actors) : PageModel
{
    public IReadOnlyList<(ScheduleLine Line, ScheduleStanding Standing)> All { get; private set; } =
    [];

    public bool MayEnter => actors.Required.Is(Role.FinanceOfficer);

    public async Task OnGetAsync(CancellationToken ct) => All = await schedules.ListAsync(ct);

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
