using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Approvals;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Foster.Tests.Approvals.PanelStage;

namespace Foster.Tests.Approvals;

public abstract class PanelTests(FosterHost host)
{
    private readonly PanelStage stage = new(host);

    [Theory]
    [InlineData("X-11", "2026-12-01 10:00", "2027-01-05", "2026-12-24")]
    [InlineData("X-12", "2026-03-17 10:00", "2026-04-08", "2026-03-30")]
    public async Task Papers_are_due_five_working_days_before_panel(
        string example,
        string now,
        string panel,
        string due
    )
    {
        host.Clock.Set(now);
        var caseId = await stage.ReadyAsync();
        var meeting = await stage.MeetingAsync(DateOnly.Parse(panel));

        await stage.ListAsync(caseId, meeting);

        var deadline = await stage.DeadlineAsync(caseId, DeadlineRules.PanelPapers);
        Assert.Equal(DateOnly.Parse(due), meeting.PapersDueOn);
        Assert.True(DateOnly.Parse(due) == deadline.DueOn, example);
        Assert.Equal(("R-PANEL-08", "PanelAdviser"), (deadline.RuleId, deadline.HolderRole));
    }

    [Fact]
    public async Task R_APP_01_is_met_on_the_day_of_the_meeting_and_T_APP_11_waits_for_the_signature()
    {
        host.Clock.Set("2026-05-15 10:00");
        var caseId = await stage.ReadyAsync();
        var meeting = await stage.MeetingAsync(new(2026, 6, 3));
        var item = await stage.MetAsync(caseId, meeting);
        host.Clock.Set("2026-06-05 10:00");

        Ok(await stage.RecommendAsync(item));

        var eight = await stage.DeadlineAsync(caseId, DeadlineRules.PanelRecommendation);
        Assert.Equal((DeadlineStatus.Met, meeting.On), (eight.Status, eight.ClosedOn!.Value));
        Assert.Equal(ApplicationState.ReadyForPanel, await stage.StateAsync(caseId));
        var minutes = await stage.DeadlineAsync(caseId, DeadlineRules.PanelMinutes);
        Assert.Equal(new DateOnly(2026, 6, 10), minutes.DueOn);

        RefusedBy(await stage.SignAsync(item), "R-PANEL-07");
        Ok(await stage.WriteAsync(item, final: false));
        RefusedBy(await stage.SignAsync(item), "R-PANEL-07");
        Ok(await stage.WriteAsync(item));
        Ok(await stage.SignAsync(item));
        RefusedBy(await stage.WriteAsync(item), "R-PANEL-07");

        Assert.Equal(ApplicationState.PanelRecommended, await stage.StateAsync(caseId));
        var application = await stage.LookAsync(db =>
            db.Set<Application>().SingleAsync(a => a.CaseId == caseId)
        );
        Assert.Equal(meeting.On, application.RecommendedOn);
    }

    [Fact]
    public async Task X_48_with_a_chair_and_three_members_a_recommendation_is_blocked()
    {
        host.Clock.Set("2026-05-15 10:00");
        var caseId = await stage.ReadyAsync();
        var meeting = await stage.MeetingAsync(new(2026, 6, 4));
        var item = await stage.MetAsync(caseId, meeting);
        Ok(await stage.AttendAsync(meeting, Chair, Member, Three, Four));

        var refused = await stage.RecommendAsync(item);

        Assert.Contains(
            "5 members are needed and 4 count",
            refused.Reasons,
            StringComparison.Ordinal
        );
        RefusedBy(refused, "R-PANEL-05");
        Ok(await stage.AttendAsync(meeting, Everybody));
        Ok(await stage.RecommendAsync(item));
        RefusedBy(await stage.AttendAsync(meeting, Chair), "R-VAL-11");
    }

    [Fact]
    public async Task R_PANEL_14_a_conflict_takes_the_papers_the_item_and_the_count_away()
    {
        host.Clock.Set("2026-05-15 10:00");
        var caseId = await stage.ReadyAsync();
        var meeting = await stage.MeetingAsync(new(2026, 6, 5));
        var item = await stage.ListAsync(caseId, meeting);
        Ok(await stage.SendPapersAsync(item));
        Assert.NotNull(await FindAsync(Four, item));
        Assert.False((await FindAsync(Four, item))!.PapersOpenTo(await ActorAsync(Four)));

        Ok(await stage.DeclareAsync(Four, item, conflict: true));

        Assert.Null(await FindAsync(Four, item));
        var agenda = await stage.AsAsync(
            Four,
            (s, a) => s.GetRequiredService<PanelReads>().MeetingAsync(meeting.Id, a, default)
        );
        Assert.Equal(
            new AgendaRow(null, 1, null, null, null, false),
            Assert.Single(agenda!.Agenda)
        );
        Assert.False((await stage.DeclareAsync(Four, item)).Ok);
        foreach (var name in Everybody.Except([Four]))
            Ok(await stage.DeclareAsync(name, item));
        Assert.True((await FindAsync(Three, item))!.PapersOpenTo(await ActorAsync(Three)));
        host.Clock.Set("2026-06-05 15:00");
        Ok(await stage.AttendAsync(meeting, Everybody));
        RefusedBy(await stage.RecommendAsync(item), "R-PANEL-05");
    }

    [Fact]
    public async Task R_SOD_04_a_member_who_assessed_the_case_cannot_say_that_there_is_no_conflict()
    {
        host.Clock.Set("2026-05-15 10:00");
        var caseId = await stage.ReadyAsync();
        var item = await stage.ListAsync(caseId, await stage.MeetingAsync(new(2026, 6, 8)));
        var three = await stage.AccountAsync(Three);
        await HoldAsync(caseId, three, Role.Assessor);

        RefusedBy(await stage.DeclareAsync(Three, item), "R-SOD-04");
        Ok(await stage.DeclareAsync(Three, item, conflict: true));
    }

    [Fact]
    public async Task R_SOD_03_an_adviser_who_assessed_the_case_neither_lists_nor_writes_it()
    {
        host.Clock.Set("2026-05-15 10:00");
        var caseId = await stage.ReadyAsync();
        var meeting = await stage.MeetingAsync(new(2026, 6, 11));
        var item = await stage.MetAsync(caseId, meeting);
        await HoldAsync(caseId, await stage.AccountAsync(Adviser), Role.Assessor);

        RefusedBy(await stage.RecommendAsync(item), "R-SOD-03");
        Ok(await stage.RecommendAsync(item, Chair));
        RefusedBy(await stage.WriteAsync(item), "R-SOD-03");
        RefusedBy(await stage.ToDecisionAsync(item), "R-SOD-03");
        var other = await stage.ReadyAsync();
        await HoldAsync(other, await stage.AccountAsync(Adviser), Role.Assessor);
        var listed = await stage.AsAsync(
            Adviser,
            (s, a) =>
                s.GetRequiredService<PutOnAgenda>().RunAsync(new(other, meeting.Id), a, default)
        );
        RefusedBy(listed, "R-SOD-03");
    }

    [Fact]
    public async Task R_PANEL_08_late_papers_are_accepted_by_the_chair_or_the_item_is_deferred()
    {
        host.Clock.Set("2026-06-01 10:00");
        var caseId = await stage.ReadyAsync();
        var meeting = await stage.MeetingAsync(new(2026, 6, 5));

        var item = await stage.MetAsync(caseId, meeting);

        var papers = await stage.DeadlineAsync(caseId, DeadlineRules.PanelPapers);
        Assert.Equal(DeadlineStatus.Missed, papers.Status);
        RefusedBy(await stage.RecommendAsync(item), "R-PANEL-08");
        RefusedBy(await AcceptAsync(Chair, item, "too short"), "R-VAL-06");
        RefusedBy(await AcceptAsync(Adviser, item, Why), "R-PANEL-08");
        Ok(await AcceptAsync(Chair, item, "Everybody has read them."));
        Ok(await stage.RecommendAsync(item));
    }

    [Fact]
    public async Task T_APP_12_a_deferral_says_what_is_needed_and_comes_back_on_another_agenda()
    {
        host.Clock.Set("2026-05-15 10:00");
        var caseId = await stage.ReadyAsync();
        var meeting = await stage.MeetingAsync(new(2026, 6, 12));
        var item = await stage.MetAsync(caseId, meeting);

        var bare = await DeferAsync(item, "", "short", "", host.Clock.Today);
        Assert.Equal(4, bare.Refusals.Count);
        RefusedBy(bare, "R-VAL-06");
        RefusedBy(bare, "R-PANEL-13");
        Ok(await DeferAsync(item, "more-information", Why, "A medical report", new(2026, 7, 14)));

        Assert.Equal(ApplicationState.PanelDeferred, await stage.StateAsync(caseId));
        var eight = await stage.DeadlineAsync(caseId, DeadlineRules.PanelRecommendation);
        Assert.Equal(DeadlineStatus.Open, eight.Status);
        var later = await stage.MeetingAsync(new(2026, 7, 14));
        var again = await stage.AsAsync(
            Chair,
            (s, a) =>
                s.GetRequiredService<Relist>()
                    .RunAsync(new(item, "The report is in the papers now.", later.Id), a, default)
        );
        Ok(again);
        Assert.Equal(ApplicationState.ReadyForPanel, await stage.StateAsync(caseId));
        var papers = await stage.DeadlineAsync(caseId, DeadlineRules.PanelPapers);
        Assert.Equal((again.Value.Id, later.PapersDueOn), (papers.SubjectId, papers.DueOn));
    }

    [Fact]
    public async Task T_APP_23_a_withdrawn_application_leaves_the_agenda()
    {
        host.Clock.Set("2026-05-15 10:00");
        var caseId = await stage.ReadyAsync();
        var meeting = await stage.MeetingAsync(new(2026, 6, 15));
        var item = await stage.ListAsync(caseId, meeting);

        await stage.AsAsync(
            Assessor,
            async (s, a) =>
            {
                await s.GetRequiredService<HandOver>()
                    .PublishAsync(
                        new ApplicationWithdrawn(caseId, Guid.NewGuid(), host.Clock.Today),
                        a,
                        default
                    );
                return await s.GetRequiredService<Foster.Web.Foundation.Data.FosterDb>()
                    .SaveChangesAsync();
            }
        );

        var gone = await stage.LookAsync(db => db.Set<PanelItem>().SingleAsync(i => i.Id == item));
        Assert.Equal(PanelItemState.Removed, gone.State);
        Assert.Equal(
            DeadlineStatus.Cancelled,
            (await stage.DeadlineAsync(caseId, DeadlineRules.PanelPapers)).Status
        );
    }

    [Fact]
    public async Task Only_whoever_is_asked_to_a_meeting_reaches_its_cases()
    {
        host.Clock.Set("2026-05-15 10:00");
        var caseId = await stage.ReadyAsync();
        var meeting = await stage.MeetingAsync(new(2026, 6, 16));
        var item = await stage.ListAsync(caseId, meeting);
        Assert.NotNull(await FindAsync(Three, item));
        var asked = new List<Guid>();
        foreach (var name in Everybody.Except([Three]))
            asked.Add(await stage.AccountAsync(name));

        Ok(
            await stage.AsAsync(
                Adviser,
                (s, a) =>
                    s.GetRequiredService<AskMembers>().RunAsync(new(meeting.Id, asked), a, default)
            )
        );

        Assert.Null(await FindAsync(Three, item));
        Assert.NotNull(await FindAsync(Vice, item));
    }

    [Fact]
    public async Task The_history_keeps_the_day_of_the_meeting_and_who_opened_the_papers_once()
    {
        host.Clock.Set("2026-05-15 10:00");
        var caseId = await stage.ReadyAsync();
        var meeting = await stage.MeetingAsync(new(2026, 6, 17));
        var item = await stage.MetAsync(caseId, meeting);
        for (var time = 0; time < 2; time++)
            await stage.AsAsync(
                Three,
                (s, a) =>
                    s.GetRequiredService<OpenPapers>().RunAsync(new(caseId, "panel"), a, default)
            );
        host.Clock.Set("2026-06-19 10:00");
        Ok(await stage.RecommendAsync(item));

        var history = await stage.LookAsync(db =>
            db.Set<HistoryEntry>().Include(h => h.Body).Where(h => h.CaseId == caseId).ToListAsync()
        );
        Assert.Single(history, h => h.Kind == "panel.papers-read");
        var said = Assert.Single(history, h => h.Kind == "panel.recommended");
        Assert.Equal(meeting.On, said.OccurredOn);
        Assert.Equal(new DateOnly(2026, 6, 19), London.DateOf(said.RecordedAt));
        Assert.DoesNotContain(Why, Said.Of(host, said).PublicTitle, StringComparison.Ordinal);
    }

    private Task<ItemPage?> FindAsync(string name, Guid item) =>
        stage.AsAsync(
            name,
            (s, a) => s.GetRequiredService<ItemPageReads>().FindAsync(item, a, default)
        );

    private Task<Actor> ActorAsync(string name) =>
        stage.AsAsync(name, (_, a) => Task.FromResult(a));

    private Task<Result> AcceptAsync(string by, Guid item, string reasons) =>
        stage.AsAsync(
            by,
            (s, a) =>
                s.GetRequiredService<AcceptLatePapers>().RunAsync(new(item, reasons), a, default)
        );

    private Task<Result> DeferAsync(
        Guid item,
        string code,
        string reasons,
        string actions,
        DateOnly target
    ) =>
        stage.AsAsync(
            Chair,
            (s, a) =>
                s.GetRequiredService<DeferItem>()
                    .RunAsync(new(item, code, reasons, actions, target), a, default)
        );

    private Task<int> HoldAsync(Guid caseId, Guid account, Role role) =>
        stage.LookAsync(async db =>
        {
            var council = await db.Set<Council>().SingleAsync(c => c.IsIntake);
            db.Add(
                new Foster.Web.Features.Cases.Allocation
                {
                    CouncilId = council.Id,
                    CaseId = caseId,
                    AccountId = account,
                    Role = role,
                    From = new(2026, 4, 1),
                    To = new(2026, 4, 30),
                }
            );
            return await db.SaveChangesAsync();
        });

    public sealed class OnSqlite(SqliteDemoHost host)
        : PanelTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : PanelTests(host),
            IClassFixture<PostgresDemoHost>;
}
