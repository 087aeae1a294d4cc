using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;

namespace Foster.Web.Features.Operate.Councils;

/// <summary>What an administrator still has to do before their council has everything it needs.</summary>
public sealed class SetUpReads(
    DutyHolderReads duties,
    PrivacyNoticeReads notices,
    IEnumerable<ISetUpNeed> needs,
    ICalendarSource calendars,
    LondonClock clock
)
{
    private const string ToDo = "To do";

    public async Task<IReadOnlyList<SetUpTask>> MissingAsync(
        Council council,
        Actor actor,
        CancellationToken ct
    )
    {
        var missing = new List<SetUpTask>();
        foreach (var duty in (await duties.AllAsync(actor, ct)).Where(d => d.Missing is not null))
            missing.Add(
                new(
                    duty.Duty,
                    duty.Missing!,
                    duty.Names.Count > 0 ? "Begun" : ToDo,
                    "/admin/council/duties/" + Duties.Slug(duty.Capability)
                )
            );
        if (council.OutOfHoursTelephone.Length == 0)
            missing.Add(
                new(
                    "Out-of-hours number",
                    "Foster carers, and whoever worries about a child, are told no number for the night.",
                    ToDo,
                    "/admin/council/contacts#out-of-hours"
                )
            );
        else if (council.OutOfHoursTelephone == council.Telephone)
            missing.Add(
                new(
                    "Out-of-hours number",
                    "It is the number of the daytime. Say who answers at night.",
                    "Check",
                    "/admin/council/contacts#out-of-hours"
                )
            );
        if (
            (await notices.AllAsync(council.Id, ct)).Single(n => n.Now).Text.Trim()
            == CouncilDefaults.PrivacyNotice.Trim()
        )
            missing.Add(
                new(
                    "Privacy notice",
                    "The notice is the draft with which every council begins. Your data protection officer has to agree to your own.",
                    ToDo,
                    "/admin/council/privacy"
                )
            );
        foreach (var need in needs)
            if (await need.OfAsync(actor, ct) is { } task)
                missing.Add(task);
        if (council.LogoId is null)
            missing.Add(
                new(
                    "Logo",
                    "The header shows the council’s name only. You can leave it so.",
                    "If you like",
                    "/admin/council/logo"
                )
            );
        if ((await calendars.CurrentAsync(ct)).EndsSoon(clock.Today))
            missing.Add(
                new(
                    "Bank holidays",
                    "The calendar ends within 12 months. Enter the days that the government has announced.",
                    "Check",
                    "/admin/council/bank-holidays"
                )
            );
        return missing;
    }
}
