using Foster.TestKit;
using Foster.Tests.Enquiries;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Applications;

/// <summary>R-VAL-09: one open application per person across the council, whoever may see the other one.</summary>
public abstract class OneApplicationTests(FosterHost host)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task R_VAL_09_whoever_applies_already_is_refused_before_a_letter_goes_out(
        bool restricted
    )
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var (first, second) = (await VisitedAsync(desk), await VisitedAsync(desk));
        Ok(await desk.DecideAsync(first, invite: true));
        if (restricted)
            await desk.ReadAsync(db => RestrictAsync(db, first));

        var draft = await desk.AsAsync(
            DeskStage.Manager,
            (s, actor) =>
                s.GetRequiredService<DecideVisitOutcome>()
                    .DraftAsync(new(second, true, null, "A settled home"), actor, default)
        );
        var refused = await desk.DecideAsync(second, invite: true);

        Assert.Contains("R-VAL-09", draft.Refusals.Select(r => r.RuleId));
        Assert.Contains("R-VAL-09", refused.Refusals.Select(r => r.RuleId));
        Assert.Equal(EnquiryState.VisitCompleted, (await desk.EnquiryAsync(second)).State);
        Assert.False(
            await desk.ReadAsync(db => db.Set<Letter>().AnyAsync(l => l.CaseId == second))
        );
    }

    [Fact]
    public async Task R_VAL_09_two_managers_at_once_open_one_application()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var (first, second) = (await VisitedAsync(desk), await VisitedAsync(desk));

        var decided = await Task.WhenAll(
            Task.Run(() => desk.DecideAsync(first, invite: true)),
            Task.Run(() => desk.DecideAsync(second, invite: true))
        );

        Assert.Single(decided, d => d.Ok);
        Assert.Equal(1, await desk.ReadAsync(db => db.Set<Application>().CountAsync()));
    }

    [Fact]
    public async Task R_VAL_09_a_date_of_birth_that_is_known_only_later_is_looked_at_again_at_the_end()
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await new ApplicationStage(host).ReadyAsync(1);
        // Of the same name, and without a date of birth when they were invited.
        var other = await stage.AsStaffAsync(
            Role.TeamManager,
            async (s, actor) =>
            {
                var db = s.GetRequiredService<FosterDb>();
                var opened = await s.GetRequiredService<OpenCase>()
                    .RunAsync(
                        new(
                            stage.Council,
                            [new("Robin", "Demo-Apply", null, null, null)],
                            [],
                            null,
                            host.Clock.Today
                        ),
                        actor,
                        default
                    );
                await db.SaveChangesAsync();
                await s.GetRequiredService<HandOver>()
                    .PublishAsync(
                        new InvitedToApply(opened.Case.Id, Guid.CreateVersion7(), host.Clock.Today),
                        actor,
                        default
                    );
                opened.Applicants[0].DateOfBirth = new(1985, 3, 4);
                await RestrictAsync(db, opened.Case.Id);
                return opened.Case.Id;
            }
        );

        var sent = await stage.SendAsync(0);

        Assert.Equal("R-VAL-09", Assert.Single(sent.Refusals).RuleId);
        Assert.Equal(ApplicationState.Draft, (await stage.ApplicationAsync()).State);
        await stage.ReadAsync(async db =>
        {
            var second = await db.Set<Application>().SingleAsync(a => a.CaseId == other);
            var withdrawn = second.Withdraw(
                new(Guid.NewGuid(), "Robin Demo-Apply", Role.ProspectiveCarer, stage.Council),
                host.Clock.Today,
                "AW0",
                []
            );
            Ok(withdrawn);
            return await db.SaveChangesAsync();
        });
        Ok(await stage.SendAsync(0));
    }

    private async Task<Guid> VisitedAsync(DeskStage desk)
    {
        var sent = await desk.EnquireAsync();
        await desk.WalkToAsync(
            sent.CaseId,
            EnquiryState.VisitCompleted,
            host.Clock.GetUtcNow().UtcDateTime,
            host.Clock.Today
        );
        return sent.CaseId;
    }

    private static async Task<int> RestrictAsync(FosterDb db, Guid caseId)
    {
        (await db.Set<Case>().SingleAsync(c => c.Id == caseId)).Restrict([]);
        return await db.SaveChangesAsync();
    }

    private static void Ok(Result result) => Assert.True(result.Ok, result.Reasons);

    public sealed class OnSqlite(SqliteHost on)
        : OneApplicationTests(on),
            IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost on)
        : OneApplicationTests(on),
            IClassFixture<PostgresHost>;
}
