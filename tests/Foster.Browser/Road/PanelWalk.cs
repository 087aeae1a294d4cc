using Foster.TestKit;
using Foster.Web.Features.Approvals;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Foster.Browser;

/// <summary>From the agenda of a meeting to carers who have signed.</summary>
public sealed class PanelWalk(RoadWalk road, FosterHost host)
{
    private static readonly string[] Members =
    [
        "panel.chair",
        "panel.member",
        "panel.two",
        "panel.three",
        "panel.four",
    ];

    private Guid item;

    public async Task ListAsync()
    {
        var on = road.Today.AddDays(14);
        await road.StaffDoesAsync(
            "panel.adviser",
            "/panel/meetings/new",
            ("on", on.ToString("O")),
            ("online", "no"),
            ("joint", "none"),
            ("at", "10:00")
        );
        var meeting = await road.AskAsync(db =>
            db.Set<PanelMeeting>().OrderByDescending(m => m.Id).Select(m => m.Id).FirstAsync()
        );
        await road.StaffDoesAsync(
            "panel.adviser",
            $"/panel/meetings/{meeting}/members",
            ("members", "all")
        );
        await road.StaffDoesAsync(
            "panel.adviser",
            "/panel/ready/{case}",
            ("meeting", meeting.ToString())
        );
        item = await road.ItemAsync();
        await road.StaffDoesAsync("panel.adviser", $"/panel/items/{item}/send-papers");
    }

    public async Task HearAsync()
    {
        foreach (var member in Members)
            await road.StaffDoesAsync(member, $"/panel/items/{item}/declare", ("conflict", "no"));
        var meeting = await road.AskAsync(db =>
            db.Set<PanelMeeting>()
                .Where(m =>
                    m.Id
                    == db.Set<PanelItem>().Where(i => i.Id == item).Select(i => i.MeetingId).First()
                )
                .SingleAsync()
        );
        host.Clock.Set($"{meeting.On:yyyy-MM-dd} 15:00");
        await road.StaffDoesAsync(
            "panel.adviser",
            $"/panel/meetings/{meeting.Id}/attendance",
            ("present", "all")
        );
        await road.StaffDoesAsync(
            "panel.adviser",
            $"/panel/items/{item}/recommendation",
            ("outcome", "Approve")
        );
        await road.StaffDoesAsync(
            "panel.adviser",
            $"/panel/items/{item}/minutes",
            ("final", "all")
        );
        await road.StaffDoesAsync("panel.chair", $"/panel/items/{item}/minutes/sign");
    }

    public Task SendToDecisionAsync() =>
        road.StaffDoesAsync("panel.adviser", $"/panel/items/{item}/send-to-decision");

    public async Task ApproveAsync()
    {
        await road.StaffDoesAsync(
            "decision.maker",
            "/decisions/{case}/approve",
            ("elsewhere", "no")
        );
        await road.StaffDoesAsync("assessor", "/staff/cases/{case}/outcome-told");
        await road.StaffDoesAsync("panel.adviser", "/panel/notices/{case}");
    }

    public async Task ActivateAsync()
    {
        await road.StaffDoesAsync("manager", "/staff/carers/{case}/supervisor");
        foreach (
            var (key, name) in new[]
            {
                ("casey", "Casey Demo-Walker"),
                ("alex", "Alex Demo-Walker"),
            }
        )
        {
            var carer = await road.AsAsync(key);
            await carer.OpenAsync("/carer");
            if (carer.Page.Url.Contains("/sign-in", StringComparison.Ordinal))
                await carer.SignInAsync(
                    key == "casey" ? road.Email : road.PartnerName,
                    RoadWalk.Password
                );
            await carer.DoAsync("/carer/agreement", road.Today, ("name", name));
        }
        await road.StaffDoesAsync(
            "supervisor",
            "/staff/carers/{case}/agreement",
            ("name", "Sam Demo-Support")
        );
    }
}
