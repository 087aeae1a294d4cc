using Foster.TestKit;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Features.Enquiries.Nurturing;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Enquiries.Nurturing;

/// <summary>
/// Enquirers who are not ready are asked every 3, 6 or 12 months, until they say stop or 24 months are silent (M-HUB-10);
/// so long their enquiry is kept (R-REC-06).
/// </summary>
public abstract class CadenceTests(FosterHost host)
{
    private static readonly AskAgain Call = new(true, new(2026, 9, 1), Every: AskEvery.SixMonths);
    private static readonly AskAgain Email = Call with { ByEmail = true };

    private DateTime Now => host.Clock.GetUtcNow().UtcDateTime;

    [Fact]
    public async Task M_HUB_10_each_round_sends_one_message_and_silence_ends_them()
    {
        var (desk, caseId) = await AgreedAsync(Email);
        var kept = await KeptAsync(desk);
        Assert.Equal(
            (caseId, KeepWarmConsent.Version, DeskStage.Officer),
            (kept.CaseId, kept.ConsentVersion, kept.ConsentBy)
        );
        Assert.Equal(1, await SentAsync(desk, "keep-warm.kept"));
        var sent = new List<string>();
        for (
            var day = new DateOnly(2026, 5, 18);
            day <= new DateOnly(2028, 6, 30);
            day = day.AddDays(1)
        )
        {
            // Only days on which the job would find them, and each of them twice.
            kept = await KeptAsync(desk);
            if (kept.AskOn > day && kept.HeardOn > KeepWarm.SilentSince(day))
                continue;
            host.Clock.Set($"{day:yyyy-MM-dd} 09:15");
            await AskAsync(desk, kept.Id);
            await AskAsync(desk, kept.Id);
            sent.Add($"{day:yyyy-MM-dd} {(await KeptAsync(desk)).State}");
            if (!(await KeptAsync(desk)).IsLive)
                break;
        }

        // Last heard of on 15 May 2026.
        Assert.Equal(
            [
                "2026-09-01 Asked",
                "2027-03-01 Asked",
                "2027-09-01 Asked",
                "2028-03-01 Asked",
                "2028-05-15 Lapsed",
            ],
            sent
        );
        Assert.Equal(4, await SentAsync(desk, "keep-warm.question"));
        var logged = await desk.HistoryAsync(caseId);
        Assert.Equal(4, logged.Count(h => h.Kind == "keep-warm.asked"));
        Assert.Contains(logged, h => h.Kind == "keep-warm.lapsed");
        Assert.Equal(
            4,
            await desk.ReadAsync(db =>
                db.Set<CouncilHistoryEntry>()
                    .CountAsync(h => h.SubjectId == kept.Id && h.Kind == "keep-warm.asked")
            )
        );
        // R-REC-06: nothing postpones the disposal any more.
        Assert.Contains(caseId, await EndedAsync(desk));
    }

    [Fact]
    public async Task M_HUB_10_two_runs_at_once_send_one_message()
    {
        var (desk, _) = await AgreedAsync(Email);
        var kept = await KeptAsync(desk);
        host.Clock.Set("2026-09-01 09:15");
        using var both = new Barrier(2);

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(RunAsync)));

        Assert.Equal(1, await SentAsync(desk, "keep-warm.question"));
        kept = await KeptAsync(desk);
        Assert.Equal((1, new DateOnly(2027, 3, 1)), (kept.Asked, kept.AskOn));

        async Task RunAsync()
        {
            both.SignalAndWait();
            try
            {
                await AskAsync(desk, kept.Id);
            }
            catch (DbUpdateConcurrencyException)
            {
                // The other one was first; the run counts it and goes on.
            }
        }
    }

    [Fact]
    public async Task M_HUB_10_what_another_run_has_asked_meanwhile_is_not_asked_again()
    {
        var (desk, _) = await AgreedAsync(Email);
        var kept = await KeptAsync(desk);
        host.Clock.Set("2026-09-01 09:15");

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            SystemAsync(
                desk,
                async (s, actor) =>
                {
                    var db = s.GetRequiredService<Foster.Web.Foundation.Data.FosterDb>();
                    await db.Set<KeepWarm>().SingleAsync(k => k.Id == kept.Id);
                    await AskAsync(desk, kept.Id);
                    return await s.GetRequiredService<AskKeptWarm>()
                        .RunAsync(new(kept.Id), actor, default);
                }
            )
        );

        Assert.Equal(1, await SentAsync(desk, "keep-warm.question"));
    }

    [Fact]
    public async Task M_HUB_10_a_word_to_staff_is_a_sign_of_life_and_postpones_the_end()
    {
        var (desk, caseId) = await AgreedAsync(Email);
        var kept = await KeptAsync(desk);
        host.Clock.Set("2028-03-01 09:15");
        await AskAsync(desk, kept.Id);

        Ok(
            await desk.AsAsync(
                DeskStage.Officer,
                (s, actor) =>
                    s.GetRequiredService<StillThinking>().RunAsync(new(kept.Id), actor, default)
            )
        );

        host.Clock.Set("2028-05-15 09:15");
        Assert.False((await AskAsync(desk, kept.Id)).Ok);
        Assert.DoesNotContain(caseId, await EndedAsync(desk));
        var line = Assert.Single((await ListAsync(desk)).Lines);
        Assert.Equal(NurtureWhy.KeptWarm, line.Why);
        Assert.Equal(new DateOnly(2028, 9, 1), line.AskOn);
        Assert.Contains("Ends on 1 March 2030", line.Plan.End, StringComparison.Ordinal);
        Assert.Contains("on 1 March 2028", line.Plan.End, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task M_HUB_10_stop_ends_emails_and_calls_alike(bool byThem)
    {
        var (desk, caseId) = await AgreedAsync(Call);
        // They also asked for emails, on the website.
        var left = await host.InScopeAsync(s =>
            s.GetRequiredService<LeaveKeepWarm>()
                .RunAsync(
                    new(
                        desk.Council.Id,
                        "Zoë",
                        DeskStage.Zoe.Email!,
                        new(2026, 9, 1),
                        AskEvery.ThreeMonths,
                        true
                    ),
                    s.GetRequiredService<ActorSource>().Anyone(desk.Council.Id),
                    default
                )
        );
        Ok(left);
        var kept = await KeptAsync(desk);
        Assert.Equal(caseId, kept.CaseId);
        Assert.DoesNotContain(caseId, await EndedAsync(desk));

        Ok(
            byThem
                ? await host.InScopeAsync(s =>
                    s.GetRequiredService<StopKeepWarm>()
                        .RunAsync(
                            new(kept.Id),
                            s.GetRequiredService<ActorSource>()
                                .Holder(desk.Council.Id, Guid.Empty, "Holder", null),
                            default
                        )
                )
                : await desk.AsAsync(
                    DeskStage.Officer,
                    (s, actor) =>
                        s.GetRequiredService<StopAskAgain>()
                            .RunAsync(new(caseId, "They said so"), actor, default)
                )
        );

        Assert.Equal(KeepWarmState.Stopped, (await KeptAsync(desk)).State);
        Assert.Empty((await ListAsync(desk)).Lines);
        Assert.Contains(caseId, await EndedAsync(desk));
        host.Clock.Set("2026-09-01 09:15");
        Assert.False((await AskAsync(desk, kept.Id)).Ok);
    }

    [Fact]
    public async Task Whoever_is_called_is_called_again_in_their_rhythm()
    {
        var (desk, caseId) = await AgreedAsync(Call);
        Assert.Equal(0, await SentAsync(desk, "keep-warm.kept"));
        host.Clock.Set("2026-09-03 11:00");
        Ok(await LogAsync(desk, caseId, reached: false));

        var line = Assert.Single((await ListAsync(desk)).Lines);
        Assert.Equal((NurtureWhy.NotNow, new DateOnly(2027, 3, 1)), (line.Why, line.AskOn));
        // An attempt is no sign of life.
        Assert.Contains("Ends on 15 May 2028", line.Plan.End, StringComparison.Ordinal);

        host.Clock.Set("2027-03-01 11:00");
        Ok(await LogAsync(desk, caseId, reached: true));
        line = Assert.Single((await ListAsync(desk)).Lines);
        Assert.Equal(new DateOnly(2027, 9, 1), line.AskOn);
        Assert.Contains("Ends on 1 March 2029", line.Plan.End, StringComparison.Ordinal);
    }

    [Fact]
    public async Task M_HUB_10_a_rhythm_is_chosen_and_an_email_needs_an_address()
    {
        var desk = await DeskAsync();
        var made = await desk.EnquireAsync(
            desk.Input(DeskStage.Zoe with { Email = null, Telephone = "01514960123" })
        );

        var none = await WithdrawAsync(desk, made.CaseId, Call with { Every = null });
        var email = await WithdrawAsync(desk, made.CaseId, Email);

        Assert.Equal("every", Assert.Single(none.Refusals).Field);
        Assert.Equal("by-email", Assert.Single(email.Refusals).Field);
        Ok(await WithdrawAsync(desk, made.CaseId, Call));
    }

    [Fact]
    public async Task M_HUB_10_whoever_comes_back_is_written_to_no_more_and_linked()
    {
        var (desk, first) = await AgreedAsync(Email);
        var again = await desk.EnquireAsync();
        Assert.Equal(KeepWarmState.Enquired, (await KeptAsync(desk)).State);
        Assert.Equal(
            first,
            await desk.ReadAsync(db =>
                db.Set<Case>()
                    .Where(c => c.Id == again.CaseId)
                    .Select(c => c.PreviousCaseId)
                    .SingleAsync()
            )
        );
        Ok(await WithdrawAsync(desk, again.CaseId, Email));

        Ok(
            await desk.AsAsync(
                DeskStage.Officer,
                (s, actor) =>
                    s.GetRequiredService<ReopenEnquiry>()
                        .RunAsync(new(again.CaseId, "They called us"), actor, default)
            )
        );

        Assert.Equal(
            [KeepWarmState.Enquired, KeepWarmState.Enquired],
            await desk.ReadAsync(db =>
                db.Set<KeepWarm>()
                    .Where(k => k.CouncilId == desk.Council.Id)
                    .Select(k => k.State)
                    .ToListAsync()
            )
        );
    }

    private async Task<DeskStage> DeskAsync()
    {
        host.Clock.Set("2026-05-15 10:00");
        return await new DeskStage(host).OpenAsync();
    }

    /// <summary>An enquiry that was withdrawn on 15 May 2026 by somebody who agreed to be asked again.</summary>
    private async Task<(DeskStage Desk, Guid CaseId)> AgreedAsync(AskAgain again)
    {
        var desk = await DeskAsync();
        var made = await desk.EnquireAsync();
        Ok(await WithdrawAsync(desk, made.CaseId, again));
        return (desk, made.CaseId);
    }

    private static Task<Result> WithdrawAsync(DeskStage desk, Guid caseId, AskAgain again) =>
        desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetRequiredService<WithdrawEnquiry>()
                    .RunAsync(new(caseId, "not-now", null, again), actor, default)
        );

    private Task<Result> LogAsync(DeskStage desk, Guid caseId, bool reached) =>
        desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetRequiredService<LogAskedAgain>()
                    .RunAsync(
                        new(caseId, Now, ContactMethod.Telephone, reached, "Not yet", null),
                        actor,
                        default
                    )
        );

    private Task<Result> AskAsync(DeskStage desk, Guid id) =>
        SystemAsync(
            desk,
            (s, actor) => s.GetRequiredService<AskKeptWarm>().RunAsync(new(id), actor, default)
        );

    private Task<T> SystemAsync<T>(DeskStage desk, Func<IServiceProvider, Actor, Task<T>> act) =>
        host.InScopeAsync(s => act(s, s.GetRequiredService<ActorSource>().System(desk.Council.Id)));

    private static Task<KeepWarm> KeptAsync(DeskStage desk) =>
        desk.ReadAsync(db =>
            db.Set<KeepWarm>().AsNoTracking().SingleAsync(k => k.CouncilId == desk.Council.Id)
        );

    private static Task<int> SentAsync(DeskStage desk, string kind) =>
        desk.ReadAsync(db =>
            db.Set<OutboxMessage>()
                .CountAsync(m => m.CouncilId == desk.Council.Id && m.Kind == kind)
        );

    private static Task<NurturePage> ListAsync(DeskStage desk) =>
        desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetRequiredService<NurtureReads>()
                    .PageAsync(new(null, AskWithin.Any, null, null), null, actor, default)
        );

    private Task<List<Guid>> EndedAsync(DeskStage desk) =>
        SystemAsync(
            desk,
            (s, _) =>
                s.GetServices<IRetentionStage>()
                    .OfType<EnquiryStage>()
                    .Single()
                    .Ended()
                    .Select(e => e.CaseId)
                    .ToListAsync()
        );

    private static void Ok(Result result) => Assert.True(result.Ok, result.Reasons);

    public sealed class OnSqlite(SqliteHost host) : CadenceTests(host), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : CadenceTests(host),
            IClassFixture<PostgresHost>;
}
