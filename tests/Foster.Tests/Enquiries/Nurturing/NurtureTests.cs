using Foster.TestKit;
using Foster.Web.Features.Enquiries;
using Foster.Web.Features.Enquiries.Nurturing;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Enquiries.Nurturing;

/// <summary>Who is to be asked again: only those whom we may still ask, and on their day (M-HUB-10, R-ENQ-15, R-REC-06).</summary>
public abstract class NurtureTests(FosterHost host)
{
    private DateTime Now => host.Clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => host.Clock.Today;

    [Fact]
    public async Task M_HUB_10_whoever_is_not_ready_and_agreed_stands_on_the_list_with_the_reason()
    {
        var desk = await DeskAsync();
        var made = await desk.EnquireAsync();

        var lost = await WithdrawAsync(
            desk,
            made.CaseId,
            new(true, new(2026, 9, 1), LostReason.Money, AskEvery.SixMonths)
        );

        Assert.True(lost.Ok, lost.Reasons);
        var line = Assert.Single((await ListAsync(desk)).Lines);
        Assert.Equal(
            (NurtureWhy.NotNow, (LostReason?)LostReason.Money, new DateOnly(2026, 9, 1)),
            (line.Why, line.Lost, line.AskOn)
        );
        Assert.Equal(LostReason.Money, (await desk.EnquiryAsync(made.CaseId)).Lost);
    }

    [Theory]
    [InlineData(false, "2026-09-01", "agree")]
    [InlineData(true, "2028-06-01", "24 months")]
    [InlineData(true, "2026-05-15", "after today")]
    [InlineData(true, null, "Enter the day")]
    public async Task M_HUB_10_a_day_to_ask_again_needs_their_consent_and_its_time(
        bool agreed,
        string? on,
        string why
    )
    {
        var desk = await DeskAsync();
        var made = await desk.EnquireAsync();

        var refused = await WithdrawAsync(
            desk,
            made.CaseId,
            new(agreed, on is null ? null : DateOnly.Parse(on), Every: AskEvery.SixMonths)
        );

        Assert.Contains(why, Assert.Single(refused.Refusals).Reason, StringComparison.Ordinal);
        Assert.Equal(EnquiryState.Received, (await desk.EnquiryAsync(made.CaseId)).State);
    }

    [Fact]
    public async Task M_HUB_08_why_they_were_lost_is_kept_at_a_closing_and_their_day_stands_on_the_list()
    {
        var desk = await DeskAsync();
        var made = await desk.EnquireAsync();
        var again = new AskAgain(
            true,
            new(2026, 9, 1),
            LostReason.Circumstances,
            AskEvery.SixMonths
        );

        var early = await desk.CloseAsync(
            made.CaseId,
            Closing.RedirectedPrivateFostering,
            again: again with
            {
                AgreedAgain = false,
            }
        );
        Assert.Contains("agree", Assert.Single(early.Refusals).Reason, StringComparison.Ordinal);
        var closed = await desk.CloseAsync(
            made.CaseId,
            Closing.RedirectedPrivateFostering,
            again: again
        );

        Assert.True(closed.Ok, closed.Reasons);
        Assert.Equal(LostReason.Circumstances, (await desk.EnquiryAsync(made.CaseId)).Lost);
        var line = Assert.Single((await ListAsync(desk)).Lines);
        Assert.Equal(
            (NurtureWhy.Lost, (LostReason?)LostReason.Circumstances, new DateOnly(2026, 9, 1)),
            (line.Why, line.Lost, line.AskOn)
        );
    }

    [Theory]
    [InlineData(Closing.Duplicate)]
    [InlineData(Closing.ReroutedConnected)]
    public async Task Whoever_goes_on_elsewhere_is_not_lost_and_not_asked_again(Closing closing)
    {
        var desk = await DeskAsync();
        var made = await desk.EnquireAsync();

        var closed = await desk.CloseAsync(
            made.CaseId,
            closing,
            again: new(true, new(2026, 9, 1), LostReason.Money)
        );

        Assert.True(closed.Ok, closed.Reasons);
        Assert.Null((await desk.EnquiryAsync(made.CaseId)).Lost);
        Assert.Empty((await ListAsync(desk)).Lines);
    }

    [Fact]
    public async Task Whoever_agreed_to_a_day_and_cannot_be_reached_is_asked_on_it_and_once()
    {
        var desk = await DeskAsync();
        var made = await desk.EnquireAsync();
        foreach (var day in new[] { "2026-05-15", "2026-05-18", "2026-06-01" })
        {
            host.Clock.Set($"{day} 11:00");
            Assert.True((await desk.ContactAsync(made.CaseId, Now, reached: false)).Ok);
        }

        var closed = await desk.CloseAsync(
            made.CaseId,
            Closing.NoContact,
            again: new(true, new(2026, 9, 1), Every: AskEvery.SixMonths)
        );

        Assert.True(closed.Ok, closed.Reasons);
        Assert.Equal(new DateOnly(2026, 9, 1), Assert.Single((await ListAsync(desk)).Lines).AskOn);
    }

    [Fact]
    public async Task Without_consent_nobody_is_asked_again()
    {
        var desk = await DeskAsync();
        var made = await desk.EnquireAsync();

        Assert.True(
            (await WithdrawAsync(desk, made.CaseId, new(false, null, LostReason.Unknown))).Ok
        );

        Assert.Empty((await ListAsync(desk)).Lines);
    }

    [Fact]
    public async Task Two_weeks_after_the_pack_somebody_asks_and_an_interest_ends_it()
    {
        var desk = await DeskAsync();
        var made = await desk.EnquireAsync();
        await desk.WalkToAsync(made.CaseId, EnquiryState.InfoSent, Now, Today);
        Assert.Empty((await ListAsync(desk)).Lines);

        host.Clock.Set("2026-05-29 10:00");
        var line = Assert.Single((await ListAsync(desk)).Lines);
        Assert.Equal((NurtureWhy.PackSent, new DateOnly(2026, 5, 29)), (line.Why, line.AskOn));
        Assert.NotNull(line.LastContactAt);
        Assert.True((await desk.InterestAsync(made.CaseId)).Ok);

        Assert.Empty((await ListAsync(desk)).Lines);
    }

    [Fact]
    public async Task R_ENQ_15_whoever_was_never_reached_is_tried_until_it_can_be_reopened_no_more()
    {
        var desk = await DeskAsync();
        var made = await desk.EnquireAsync();
        foreach (var day in new[] { "2026-05-15", "2026-05-18", "2026-06-01" })
        {
            host.Clock.Set($"{day} 11:00");
            Assert.True((await desk.ContactAsync(made.CaseId, Now, reached: false)).Ok);
        }
        Assert.True((await desk.CloseAsync(made.CaseId, Closing.NoContact)).Ok);

        Assert.Equal(NurtureWhy.NotReached, Assert.Single((await ListAsync(desk)).Lines).Why);
        host.Clock.Set("2026-12-01 10:00");
        Assert.Single((await ListAsync(desk)).Lines);
        host.Clock.Set("2026-12-02 10:00");
        Assert.Empty((await ListAsync(desk)).Lines);
        Assert.False((await MoveAsync(desk, made.CaseId, new(2027, 1, 1))).Ok);
    }

    [Fact]
    public async Task A_day_is_moved_with_a_reason_and_stopping_takes_them_off()
    {
        var desk = await DeskAsync();
        var made = await desk.EnquireAsync();
        Assert.True(
            (
                await WithdrawAsync(
                    desk,
                    made.CaseId,
                    new(true, new(2026, 9, 1), Every: AskEvery.SixMonths)
                )
            ).Ok
        );

        Assert.False((await MoveAsync(desk, made.CaseId, new(2028, 6, 1))).Ok);
        Assert.True((await MoveAsync(desk, made.CaseId, new(2026, 10, 1))).Ok);
        Assert.Equal(new DateOnly(2026, 10, 1), (await ListAsync(desk)).Lines[0].AskOn);
        Assert.Contains(
            await desk.HistoryAsync(made.CaseId),
            h => h.Kind == "enquiry.ask-again-moved"
        );
        var stopped = await desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetRequiredService<StopAskAgain>()
                    .RunAsync(new(made.CaseId, "They said so"), actor, default)
        );

        Assert.True(stopped.Ok, stopped.Reasons);
        Assert.Empty((await ListAsync(desk)).Lines);
        Assert.False((await MoveAsync(desk, made.CaseId, new(2026, 11, 1))).Ok);
    }

    [Fact]
    public async Task M_HUB_10_each_contact_is_logged_and_a_word_from_them_begins_the_24_months_anew()
    {
        var desk = await DeskAsync();
        var made = await desk.EnquireAsync();
        Assert.True(
            (
                await WithdrawAsync(
                    desk,
                    made.CaseId,
                    new(true, new(2026, 9, 1), Every: AskEvery.SixMonths)
                )
            ).Ok
        );
        host.Clock.Set("2026-09-01 10:00");

        var logged = await desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetRequiredService<LogAskedAgain>()
                    .RunAsync(
                        new(
                            made.CaseId,
                            Now,
                            ContactMethod.Telephone,
                            true,
                            "Not yet",
                            new(2028, 8, 31)
                        ),
                        actor,
                        default
                    )
        );

        Assert.True(logged.Ok, logged.Reasons);
        var line = Assert.Single((await ListAsync(desk)).Lines);
        Assert.Equal(new DateOnly(2028, 8, 31), line.AskOn);
        Assert.Equal(Now, line.LastContactAt);
        Assert.Equal(EnquiryState.Withdrawn, (await desk.EnquiryAsync(made.CaseId)).State);
    }

    [Fact]
    public async Task R_REC_06_live_consent_postpones_the_disposal_and_its_end_does_not()
    {
        var desk = await DeskAsync();
        var kept = await desk.EnquireAsync();
        Assert.True(
            (
                await WithdrawAsync(
                    desk,
                    kept.CaseId,
                    new(true, new(2026, 9, 1), Every: AskEvery.SixMonths)
                )
            ).Ok
        );
        var gone = await desk.EnquireAsync(
            desk.Input(new("Yara", "Demo-Other", new(1980, 3, 4), "yara@foster.example", null))
        );
        Assert.True((await WithdrawAsync(desk, gone.CaseId, new(false, null))).Ok);

        Assert.DoesNotContain(kept.CaseId, await EndedAsync(desk));
        Assert.Contains(gone.CaseId, await EndedAsync(desk));
        host.Clock.Set("2028-05-16 10:00");
        Assert.Contains(kept.CaseId, await EndedAsync(desk));
        Assert.Empty((await ListAsync(desk)).Lines);
    }

    [Fact]
    public async Task The_list_is_narrowed_by_reason_day_officer_and_source_and_pages_without_loss()
    {
        var desk = await DeskAsync();
        var all = new List<Guid>();
        for (var i = 0; i < NurtureReads.PageSize + 3; i++)
        {
            var made = await desk.EnquireAsync(
                desk.Input(
                    new($"P{i}", $"Demo-Page{i}", new(1980, 1, 1), $"p{i}@foster.example", null)
                )
            );
            Assert.True(
                (
                    await WithdrawAsync(
                        desk,
                        made.CaseId,
                        new(true, Today.AddDays(10 + i % 3), Every: AskEvery.SixMonths)
                    )
                ).Ok
            );
            all.Add(made.CaseId);
        }

        var first = await ListAsync(desk);
        var second = await ListAsync(desk, after: first.Next);
        Assert.Null(second.Next);
        Assert.Equal(
            all.Order(),
            first.Lines.Concat(second.Lines).Select(l => l.CaseId!.Value).Order()
        );
        Assert.Empty(
            (await ListAsync(desk, new(NurtureWhy.PackSent, AskWithin.Any, null, null))).Lines
        );
        Assert.Empty((await ListAsync(desk, new(null, AskWithin.Now, null, null))).Lines);
        Assert.Equal(
            NurtureReads.PageSize,
            (await ListAsync(desk, new(NurtureWhy.NotNow, AskWithin.Month, null, null))).Lines.Count
        );
        Assert.Empty(
            (
                await ListAsync(desk, new(null, AskWithin.Any, desk.IdOf(DeskStage.Deputy), null))
            ).Lines
        );
        Assert.Empty(
            (await ListAsync(desk, new(null, AskWithin.Any, null, EnquirySource.Press))).Lines
        );
    }

    private async Task<DeskStage> DeskAsync()
    {
        host.Clock.Set("2026-05-15 10:00");
        return await new DeskStage(host).OpenAsync();
    }

    private static Task<Result> WithdrawAsync(DeskStage desk, Guid caseId, AskAgain again) =>
        desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetRequiredService<WithdrawEnquiry>()
                    .RunAsync(new(caseId, "not-now", null, again), actor, default)
        );

    private static Task<Result> MoveAsync(DeskStage desk, Guid caseId, DateOnly on) =>
        desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetRequiredService<MoveAskAgain>()
                    .RunAsync(new(caseId, on, "They move house"), actor, default)
        );

    private static Task<NurturePage> ListAsync(
        DeskStage desk,
        NurtureFilter? filter = null,
        QueuePlace? after = null
    ) =>
        desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetRequiredService<NurtureReads>()
                    .PageAsync(
                        filter ?? new(null, AskWithin.Any, null, null),
                        after,
                        actor,
                        default
                    )
        );

    private Task<List<Guid>> EndedAsync(DeskStage desk) =>
        host.InScopeAsync(async services =>
        {
            services.GetRequiredService<ActorSource>().System(desk.Council.Id);
            return await services
                .GetServices<IRetentionStage>()
                .OfType<EnquiryStage>()
                .Single()
                .Ended()
                .Select(e => e.CaseId)
                .ToListAsync();
        });

    public sealed class OnSqlite(SqliteHost host) : NurtureTests(host), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : NurtureTests(host),
            IClassFixture<PostgresHost>;
}
