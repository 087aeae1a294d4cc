using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Approvals;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Foster.Tests.Approvals.PanelStage;

namespace Foster.Tests.Approvals;

/// <summary>Meetings that are moved or cancelled, and what was recorded wrongly or late.</summary>
public abstract class MeetingChangeTests(FosterHost host)
{
    private const string Because = "The room is flooded and no other is free that day.";
    private readonly PanelStage stage = new(host);

    [Fact]
    public async Task R_PANEL_08_a_moved_meeting_gets_new_dates_for_papers_and_everybody_is_told()
    {
        host.Clock.Set("2026-05-15 10:00");
        var (unsent, sent) = (await stage.ReadyAsync(), await stage.ReadyAsync());
        var meeting = await stage.MeetingAsync(new(2026, 6, 9));
        var first = await stage.ListAsync(unsent, meeting);
        var second = await stage.ListAsync(sent, meeting);
        Ok(await stage.SendPapersAsync(second));

        RefusedBy(await MoveAsync(meeting, new(2026, 6, 16), "Too short"), "R-VAL-06");
        RefusedBy(await MoveAsync(meeting, new(2026, 5, 14), Because), "R-VAL-04");
        RefusedBy(await MoveAsync(meeting, new(2026, 4, 1), Because), "R-VAL-04");
        Assert.False((await MoveAsync(meeting, new(2026, 6, 16), Because, by: Chair)).Ok);
        Ok(await MoveAsync(meeting, new(2026, 6, 16), Because));

        var clocks = await stage.LookAsync(db =>
            db.Set<Deadline>()
                .Where(d => d.SubjectId == first && d.LineKey == DeadlineRules.PanelPapers.Key)
                .OrderBy(d => d.Id)
                .Select(d => new { d.Status, d.DueOn })
                .ToListAsync()
        );
        Assert.Equal(
            [
                (DeadlineStatus.Cancelled, new DateOnly(2026, 6, 2)),
                (DeadlineStatus.Open, new DateOnly(2026, 6, 9)),
            ],
            clocks.Select(c => (c.Status, c.DueOn))
        );
        Assert.Equal(5, await MailsAsync("panel.moved", "9 June 2026"));
        // Zoë has an e-mail address and Max has none, in both cases.
        Assert.Equal(2, await MailsOfAsync("panel.moved-applicant", unsent, sent));
        var said = await SaidAsync(unsent, "panel.moved");
        Assert.Contains("16 June 2026", said, StringComparison.Ordinal);
        Assert.DoesNotContain("flooded", said, StringComparison.Ordinal);

        // Brought forward, papers that were in time are late, and the chair has to accept them (R-PANEL-08).
        Ok(await MoveAsync(meeting, new(2026, 5, 20), Because));
        var late = await stage.LookAsync(db =>
            db.Set<PanelItem>().SingleAsync(i => i.Id == second)
        );
        Assert.True(late.PapersLate);
        Assert.Equal(PanelItemState.PapersSent, late.State);
    }

    [Fact]
    public async Task A_cancelled_meeting_gives_its_cases_back_to_those_that_wait()
    {
        host.Clock.Set("2026-05-15 10:00");
        var caseId = await stage.ReadyAsync();
        var meeting = await stage.MeetingAsync(new(2026, 6, 10));
        var item = await stage.ListAsync(caseId, meeting);
        Ok(await stage.SendPapersAsync(item));

        RefusedBy(await CancelAsync(meeting, "Short"), "R-VAL-06");
        Ok(await CancelAsync(meeting, Because));

        Assert.False((await CancelAsync(meeting, Because)).Ok);
        Assert.Contains(
            caseId,
            await stage.AsAsync(
                Adviser,
                async (s, _) =>
                    (
                        await s.GetRequiredService<PanelReads>()
                            .ReadyAsync(new(DateOnly.MinValue, Guid.Empty), default)
                    ).Select(r => r.CaseId)
            )
        );
        Assert.Equal(
            PanelItemState.Removed,
            await stage.LookAsync(db =>
                db.Set<PanelItem>().Where(i => i.Id == item).Select(i => i.State).SingleAsync()
            )
        );
        Assert.Equal(5, await MailsAsync("panel.cancelled", "10 June 2026"));
        Assert.Equal(1, await MailsOfAsync("panel.cancelled-applicant", caseId));
        Assert.DoesNotContain(
            "flooded",
            await SaidAsync(caseId, "panel.cancelled"),
            StringComparison.Ordinal
        );
        var open = await stage.AsAsync(
            Adviser,
            (s, _) => s.GetRequiredService<PanelReads>().OpenMeetingsAsync(default)
        );
        Assert.DoesNotContain(open, m => m.Id == meeting.Id);
        // Listed again, the date for papers is counted from the other meeting.
        await stage.ListAsync(caseId, await stage.MeetingAsync(new(2026, 6, 17)));
        Assert.Equal(
            new DateOnly(2026, 6, 10),
            (await stage.DeadlineAsync(caseId, DeadlineRules.PanelPapers)).DueOn
        );
    }

    [Fact]
    public async Task R_PANEL_07_what_was_recorded_wrongly_is_corrected_by_a_further_entry_and_both_are_read()
    {
        host.Clock.Set("2026-05-15 10:00");
        var caseId = await stage.ReadyAsync();
        var item = await stage.MetAsync(caseId, await stage.MeetingAsync(new(2026, 6, 11)));
        RefusedBy(await CorrectAsync(item, Because), "R-PANEL-07");
        Ok(await stage.RecommendAsync(item));
        RefusedBy(await CorrectMinutesAsync(item, Because), "R-PANEL-07");
        Ok(await stage.WriteAsync(item));
        Ok(await stage.SignAsync(item));
        Ok(await stage.ToDecisionAsync(item));

        RefusedBy(await CorrectAsync(item, "Short"), "R-VAL-06");
        Assert.False((await CorrectAsync(item, Because, by: Chair)).Ok);
        Ok(await CorrectAsync(item, Because));
        Ok(await CorrectMinutesAsync(item, Because));

        using var visitor = host.Visitor();
        await visitor.SignInAsync(DecisionMaker);
        foreach (var path in (string[])[$"/decisions/{caseId}", $"/decisions/{caseId}/pack"])
        {
            var page = await visitor.GetAsync(path);
            Assert.Contains("3 children", page.Text, StringComparison.Ordinal);
            Assert.Contains("2 children", page.Text, StringComparison.Ordinal);
            Assert.Contains("It should say Tuesday.", page.Text, StringComparison.Ordinal);
            Assert.Contains("The social worker asked about support.", page.Text);
            // The pack has headings, and each line of its contents leads to one.
            var links = page.Document.QuerySelectorAll("nav[aria-labelledby=contents] a").ToList();
            Assert.Contains(links, l => l.TextContent == "Personality");
            Assert.All(
                links,
                l => Assert.NotNull(page.Document.GetElementById(l.GetAttribute("href")![1..]))
            );
        }
        Assert.Equal(
            3,
            (await visitor.GetAsync($"/decisions/{caseId}/approve"))
                .Form()
                .Element.QuerySelectorAll("[name=max-children]")
                .Select(e => int.Parse(e.GetAttribute("value")!))
                .Single()
        );
        Ok(await stage.ApproveAsync(caseId));
        RefusedBy(await CorrectAsync(item, Because), "R-PANEL-07");
        RefusedBy(await CorrectMinutesAsync(item, Because), "R-PANEL-07");
    }

    [Fact]
    public async Task R_VAL_04_an_arrival_that_lies_longer_back_is_the_team_managers_to_record()
    {
        host.Clock.Set("2026-05-15 10:00");
        var caseId = await stage.ReadyAsync();
        var item = await stage.MetAsync(caseId, await stage.MeetingAsync(new(2026, 6, 12)));
        Ok(await stage.RecommendAsync(item));
        Ok(await stage.WriteAsync(item));
        Ok(await stage.SignAsync(item));
        host.Clock.Set("2026-06-22 10:00");

        var refused = await stage.ToDecisionAsync(item, new(2026, 6, 12));
        RefusedBy(refused, "R-VAL-04");
        Assert.Contains("Maya Demo-Manage", refused.Reasons, StringComparison.Ordinal);
        RefusedBy(await ArrivedAsync(item, new(2026, 6, 19)), "R-VAL-04");
        RefusedBy(await ArrivedAsync(item, new(2026, 6, 11)), "R-VAL-04");

        using var visitor = host.Visitor();
        await visitor.SignInAsync(Manager);
        var page = await visitor.GetAsync($"/staff/cases/{caseId}");
        page = await page.FollowAsync(
            "Record an earlier day on which the papers reached the decision maker"
        );
        page = await page.Form()
            .FillDate(
                "When did the recommendation and the signed minutes reach the decision maker?",
                12,
                6,
                2026
            )
            .SubmitAsync("Record the arrival");

        Assert.Equal($"/staff/cases/{caseId}", page.Path);
        Assert.Equal(ApplicationState.AwaitingDecision, await stage.StateAsync(caseId));
        var clock = await stage.DeadlineAsync(caseId, DeadlineRules.DecisionMakerDecision);
        Assert.Equal(new DateOnly(2026, 6, 12), clock.TriggerOn);
    }

    [Fact]
    public async Task A_meeting_is_moved_and_cancelled_by_pages()
    {
        host.Clock.Set("2026-05-15 10:00");
        var meeting = await stage.MeetingAsync(new(2026, 6, 15));
        using var visitor = host.Visitor();
        await visitor.SignInAsync(Adviser);
        var page = await visitor.GetAsync($"/panel/meetings/{meeting.Id}");

        page = await (await page.FollowAsync("Move the meeting"))
            .Form()
            .FillDate("Date of the meeting", 18, 6, 2026)
            .Fill("Why is it moved?", Because)
            .SubmitAsync("Move the meeting");
        Assert.Equal("Panel on Thursday 18 June 2026", page.Heading);
        page = await (await page.FollowAsync("Cancel the meeting"))
            .Form()
            .Fill("Why is it cancelled?", Because)
            .SubmitAsync("Cancel the meeting");

        Assert.Contains("was cancelled on 15 May 2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("Cancelled", (await visitor.GetAsync("/panel")).Text);
    }

    private Task<Result> MoveAsync(
        PanelMeeting meeting,
        DateOnly on,
        string why,
        string by = Adviser
    ) =>
        stage.AsAsync(
            by,
            (s, a) =>
                s.GetRequiredService<MoveMeeting>()
                    .RunAsync(
                        new(meeting.Id, new(on, meeting.At, meeting.Place, meeting.IsOnline), why),
                        a,
                        default
                    )
        );

    private Task<Result> CancelAsync(PanelMeeting meeting, string why) =>
        stage.AsAsync(
            Adviser,
            (s, a) =>
                s.GetRequiredService<CancelMeeting>().RunAsync(new(meeting.Id, why), a, default)
        );

    private Task<Result> CorrectAsync(Guid item, string why, string by = Adviser) =>
        stage.AsAsync(
            by,
            (s, a) =>
                s.GetRequiredService<CorrectRecommendation>()
                    .RunAsync(
                        new(
                            item,
                            RecommendationOutcome.Approve,
                            Why,
                            Terms with
                            {
                                MaxChildren = 3,
                            },
                            null,
                            why
                        ),
                        a,
                        default
                    )
        );

    private Task<Result> CorrectMinutesAsync(Guid item, string why) =>
        stage.AsAsync(
            Adviser,
            (s, a) =>
                s.GetRequiredService<CorrectMinutes>()
                    .RunAsync(new(item, "It should say Tuesday.", why), a, default)
        );

    private Task<Result> ArrivedAsync(Guid item, DateOnly on) =>
        stage.AsAsync(
            Manager,
            (s, a) =>
                s.GetRequiredService<SendToDecisionMaker>().RunAsync(new(item, on), a, default)
        );

    private async Task<string?> SaidAsync(Guid caseId, string kind) =>
        Said.Of(
            host,
            await stage.LookAsync(db =>
                db.Set<HistoryEntry>()
                    .Include(h => h.Body)
                    .FirstAsync(h => h.CaseId == caseId && h.Kind == kind)
            )
        ).PublicTitle;

    private Task<int> MailsAsync(string kind, string subject) =>
        stage.LookAsync(db =>
            db.Set<OutboxMessage>().CountAsync(m => m.Kind == kind && m.Subject.Contains(subject))
        );

    private Task<int> MailsOfAsync(string kind, params Guid[] cases) =>
        stage.LookAsync(db =>
            db.Set<OutboxMessage>()
                .CountAsync(m =>
                    m.Kind == kind && m.CaseId != null && cases.Contains(m.CaseId.Value)
                )
        );

    public sealed class OnSqlite(SqliteDemoHost host)
        : MeetingChangeTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : MeetingChangeTests(host),
            IClassFixture<PostgresDemoHost>;
}
