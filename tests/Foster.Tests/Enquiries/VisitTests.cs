using Foster.TestKit;
using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Mail;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Enquiries;

/// <summary>T-ENQ-04: the appointment for the visit, what it replaces, and what an officer is told before it.</summary>
public abstract class VisitTests(FosterHost host)
{
    private DateTime Now => host.Clock.GetUtcNow().UtcDateTime;

    [Fact]
    public async Task T_ENQ_04_a_visit_that_moves_says_which_one_it_replaces_and_one_that_stays_says_nothing()
    {
        var (desk, caseId) = await ArrangedAsync();
        Assert.True((await desk.ScheduleAsync(caseId, At(20, 10))).Ok);
        var first = Assert.Single(await MailAsync(desk, caseId));
        Assert.Equal("enquiry.visit", first.Kind);

        Assert.True((await desk.ScheduleAsync(caseId, At(20, 10))).Ok);
        Assert.Single(await MailAsync(desk, caseId));
        Assert.True((await desk.ScheduleAsync(caseId, At(21, 15))).Ok);

        var moved = (await MailAsync(desk, caseId))[^1];
        Assert.Equal("enquiry.visit-moved", moved.Kind);
        var words = await host.InScopeAsync(services =>
            Task.FromResult(
                Outbox.BodyOf(moved, services.GetRequiredService<IDataProtectionProvider>())
            )
        );
        Assert.Contains("It was to be on Wednesday 20 May 2026 at 10am.", words);
        Assert.Contains("It is now on Thursday 21 May 2026 at 3pm.", words);
    }

    [Theory]
    [InlineData(3, 0, "Did you mean 3pm?")]
    [InlineData(6, 59, "between 7am and 9pm")]
    [InlineData(21, 1, "between 7am and 9pm")]
    [InlineData(7, 0, null)]
    [InlineData(21, 0, null)]
    public async Task Nobody_is_visited_at_night(int hour, int minute, string? against)
    {
        var (desk, caseId) = await ArrangedAsync();

        var result = await desk.ScheduleAsync(
            caseId,
            London.ToUtc(new(2026, 5, 24), new(hour, minute))
        );

        if (against is null)
            Assert.True(result.Ok, result.Reasons);
        else
        {
            Assert.Contains(against, result.Reasons);
            Assert.Equal("time", Assert.Single(result.Refusals).Field);
            Assert.Empty(await MailAsync(desk, caseId));
        }
    }

    [Theory]
    [InlineData(17, true, false)]
    [InlineData(18, false, true)]
    [InlineData(20, false, true)]
    [InlineData(21, false, false)]
    public async Task R_ELIG_01_below_eighteen_is_the_one_bar_and_below_twenty_one_is_none(
        int age,
        bool isBar,
        bool isAsked
    )
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var caseId = (await desk.EnquireAsync()).CaseId;
        var view = await desk.AsAsync(
            DeskStage.Officer,
            (s, _) => s.GetRequiredService<EnquiryReads>().FindAsync(caseId, default)
        );
        // Their 17th, 18th, 20th or 21st year begins on the day on which somebody reads this.
        var flags = view!.FlagsOn(new DateOnly(1984 + age, 3, 1));

        Assert.Equal(isBar, flags.Any(f => f.Contains("nobody under 18 can foster")));
        Assert.Equal(isAsked, flags.Any(f => f.Contains("it is no bar (R-ELIG-01)")));
    }

    /// <summary>Zoë has expressed an interest, an assessor is named and no visit is arranged.</summary>
    private async Task<(DeskStage Desk, Guid CaseId)> ArrangedAsync()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var caseId = (await desk.EnquireAsync()).CaseId;
        await desk.WalkToAsync(caseId, EnquiryState.EoiReceived, Now, host.Clock.Today);
        Assert.True((await desk.AllocateAsync(caseId)).Ok);
        return (desk, caseId);
    }

    private static DateTime At(int day, int hour) =>
        London.ToUtc(new DateOnly(2026, 5, day), new TimeOnly(hour, 0));

    private static Task<List<OutboxMessage>> MailAsync(DeskStage desk, Guid caseId) =>
        desk.ReadAsync(db =>
            db.Set<OutboxMessage>()
                .AsNoTracking()
                .Where(m => m.CaseId == caseId && m.Kind.StartsWith("enquiry.visit"))
                .OrderBy(m => m.Id)
                .ToListAsync()
        );

    public sealed class OnSqlite(SqliteHost on) : VisitTests(on), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost on) : VisitTests(on), IClassFixture<PostgresHost>;
}
