using Foster.TestKit;
using Foster.Web.Features.Enquiries;
using Foster.Web.Features.Enquiries.LookUps;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Enquiries;

/// <summary>R-ENQ-10: a child-protection concern stops the enquiry at every step until the team manager has decided.</summary>
public abstract class StoppedTests(FosterHost host)
{
    private static readonly DateOnly Today = new(2026, 5, 15);

    private DateTime Now => host.Clock.GetUtcNow().UtcDateTime;

    [Fact]
    public async Task R_ENQ_10_no_pack_goes_out_while_it_is_stopped()
    {
        var (desk, caseId) = await AtAsync(EnquiryState.Contacted);
        Stopped(await desk.PackAsync(caseId, Today));
        Ok(await ClearAsync(desk, caseId));
        Ok(await desk.PackAsync(caseId, Today));
    }

    [Fact]
    public async Task R_ENQ_10_no_assessor_is_named_and_no_visit_recorded_while_it_is_stopped()
    {
        var (desk, caseId) = await AtAsync(EnquiryState.EoiReceived);
        Stopped(await desk.AllocateAsync(caseId));
        (desk, caseId) = await AtAsync(EnquiryState.VisitScheduled);
        Stopped(await desk.VisitAsync(caseId, Today));
        Assert.Equal(
            0,
            await desk.ReadAsync(db =>
                db.Set<Deadline>()
                    .CountAsync(d =>
                        d.CaseId == caseId && d.LineKey == DeadlineRules.VisitOutcome.Key
                    )
            )
        );
        Ok(await ClearAsync(desk, caseId));
        Ok(await desk.VisitAsync(caseId, Today));
    }

    [Fact]
    public async Task R_ENQ_10_what_they_send_themselves_is_taken_and_its_days_begin_when_it_goes_on()
    {
        var (desk, caseId) = await AtAsync(EnquiryState.InfoSent);
        Stopped(
            await desk.AsAsync(
                DeskStage.Officer,
                (s, actor) =>
                    s.GetRequiredService<SubmitInterest>()
                        .RunAsync(
                            new(caseId, Today, DeskSteps.Answers, null, false, null),
                            actor,
                            default
                        )
            )
        );

        Ok(await desk.InterestAsync(caseId));

        Assert.Equal(EnquiryState.EoiReceived, (await desk.EnquiryAsync(caseId)).State);
        Assert.Equal(0, await VisitClocksAsync(desk, caseId));
        Assert.DoesNotContain("enquiry.interest", await MailAsync(desk, caseId));
        Ok(await ClearAsync(desk, caseId));
        // Five working days from Friday 15 May (R-ENQ-05).
        Assert.Equal(
            new DateOnly(2026, 5, 22),
            (await desk.DeadlineAsync(caseId, DeadlineRules.InitialVisit)).DueOn
        );
        Assert.Contains("enquiry.interest", await MailAsync(desk, caseId));
        Ok(await desk.AllocateAsync(caseId));
    }

    [Fact]
    public async Task R_ENQ_10_whoever_withdrew_comes_back_only_after_the_decision()
    {
        var (desk, caseId) = await AtAsync(EnquiryState.Contacted);
        Ok(
            await desk.AsHolderAsync(
                caseId,
                (s, actor) =>
                    s.GetRequiredService<WithdrawEnquiry>()
                        .RunAsync(new(caseId, "changed-mind", null), actor, default)
            )
        );
        Stopped(await ReopenAsync(desk, caseId));
        Ok(await ClearAsync(desk, caseId));
        Ok(await ReopenAsync(desk, caseId));
    }

    private async Task<(DeskStage Desk, Guid CaseId)> AtAsync(EnquiryState state)
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var sent = await desk.EnquireAsync();
        await desk.WalkToAsync(sent.CaseId, state, Now, Today);
        Ok(
            await desk.AsAsync(
                DeskStage.Officer,
                (s, actor) =>
                    s.GetRequiredService<RecordLookUp>()
                        .RunAsync(
                            new(sent.CaseId, true, Today, LookUpOutcome.Concern, "Known to them"),
                            actor,
                            default
                        )
            )
        );
        return (desk, sent.CaseId);
    }

    private static Task<Result> ReopenAsync(DeskStage desk, Guid caseId) =>
        desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetRequiredService<ReopenEnquiry>()
                    .RunAsync(new(caseId, "They called back today"), actor, default)
        );

    private static Task<Result> ClearAsync(DeskStage desk, Guid caseId) =>
        desk.AsAsync(
            DeskStage.Manager,
            (s, actor) =>
                s.GetRequiredService<ClearConcern>()
                    .RunAsync(
                        new(caseId, "Safeguarding has looked at it and sees no danger."),
                        actor,
                        default
                    )
        );

    private static Task<int> VisitClocksAsync(DeskStage desk, Guid caseId) =>
        desk.ReadAsync(db =>
            db.Set<Deadline>()
                .CountAsync(d => d.CaseId == caseId && d.LineKey == DeadlineRules.InitialVisit.Key)
        );

    private static Task<List<string>> MailAsync(DeskStage desk, Guid caseId) =>
        desk.ReadAsync(db =>
            db.Set<OutboxMessage>().Where(m => m.CaseId == caseId).Select(m => m.Kind).ToListAsync()
        );

    private static void Ok(Result result) => Assert.True(result.Ok, result.Reasons);

    private static void Stopped(Result result) =>
        Assert.Contains("R-ENQ-10", result.Refusals.Select(r => r.RuleId));

    public sealed class OnSqlite(SqliteHost on) : StoppedTests(on), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost on) : StoppedTests(on), IClassFixture<PostgresHost>;
}
