using Foster.TestKit;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Records;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Retention;

/// <summary>
/// R-REC-04, R-REC-06, R-DP-11, R-DP-13: records are proposed on the day after their time and never before, a person
/// confirms, a hold stops it, and a run erases all or nothing.
/// </summary>
public abstract class RetentionTests(FosterHost host)
{
    private readonly Shelf shelf = new(host);

    [Theory]
    // A leap day, ends of months, and an ordinary day; the first day on which it may go, counted by hand.
    [InlineData("2024-02-29", "2025-03-01")]
    [InlineData("2025-01-31", "2026-02-01")]
    [InlineData("2025-06-17", "2026-06-18")]
    public async Task An_enquiry_goes_a_year_after_it_was_closed(string closed, string first)
    {
        var caseId = await shelf.EnquiryAsync(DateOnly.Parse(closed));

        await NotBeforeAsync(caseId, first, "R-REC-06");
    }

    [Theory]
    [InlineData("2024-02-29", "2027-03-01")]
    [InlineData("2023-08-31", "2026-09-01")]
    [InlineData("2025-03-30", "2028-03-31")]
    public async Task An_application_goes_three_years_after_it_ended(string closed, string first)
    {
        var caseId = await shelf.ApplicationAsync(DateOnly.Parse(closed));

        await NotBeforeAsync(caseId, first, "R-REC-04");
    }

    [Fact]
    public async Task A_draft_that_was_never_sent_goes_like_an_enquiry() =>
        await NotBeforeAsync(
            await shelf.ApplicationAsync(new(2025, 4, 30), sent: false),
            "2026-05-01",
            "R-REC-06"
        );

    [Fact]
    public async Task What_is_open_again_is_not_erased_although_it_was_confirmed()
    {
        host.Clock.Set("2026-05-15 10:00");
        var caseId = await shelf.EnquiryAsync(new(2025, 2, 3));
        await shelf.RunAsync();
        Assert.True((await shelf.ConfirmAsync(caseId)).Ok);

        await shelf.CloseCaseAsync(caseId, null);
        await shelf.RunAsync();

        Assert.Equal(RetentionState.Withdrawn, (await shelf.ItemAsync(caseId))!.State);
        await shelf.CloseCaseAsync(caseId, new(2025, 2, 3));
        await shelf.RunAsync();
        Assert.Equal(RetentionState.Proposed, (await shelf.ItemAsync(caseId))!.State);
    }

    [Fact]
    public async Task A_hold_stops_confirming_and_erasing_until_it_is_lifted()
    {
        host.Clock.Set("2026-05-15 10:00");
        var caseId = await shelf.EnquiryAsync(new(2025, 2, 4));
        await shelf.RunAsync();
        Assert.True((await shelf.HoldAsync(caseId, new(2026, 9, 1))).Ok);

        Assert.Contains(
            "R-DP-13",
            (await shelf.ConfirmAsync(caseId)).Refusals.Select(r => r.RuleId)
        );
        Assert.True((await shelf.LiftAsync(caseId)).Ok);
        Assert.True((await shelf.ConfirmAsync(caseId)).Ok);
        Assert.True((await shelf.HoldAsync(caseId, new(2026, 9, 1))).Ok);
        Assert.Contains(
            (await shelf.RunAsync()).Refused,
            r => r.Contains("on hold", StringComparison.Ordinal)
        );
        Assert.Equal(RetentionState.Confirmed, (await shelf.ItemAsync(caseId))!.State);
        Assert.True((await shelf.LiftAsync(caseId)).Ok);
        Assert.Equal(1, (await shelf.RunAsync()).Erased);
        Assert.Equal(0, (await shelf.RunAsync()).Erased);
        Assert.Equal(RetentionState.Erased, (await shelf.ItemAsync(caseId))!.State);
    }

    [Fact]
    public async Task A_hold_needs_a_reason_and_a_later_day_and_stands_once()
    {
        host.Clock.Set("2026-05-15 10:00");
        var caseId = await shelf.EnquiryAsync(new(2026, 2, 4));

        var refused = await shelf.AsAsync(
            Role.TeamManager,
            true,
            (s, a) =>
                s.GetRequiredService<HoldRecords>()
                    .RunAsync(new(caseId, "A court", new(2026, 5, 15)), a, default)
        );

        Assert.Equal(["reason", "review"], refused.Refusals.Select(r => r.Field));
        Assert.True((await shelf.HoldAsync(caseId, new(2026, 5, 16))).Ok);
        Assert.False((await shelf.HoldAsync(caseId, new(2026, 5, 16))).Ok);
    }

    [Fact]
    public async Task Only_a_records_officer_confirms_holds_and_lifts_whatever_the_role()
    {
        host.Clock.Set("2026-05-15 10:00");
        foreach (var role in Enum.GetValues<Role>())
        foreach (var officer in new[] { false, true })
        {
            var caseId = await shelf.EnquiryAsync(new(2025, 2, 5));
            await shelf.RunAsync();
            var item = (await shelf.ItemAsync(caseId))!.Id;
            var held = await shelf.AsAsync(
                role,
                officer,
                (s, a) =>
                    s.GetRequiredService<HoldRecords>()
                        .RunAsync(
                            new(caseId, "A court has asked for these", new(2026, 9, 1)),
                            a,
                            default
                        )
            );
            if (!officer)
                Assert.True((await shelf.HoldAsync(caseId, new(2026, 9, 1))).Ok);
            var lifted = await shelf.AsAsync(
                role,
                officer,
                (s, a) =>
                    s.GetRequiredService<LiftHold>()
                        .RunAsync(new(caseId, "The court has given them back"), a, default)
            );
            if (!officer)
                Assert.True((await shelf.LiftAsync(caseId)).Ok);
            var confirmed = await shelf.AsAsync(
                role,
                officer,
                (s, a) => s.GetRequiredService<ConfirmErasure>().RunAsync(new(item), a, default)
            );

            Assert.True(officer == held.Ok, $"{role} {officer}: {held.Reasons}");
            Assert.True(officer == lifted.Ok, $"{role} {officer}: {lifted.Reasons}");
            Assert.True(
                confirmed.Ok == (officer && RetentionMachine.Officers.Contains(role)),
                $"{role} {officer}: {confirmed.Reasons}"
            );
        }
    }

    [Fact]
    public async Task A_run_that_is_killed_in_its_middle_leaves_everything_and_the_next_takes_it_whole()
    {
        host.Clock.Set("2026-05-15 10:00");
        var caseId = await shelf.EnquiryAsync(new(2025, 2, 6), "Demo-Halfway");
        await shelf.RunAsync();
        Assert.True((await shelf.ConfirmAsync(caseId)).Ok);
        await SqlAsync(Stop());

        var broken = await shelf.RunAsync();

        Assert.Equal(0, broken.Erased);
        Assert.Single(broken.Failed);

        Assert.Equal(RetentionState.Confirmed, (await shelf.ItemAsync(caseId))!.State);
        Assert.True(await HasWordsAsync(caseId));
        Assert.Equal(1, await PeopleAsync("demo-halfway"));
        await SqlAsync("DROP TRIGGER stop" + (IsSqlite ? "" : " ON \"People\""));
        Assert.True((await shelf.RunAsync()).Erased >= 1);
        Assert.False(await HasWordsAsync(caseId));
        Assert.Equal(0, await PeopleAsync("demo-halfway"));
    }

    [Fact]
    public async Task People_of_another_case_that_is_kept_stay_with_it()
    {
        host.Clock.Set("2026-05-15 10:00");
        var earlier = await shelf.EnquiryAsync(new(2025, 2, 7), "Demo-Twice");
        var household = await shelf.ReadAsync(db =>
            db.Set<Case>().Where(c => c.Id == earlier).Select(c => c.HouseholdId).SingleAsync()
        );
        await Village.ChangeAsync(
            host,
            Shelf.Council,
            (services, actor) =>
            {
                services
                    .GetRequiredService<FosterDb>()
                    .Add(
                        new Case
                        {
                            CouncilId = actor.CouncilId,
                            Reference = "HAR-TW2C-TW2C",
                            HouseholdId = household,
                            OpenedOn = new(2026, 1, 2),
                            PreviousCaseId = earlier,
                        }
                    );
                return Task.CompletedTask;
            }
        );
        await shelf.RunAsync();
        Assert.True((await shelf.ConfirmAsync(earlier)).Ok);

        await shelf.RunAsync();

        Assert.Equal(RetentionState.Erased, (await shelf.ItemAsync(earlier))!.State);
        Assert.Equal(1, await PeopleAsync("demo-twice"));
    }

    private async Task NotBeforeAsync(Guid caseId, string first, string rule)
    {
        var day = DateOnly.Parse(first);
        host.Clock.Set($"{day.AddDays(-1):yyyy-MM-dd} 23:59");
        await shelf.RunAsync();
        Assert.Null(await shelf.ItemAsync(caseId));

        host.Clock.Set($"{first} 00:00");
        await shelf.RunAsync();
        var item = await shelf.ItemAsync(caseId);
        Assert.Equal((day, rule), (item!.DueOn, item.RuleId));
        Assert.True((await shelf.ConfirmAsync(caseId)).Ok);

        // Even what somebody has confirmed is looked at once more, on the day itself.
        host.Clock.Set($"{day.AddDays(-1):yyyy-MM-dd} 23:59");
        await shelf.RunAsync();
        Assert.Equal(RetentionState.Withdrawn, (await shelf.ItemAsync(caseId))!.State);
    }

    private bool IsSqlite => host.Provider == TestProvider.Sqlite;

    private string Stop() =>
        IsSqlite
            ? "CREATE TRIGGER stop BEFORE DELETE ON \"People\" BEGIN SELECT RAISE(ABORT, 'killed'); END"
            : "CREATE OR REPLACE FUNCTION killed() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'killed'; END $$ LANGUAGE plpgsql; "
                + "CREATE TRIGGER stop BEFORE DELETE ON \"People\" FOR EACH ROW EXECUTE FUNCTION killed()";

    private Task SqlAsync(string statement) =>
        shelf.DoAsync(db => db.Database.ExecuteSqlRawAsync(statement));

    private Task<bool> HasWordsAsync(Guid caseId) =>
        shelf.ReadAsync(db =>
            db.Set<HistoryEntry>().AnyAsync(h => h.CaseId == caseId && h.Body != null)
        );

    private Task<int> PeopleAsync(string family) =>
        shelf.ReadAsync(db => db.Set<Person>().CountAsync(p => p.SearchName.Contains(family)));

    public sealed class OnSqlite(ShelfSqliteHost on)
        : RetentionTests(on),
            IClassFixture<ShelfSqliteHost>;

    public sealed class OnPostgres(ShelfPostgresHost on)
        : RetentionTests(on),
            IClassFixture<ShelfPostgresHost>;
}
