using Foster.TestKit;
using Foster.Tests.Enquiries.Duplicates;
using Foster.Web.Features.Assessment;
using Foster.Web.Features.Enquiries;
using Foster.Web.Features.Enquiries.LookUps;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Enquiries;

/// <summary>R-ENQ-09 and R-ENQ-10: what is looked at before anybody applies. The clock stands on Friday 15 May 2026.</summary>
public abstract class LookUpTests(FosterHost host)
{
    private static readonly DateOnly Today = new(2026, 5, 15);
    private const string Reasons = "Safeguarding has looked at it and sees no danger.";

    [Fact]
    public async Task R_ENQ_10_it_is_made_with_their_knowledge_and_a_concern_is_said()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var sent = await desk.EnquireAsync();
        var refused = await LookAsync(
            desk,
            new(sent.CaseId, TheyKnow: false, Today.AddDays(-1), LookUpOutcome.Concern, null)
        );

        Assert.Equal(["know", "on", "note"], refused.Refusals.Select(r => r.Field));
        Assert.True(
            (
                await LookAsync(
                    desk,
                    new(sent.CaseId, true, Today, LookUpOutcome.NothingKnown, null)
                )
            ).Ok
        );
    }

    [Fact]
    public async Task R_ENQ_10_a_concern_stops_the_enquiry_until_the_team_manager_has_decided()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var sent = await desk.EnquireAsync();
        var now = host.Clock.GetUtcNow().UtcDateTime;
        await desk.WalkToAsync(sent.CaseId, EnquiryState.VisitScheduled, now, Today);
        await desk.VisitAsync(sent.CaseId, Today);
        var found = await LookAsync(
            desk,
            new(sent.CaseId, true, Today, LookUpOutcome.Concern, "Known to the child's team")
        );
        Assert.True(found.Ok, found.Reasons);
        var due = await desk.DeadlineAsync(sent.CaseId, DeadlineRules.EnquiryConcern);
        Assert.Equal(
            (new DateOnly(2026, 5, 18), nameof(Role.TeamManager)),
            (due.DueOn, due.HolderRole)
        );

        var invited = await desk.DecideAsync(sent.CaseId, invite: true);
        Assert.Contains("R-ENQ-10", invited.Refusals.Select(r => r.RuleId));
        Assert.False((await ClearAsync(desk, DeskStage.Officer, sent.CaseId, Reasons)).Ok);
        Assert.False((await ClearAsync(desk, DeskStage.Manager, sent.CaseId, "too short")).Ok);
        Assert.True((await ClearAsync(desk, DeskStage.Manager, sent.CaseId, Reasons)).Ok);
        Assert.Equal(
            DeadlineStatus.Met,
            (await desk.DeadlineAsync(sent.CaseId, DeadlineRules.EnquiryConcern)).Status
        );
        var again = await desk.DecideAsync(sent.CaseId, invite: true);
        Assert.True(again.Ok, again.Reasons);
    }

    [Theory]
    [InlineData(Closing.Duplicate)]
    [InlineData(Closing.RedirectedPrivateFostering)]
    [InlineData(Closing.ReroutedConnected)]
    public async Task R_ENQ_10_no_other_end_takes_the_decision_from_the_team_manager(Closing end)
    {
        var (desk, caseId) = await ConcernAsync();

        var closed = await desk.CloseAsync(caseId, end);

        Assert.Contains("R-ENQ-10", closed.Refusals.Select(r => r.RuleId));
        Assert.True((await ClearAsync(desk, DeskStage.Manager, caseId, Reasons)).Ok);
        closed = await desk.CloseAsync(caseId, end);
        Assert.True(closed.Ok, closed.Reasons);
    }

    [Fact]
    public async Task R_ENQ_10_whoever_is_stopped_is_merged_into_nobody()
    {
        var (desk, caseId) = await ConcernAsync();
        var twin = await desk.EnquireAsync();

        foreach (var (one, other) in new[] { (caseId, twin.CaseId), (twin.CaseId, caseId) })
            Assert.Contains(
                "R-ENQ-10",
                (await desk.MergeAsync(one, other)).Refusals.Select(r => r.RuleId)
            );
        Assert.True((await ClearAsync(desk, DeskStage.Manager, caseId, Reasons)).Ok);
        var merged = await desk.MergeAsync(caseId, twin.CaseId);
        Assert.True(merged.Ok, merged.Reasons);
    }

    [Fact]
    public async Task R_ENQ_10_who_withdraws_leaves_the_concern_with_the_team_manager()
    {
        var (desk, caseId) = await ConcernAsync();

        var gone = await desk.AsHolderAsync(
            caseId,
            (s, actor) =>
                s.GetRequiredService<WithdrawEnquiry>()
                    .RunAsync(new(caseId, "changed-mind", null), actor, default)
        );

        Assert.True(gone.Ok, gone.Reasons);
        Assert.Equal(
            DeadlineStatus.Open,
            (await desk.DeadlineAsync(caseId, DeadlineRules.EnquiryConcern)).Status
        );
        Assert.True((await ClearAsync(desk, DeskStage.Manager, caseId, Reasons)).Ok);
        Assert.Equal(
            DeadlineStatus.Met,
            (await desk.DeadlineAsync(caseId, DeadlineRules.EnquiryConcern)).Status
        );
    }

    [Fact]
    public async Task R_ENQ_10_what_was_found_is_told_to_nobody_but_the_team_manager()
    {
        using var officer = host.Visitor();
        await officer.SignInAsync("recruitment@foster.example");
        var queue = await officer.GetAsync("/staff/enquiries");
        var path = queue.Links.Select(l => l.PathName).First(p => p.Length > 40) + "/look-up";
        var page = await officer.GetAsync(path);
        page = await page.Form("main form")
            .Check("They know that we look")
            .Choose("What does it say?", "A concern about the protection of a child")
            .Fill("What is known (optional)", "Quaggaword of the child's team")
            .SubmitAsync();
        Assert.Contains("The enquiry is stopped.", page.Text, StringComparison.Ordinal);
        foreach (var address in new[] { path, path.Replace("/look-up", ""), page.Path })
            Assert.DoesNotContain(
                "Quaggaword",
                (await officer.GetAsync(address)).Body,
                StringComparison.Ordinal
            );
        using var manager = host.Visitor();
        await manager.SignInAsync("manager@foster.example");
        page = await manager.GetAsync(path);
        Assert.Contains("Quaggaword", page.Text, StringComparison.Ordinal);
        page = await page.Form("main form").Fill("Why may it go on?", Reasons).SubmitAsync();
        Assert.Contains("The enquiry goes on.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R_ENQ_10_a_concern_told_on_the_telephone_stops_it_without_a_look()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var sent = await desk.EnquireAsync();
        // Told weeks ago and heard of only now: it is taken all the same.
        var told = await TellAsync(desk, new(sent.CaseId, Today.AddDays(-21), "A child was hurt"));
        Assert.True(told.Ok, told.Reasons);
        var ahead = await TellAsync(desk, new(sent.CaseId, Today.AddDays(1), " "));
        Assert.Equal(["on", "note"], ahead.Refusals.Select(r => r.Field));

        var history = await desk.HistoryAsync(sent.CaseId);
        Assert.DoesNotContain(history, h => h.Kind == "enquiry.looked-up");
        Assert.Single(history, h => h.Kind == "concern.found");
        var closed = await desk.CloseAsync(sent.CaseId, Closing.Duplicate);
        Assert.Contains("R-ENQ-10", closed.Refusals.Select(r => r.RuleId));
        Assert.True((await ClearAsync(desk, DeskStage.Manager, sent.CaseId, Reasons)).Ok);
        // It was told three weeks ago, so the decision is late.
        Assert.Equal(
            DeadlineStatus.Missed,
            (await desk.DeadlineAsync(sent.CaseId, DeadlineRules.EnquiryConcern)).Status
        );
    }

    [Fact]
    public async Task R_ENQ_10_every_page_of_a_stopped_enquiry_says_so_and_offers_no_step()
    {
        using var officer = host.Visitor();
        await officer.SignInAsync("recruitment@foster.example");
        var queue = await officer.GetAsync("/staff/enquiries");
        var path = queue.Links.Select(l => l.PathName).Last(p => p.Length > 40);
        var page = await officer.GetAsync(path + "/concern");
        page = await page.Form("main form")
            .Fill("What is the concern?", "Wombatword")
            .SubmitAsync();
        Assert.Contains("The enquiry is stopped.", page.Text, StringComparison.Ordinal);

        var whole = await officer.GetAsync(path.Replace("/enquiries/", "/cases/"));
        foreach (var shown in new[] { await officer.GetAsync(path), whole })
        {
            Assert.Contains("This enquiry is stopped", shown.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Wombatword", shown.Body, StringComparison.Ordinal);
            Assert.DoesNotContain(
                shown.Links,
                l => l.PathName.EndsWith("/pack", StringComparison.Ordinal)
            );
        }
        Assert.Contains(
            "Stopped",
            (await officer.GetAsync(queue.Path)).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task R_ENQ_09_no_check_is_asked_for_before_somebody_applies()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var sent = await desk.EnquireAsync();

        Assert.Equal(
            0,
            await desk.ReadAsync(db => db.Set<Check>().CountAsync(c => c.CaseId == sent.CaseId))
        );
        var planned = await desk.AsAsync(
            DeskStage.Manager,
            (s, actor) =>
                s.GetRequiredService<RequestCheck>()
                    .RunAsync(new(Guid.CreateVersion7(), Today, Today), actor, default)
        );
        Assert.False(planned.Ok);
    }

    private async Task<(DeskStage Desk, Guid CaseId)> ConcernAsync()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var sent = await desk.EnquireAsync();
        var found = await LookAsync(
            desk,
            new(sent.CaseId, true, Today, LookUpOutcome.Concern, "Known to the child's team")
        );
        Assert.True(found.Ok, found.Reasons);
        return (desk, sent.CaseId);
    }

    private static Task<Result> LookAsync(DeskStage desk, RecordLookUpInput input) =>
        desk.AsAsync(
            DeskStage.Officer,
            (s, actor) => s.GetRequiredService<RecordLookUp>().RunAsync(input, actor, default)
        );

    private static Task<Result> TellAsync(DeskStage desk, RecordConcernInput input) =>
        desk.AsAsync(
            DeskStage.Officer,
            (s, actor) => s.GetRequiredService<RecordConcern>().RunAsync(input, actor, default)
        );

    private static Task<Result> ClearAsync(
        DeskStage desk,
        string by,
        Guid caseId,
        string reasons
    ) =>
        desk.AsAsync(
            by,
            (s, actor) =>
                s.GetRequiredService<ClearConcern>().RunAsync(new(caseId, reasons), actor, default)
        );

    public sealed class OnSqlite(SqliteDemoHost on)
        : LookUpTests(on),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost on)
        : LookUpTests(on),
            IClassFixture<PostgresDemoHost>;
}
