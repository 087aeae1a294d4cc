using Foster.TestKit;
using Foster.Tests.Events;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Connected;
using Foster.Web.Features.Enquiries;
using Foster.Web.Features.Enquiries.Packs;
using Foster.Web.Features.Events;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Enquiries;

/// <summary>Corners of the enquiry's road: old days, both tracks at once, coming back, alone or together.</summary>
public abstract class RoadRulesTests(FosterHost host)
{
    private DateTime Now => host.Clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => host.Clock.Today;

    [Fact]
    public async Task R_VAL_04_the_team_manager_records_what_lies_long_back_and_nothing_newer()
    {
        host.Clock.Set("2026-05-01 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var caseId = (await desk.EnquireAsync()).CaseId;
        host.Clock.Set("2026-05-29 10:00");
        var old = new DateOnly(2026, 5, 11);
        var at = London.ToUtc(old, new(9, 0));

        Late(await desk.ContactAsync(caseId, at));
        Late(await desk.ContactAsync(caseId, Now, by: DeskStage.Manager));
        Ok(await desk.ContactAsync(caseId, at, by: DeskStage.Manager));

        var pack = await desk.APackAsync();
        foreach (var (by, on, ok) in Who(DeskStage.Officer, old))
            Judge(
                ok,
                await desk.AsAsync(
                    by,
                    (s, actor) =>
                        s.GetRequiredService<RecordPackSent>()
                            .RunAsync(new(caseId, pack, PackWay.Post, on), actor, default)
                )
            );
        foreach (var (by, on, ok) in Who(DeskStage.Officer, old))
            Judge(
                ok,
                await desk.AsAsync(
                    by,
                    (s, actor) =>
                        s.GetRequiredService<SubmitInterest>()
                            .RunAsync(
                                new(caseId, on, DeskSteps.Answers, null, false, null),
                                actor,
                                default
                            )
                )
            );
        Ok(await desk.AllocateAsync(caseId));
        Ok(await desk.ScheduleAsync(caseId, Now));
        foreach (var (by, on, ok) in Who(DeskStage.Assessor, old))
            Judge(
                ok,
                await desk.AsAsync(
                    by,
                    (s, actor) =>
                        s.GetRequiredService<RecordVisit>()
                            .RunAsync(new(caseId, on, null, true, true, "Warm"), actor, default)
                )
            );
        Assert.Equal(old, (await desk.EnquiryAsync(caseId)).VisitedOn);
    }

    [Fact]
    public async Task R_ENQ_11_R_ENQ_12_a_carer_of_another_service_who_knows_the_child_goes_both_tracks()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();

        var sent = await desk.EnquireAsync(
            desk.Input() with
            {
                KnowsChild = true,
                CurrentService = "Other Fostering",
                ChildrenPlaced = true,
            }
        );

        var referral = await desk.ReadAsync(db =>
            db.Set<ConnectedReferral>().SingleAsync(r => r.EnquiryCaseId == sent.CaseId)
        );
        var due = await desk.DeadlineAsync(referral.CaseId, DeadlineRules.ConnectedContact);
        Assert.Equal(
            (new DateOnly(2026, 5, 18), nameof(Role.TeamManager)),
            (due.DueOn, due.HolderRole)
        );
        Assert.Equal(EnquiryState.ReroutedConnected, (await desk.EnquiryAsync(sent.CaseId)).State);
        foreach (var caseId in new[] { sent.CaseId, referral.CaseId })
        {
            var transfer = await desk.ReadAsync(db =>
                db.Set<Transfer>().SingleAsync(t => t.CaseId == caseId)
            );
            Assert.Equal(
                ("Other Fostering", true, TransferState.Opened),
                (transfer.ServiceName, transfer.ChildrenPlaced, transfer.State)
            );
        }
    }

    [Fact]
    public async Task R_TRF_03_the_28_days_go_on_when_a_withdrawn_enquiry_is_taken_up_again()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var caseId = (
            await desk.EnquireAsync(
                desk.Input() with
                {
                    CurrentService = "Other Fostering",
                    ChildrenPlaced = true,
                }
            )
        ).CaseId;
        Ok(
            await desk.AsAsync(
                DeskStage.Officer,
                (s, actor) =>
                    s.GetRequiredService<RecordTransferNotice>()
                        .RunAsync(new(caseId, Today), actor, default)
            )
        );
        Ok(await WithdrawAsync(desk, caseId));
        Assert.Equal(DeadlineStatus.Cancelled, (await MeetingAsync(desk, caseId)).Status);

        host.Clock.Set("2026-05-20 10:00");
        Ok(await ReopenAsync(desk, caseId));

        var meeting = await MeetingAsync(desk, caseId);
        Assert.Equal(
            (DeadlineStatus.Open, new DateOnly(2026, 6, 12)),
            (meeting.Status, meeting.DueOn)
        );
    }

    [Fact]
    public async Task R_ENQ_15_after_reopening_only_what_was_tried_since_counts()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var caseId = (await desk.EnquireAsync()).CaseId;
        foreach (var day in new[] { "2026-05-15", "2026-05-18", "2026-06-01" })
        {
            host.Clock.Set($"{day} 11:00");
            Ok(await desk.ContactAsync(caseId, Now, reached: false));
        }
        Ok(await desk.CloseAsync(caseId, Closing.NoContact));
        host.Clock.Set("2026-06-03 10:00");
        Ok(await ReopenAsync(desk, caseId));

        var early = await desk.CloseAsync(caseId, Closing.NoContact);
        Assert.Contains("Days tried since you last spoke: 0", early.Reasons);
        host.Clock.Set("2026-06-04 10:00");
        Ok(await desk.ContactAsync(caseId, Now, reached: false));
        // Ten working days after Thursday 4 June, on the clock as in the refusal.
        Assert.Equal(new DateOnly(2026, 6, 18), await ClosableAsync(desk, caseId));
        Assert.Contains("18 June 2026", (await desk.CloseAsync(caseId, Closing.NoContact)).Reasons);
    }

    [Fact]
    public async Task R_ENQ_15_the_day_follows_the_first_attempt_whichever_is_written_down_first()
    {
        host.Clock.Set("2026-05-14 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var caseId = (await desk.EnquireAsync()).CaseId;
        host.Clock.Set("2026-05-19 10:00");
        Ok(await desk.ContactAsync(caseId, Now, reached: false));
        // 20, 21, 22, 26 (after the bank holiday), 27, 28, 29 May, 1, 2 and 3 June.
        Assert.Equal(new DateOnly(2026, 6, 3), await ClosableAsync(desk, caseId));
        // One of Friday 15 May is written down later.
        Ok(await desk.ContactAsync(caseId, London.ToUtc(new(2026, 5, 15), new(9, 0)), false));
        Assert.Equal(new DateOnly(2026, 6, 1), await ClosableAsync(desk, caseId));
        // A conversation of Monday 18 May: only the attempt of the 19th was in vain since.
        Ok(await desk.ContactAsync(caseId, London.ToUtc(new(2026, 5, 18), new(9, 0))));
        Assert.Equal(new DateOnly(2026, 6, 3), await ClosableAsync(desk, caseId));
        Ok(await desk.ContactAsync(caseId, Now));
        Assert.Null(await ClosableAsync(desk, caseId));
    }

    [Fact]
    public async Task R_ENQ_06_somebody_turns_out_to_enquire_with_a_partner_and_alone_after_all()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var caseId = (await desk.EnquireAsync()).CaseId;
        await desk.WalkToAsync(caseId, EnquiryState.VisitScheduled, Now, Today);
        var robin = new NewPerson("Robin", "Demo-Late", new(1985, 1, 1), null, null);

        Assert.Equal(
            "R-VAL-06",
            Assert.Single((await ChangeAsync(desk, caseId, robin, "Too short")).Refusals).RuleId
        );
        Ok(await ChangeAsync(desk, caseId, robin));
        Assert.True((await desk.EnquiryAsync(caseId)).Joint);
        Assert.StartsWith(
            "Enquires with a partner",
            (await desk.EnquiryAsync(caseId)).HouseholdSummary
        );
        Assert.Contains(
            "R-ENQ-06",
            (await desk.VisitAsync(caseId, Today, both: false)).Refusals.Select(r => r.RuleId)
        );
        Assert.False((await ChangeAsync(desk, caseId, robin)).Ok);

        Ok(await ChangeAsync(desk, caseId, null));
        var people = await desk.AsAsync(
            DeskStage.Manager,
            (s, _) => s.GetRequiredService<CaseReads>().PeopleAsync(caseId, default)
        );
        Assert.Equal([true, false], people.Select(p => p.IsApplicant));
        Assert.Equal("Partner", people[1].Relationship);
        Ok(
            await desk.AsAsync(
                DeskStage.Officer,
                (s, actor) =>
                    s.GetRequiredService<AddToHousehold>()
                        .RunAsync(
                            new(caseId, "Kit", "Demo-Late", new(2015, 1, 1), "son"),
                            actor,
                            default
                        )
            )
        );
        Ok(await desk.VisitAsync(caseId, Today));
    }

    [Fact]
    public async Task R_ENQ_04_with_the_pack_they_are_invited_to_what_is_on_next()
    {
        host.Clock.Set("2026-05-15 10:00");
        var events = await EventStage.OpenAsync(host);
        var desk = events.Desk;
        foreach (var day in new[] { 5, 2, 4, 3 })
            await events.EnteredAsync(EventStage.Plan(on: new(2026, 6, day)));
        await events.EnteredAsync(EventStage.Plan(EventKind.CallBack, on: new(2026, 6, 1)));
        await events.EnteredAsync(EventStage.Plan(on: new(2026, 6, 1)), publish: false);
        var caseId = (await desk.EnquireAsync()).CaseId;
        await desk.WalkToAsync(caseId, EnquiryState.InfoSent, Now, Today);

        var sending = await desk.ReadAsync(db =>
            db.Set<PackSending>().SingleAsync(s => s.CaseId == caseId)
        );
        foreach (
            var (day, named) in new[] { (1, false), (2, true), (3, true), (4, true), (5, false) }
        )
            Assert.Equal(
                named,
                sending.InvitedTo.Contains($" {day} June 2026", StringComparison.Ordinal)
            );
    }

    [Fact]
    public async Task M_HUB_10_whoever_comes_back_gets_a_linked_enquiry_that_keeps_the_source()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var first = await desk.EnquireAsync(
            desk.Input() with
            {
                HowHeard = ChannelWords.HeardFrom.First(h =>
                    SourceWords.Said(h, Channel.Web) is EnquirySource.Radio
                ),
            }
        );
        Ok(
            await desk.AsAsync(
                DeskStage.Officer,
                (s, actor) =>
                    s.GetRequiredService<WithdrawEnquiry>()
                        .RunAsync(
                            new(
                                first.CaseId,
                                "not-now",
                                null,
                                new(true, new(2026, 9, 1), Every: AskEvery.SixMonths)
                            ),
                            actor,
                            default
                        )
            )
        );
        host.Clock.Set("2026-08-03 10:00");

        // The same address, written in another way.
        var again = await desk.EnquireAsync(
            desk.Input(DeskStage.Zoe with { Email = "Zoe@Foster.Example" })
        );

        var (linked, nurture) = await desk.ReadAsync(async db =>
            (
                await db.Set<Case>().SingleAsync(c => c.Id == again.CaseId),
                await db.Set<Foster.Web.Features.Enquiries.Nurturing.Nurture>()
                    .SingleAsync(n => n.CaseId == first.CaseId)
            )
        );
        Assert.Equal(first.CaseId, linked.PreviousCaseId);
        Assert.False(nurture.IsLive);
        var enquiry = await desk.EnquiryAsync(again.CaseId);
        Assert.Equal((await desk.EnquiryAsync(first.CaseId)).FirstSource, enquiry.FirstSource);
        Assert.Equal(EnquirySource.PreviousEnquirer, enquiry.LastSource);
    }

    [Fact]
    public async Task R_REC_06_M_HUB_10_a_wish_that_lay_aside_past_its_month_is_asked_at_once()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var ended = await desk.EnquireAsync(
            desk.Input(DeskStage.Zoe with { Email = "Mixed@Foster.Example" })
        );
        Ok(await WithdrawAsync(desk, ended.CaseId));
        await host.InScopeAsync(s =>
            s.GetRequiredService<SetAsideKeepWarm>()
                .RunAsync(
                    new(
                        new(
                            desk.Council.Id,
                            "Zoë",
                            "mixed@foster.example",
                            new(2026, 6, 1),
                            AskEvery.SixMonths,
                            true
                        ),
                        []
                    ),
                    s.GetRequiredService<ActorSource>().Anyone(desk.Council.Id),
                    default
                )
        );
        host.Clock.Set("2026-07-20 10:00");
        var aside = await desk.ReadAsync(db =>
            db.Set<SetAsideForm>().Select(f => f.Id).SingleAsync()
        );

        Ok(
            await desk.AsAsync(
                DeskStage.Manager,
                (s, actor) =>
                    s.GetRequiredService<LetInSetAside>().RunAsync(new(aside), actor, default)
            )
        );

        var kept = await desk.ReadAsync(db => db.Set<KeepWarm>().SingleAsync());
        Assert.Equal(
            (KeepWarmState.Asked, new DateTime(2026, 5, 15, 9, 0, 0, DateTimeKind.Utc)),
            (kept.State, kept.ConsentAt)
        );
        Assert.Equal(ended.CaseId, kept.CaseId);
        Assert.Equal(new DateOnly(2026, 5, 15), kept.HeardOn);
    }

    [Fact]
    public async Task R_ENQ_03_the_notice_was_read_when_the_form_was_sent_and_the_stage_has_an_age()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var sent = Now;
        var input = desk.Input() with { ReceivedAt = sent };
        host.Clock.Set("2026-05-18 10:00");
        var caseId = (await desk.EnquireAsync(input)).CaseId;
        Assert.Equal(sent, (await desk.EnquiryAsync(caseId)).PrivacyAcknowledgedAt);
        Ok(await desk.ContactAsync(caseId, Now));
        host.Clock.Set("2026-05-30 10:00");

        var queue = await desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetRequiredService<EnquiryQueueReads>()
                    .PageAsync(new(null, null, DueWithin.Any, false, null), null, actor, default)
        );

        Assert.Equal("12 days", Assert.Single(queue.Lines).AgeOn(Today));
    }

    /// <summary>The worker no more, the team manager not for today, and the team manager for the old day.</summary>
    private (string By, DateOnly On, bool Ok)[] Who(string worker, DateOnly old) =>
        [(worker, old, false), (DeskStage.Manager, Today, false), (DeskStage.Manager, old, true)];

    private static void Judge(bool ok, Result result)
    {
        if (ok)
            Ok(result);
        else
            Late(result);
    }

    private static Task<Result> ChangeAsync(
        DeskStage desk,
        Guid caseId,
        NewPerson? partner,
        string reason = "They told us so on the telephone today."
    ) =>
        desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetRequiredService<ChangeApplicants>()
                    .RunAsync(new(caseId, partner, true, reason), actor, default)
        );

    private static Task<Result> WithdrawAsync(DeskStage desk, Guid caseId) =>
        desk.AsHolderAsync(
            caseId,
            (s, actor) =>
                s.GetRequiredService<WithdrawEnquiry>()
                    .RunAsync(new(caseId, "changed-mind", null), actor, default)
        );

    private static Task<Result> ReopenAsync(DeskStage desk, Guid caseId) =>
        desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetRequiredService<ReopenEnquiry>()
                    .RunAsync(new(caseId, "They called back today"), actor, default)
        );

    private static Task<Deadline> MeetingAsync(DeskStage desk, Guid caseId) =>
        desk.DeadlineAsync(caseId, DeadlineRules.TransferMeeting);

    private static Task<DateOnly?> ClosableAsync(DeskStage desk, Guid caseId) =>
        desk.ReadAsync(db =>
            db.Set<Deadline>()
                .Where(d => d.CaseId == caseId && d.Status == DeadlineStatus.Open)
                .Where(d => d.LineKey == DeadlineRules.NoContactClosure.Key)
                .Select(d => (DateOnly?)d.DueOn)
                .SingleOrDefaultAsync()
        );

    private static void Ok(Result result) => Assert.True(result.Ok, result.Reasons);

    private static void Late(Result result) =>
        Assert.Contains(result.Refusals, r => r.RuleId == "R-VAL-04");

    public sealed class OnSqlite(SqliteHost on) : RoadRulesTests(on), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost on)
        : RoadRulesTests(on),
            IClassFixture<PostgresHost>;
}
