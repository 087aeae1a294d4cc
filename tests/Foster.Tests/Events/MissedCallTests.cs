using Foster.TestKit;
using Foster.Tests.Enquiries;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Events;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Events;

/// <summary>M-HUB-11: whoever did not answer a call they had booked is the team's to try again.</summary>
public abstract class MissedCallTests(FosterHost host)
{
    private DateTime Now => host.Clock.GetUtcNow().UtcDateTime;

    [Fact]
    public async Task Who_was_not_reached_is_waiting_until_somebody_spoke_with_them_or_leaves_it()
    {
        var (stage, call) = await CalledAsync("ada", "bea", "cem");
        await MarkAsync(stage, call, "cem");

        Assert.Equal(["ada", "bea"], (await ListAsync(stage)).Select(c => c.FirstName));
        var notice = await NoticeAsync(stage, DeskStage.Officer);
        Assert.Contains("2 people did not answer", notice!.Text);
        Assert.Equal(EventLinks.Missed, notice.Href);
        Assert.Null(await NoticeAsync(stage, DeskStage.Assessor));

        Assert.True((await FollowUpAsync(stage, call, "ada", CalledAgain.Reached)).Ok);
        Assert.Equal(BookingState.Came, await stage.StateAsync(call, "ada"));
        Assert.False((await FollowUpAsync(stage, call, "ada", CalledAgain.Reached)).Ok);
        Assert.True((await FollowUpAsync(stage, call, "bea", CalledAgain.Left)).Ok);
        Assert.Equal(BookingState.Missed, await stage.StateAsync(call, "bea"));
        Assert.False((await FollowUpAsync(stage, call, "bea", CalledAgain.Left)).Ok);

        Assert.Empty(await ListAsync(stage));
        Assert.Null(await NoticeAsync(stage, DeskStage.Officer));
    }

    [Fact]
    public async Task Who_does_not_answer_again_either_stays_on_the_list_with_the_day_they_were_tried()
    {
        var (stage, call) = await CalledAsync("ada", "bea");
        await MarkAsync(stage, call);

        Assert.True((await FollowUpAsync(stage, call, "ada", CalledAgain.NoAnswer)).Ok);

        Assert.Equal(
            [("ada", (DateOnly?)new DateOnly(2026, 5, 30)), ("bea", (DateOnly?)null)],
            (await ListAsync(stage)).Select(c => (c.FirstName, c.TriedOn))
        );
        host.Clock.Set("2026-06-01 10:00");
        Assert.True((await FollowUpAsync(stage, call, "ada", CalledAgain.NoAnswer)).Ok);
        Assert.Equal(new DateOnly(2026, 6, 1), (await ListAsync(stage))[0].TriedOn);
        Assert.True((await FollowUpAsync(stage, call, "ada", CalledAgain.Left)).Ok);
        Assert.Equal("bea", Assert.Single(await ListAsync(stage)).FirstName);
        var told = await stage.Desk.ReadAsync(db =>
            db.Set<CouncilHistoryEntry>()
                .CountAsync(h =>
                    h.CouncilId == stage.Desk.Council.Id && h.Kind == "event.call-followed-up"
                )
        );
        Assert.Equal(3, told);
    }

    [Fact]
    public async Task Of_an_enquiry_a_conversation_after_the_call_is_enough_and_an_attempt_is_not()
    {
        var (stage, call) = await CalledAsync("zoe");
        var made = await stage.Desk.EnquireAsync();
        await MarkAsync(stage, call);
        Assert.Equal(made.CaseId, Assert.Single(await ListAsync(stage)).CaseId);

        Assert.True((await stage.Desk.ContactAsync(made.CaseId, Now, reached: false)).Ok);
        Assert.Single(await ListAsync(stage));
        Assert.True((await stage.Desk.ContactAsync(made.CaseId, Now)).Ok);

        Assert.Empty(await ListAsync(stage));
    }

    [Fact]
    public async Task Nobody_is_called_again_after_a_month_nor_after_an_event_that_is_no_call()
    {
        var (stage, call) = await CalledAsync("ada");
        await MarkAsync(stage, call);
        Assert.Single(await ListAsync(stage));
        host.Clock.Set("2026-06-30 10:00");
        Assert.Empty(await ListAsync(stage));

        host.Clock.Set("2026-05-15 10:00");
        var dropIn = await stage.EnteredAsync(EventStage.Plan());
        await stage.BookedAsync(dropIn, "dot");
        host.Clock.Set("2026-05-30 10:00");
        await MarkAsync(stage, dropIn);
        Assert.DoesNotContain(await ListAsync(stage), c => c.FirstName == "dot");
    }

    [Fact]
    public async Task Only_the_recruitment_team_follows_up_and_no_other_council()
    {
        var (stage, call) = await CalledAsync("ada");
        await MarkAsync(stage, call);
        var other = await EventStage.OpenAsync(host);
        var booking = await stage.OfAsync(call, "ada");

        Assert.False(
            (await FollowUpAsync(stage, call, "ada", CalledAgain.Reached, DeskStage.Assessor)).Ok
        );
        var theirs = await other.ByAsync<FollowUpMissedCall, Result>(
            DeskStage.Officer,
            (act, actor) => act.RunAsync(new(booking.Id, CalledAgain.Reached), actor, default)
        );
        Assert.Contains("cannot be found", theirs.Reasons);
        Assert.Empty(await ListAsync(other));
    }

    /// <summary>People booked a call of 29 May, and it is the day after.</summary>
    private async Task<(EventStage Stage, Guid Call)> CalledAsync(params string[] names)
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await EventStage.OpenAsync(host);
        var call = await stage.EnteredAsync(EventStage.Plan(EventKind.CallBack));
        await stage.BookedAsync(call, names);
        host.Clock.Set("2026-05-30 10:00");
        return (stage, call);
    }

    private static async Task MarkAsync(EventStage stage, Guid id, params string[] reached)
    {
        var came = new List<Guid>();
        foreach (var name in reached)
            came.Add((await stage.OfAsync(id, name)).Id);
        var marked = await stage.ByAsync<MarkAttendance, Result>(
            DeskStage.Officer,
            (act, actor) => act.RunAsync(new(id, came), actor, default)
        );
        Assert.True(marked.Ok, marked.Reasons);
    }

    private static async Task<Result> FollowUpAsync(
        EventStage stage,
        Guid id,
        string name,
        CalledAgain outcome,
        string by = DeskStage.Officer
    )
    {
        var booking = await stage.OfAsync(id, name);
        return await stage.ByAsync<FollowUpMissedCall, Result>(
            by,
            (act, actor) => act.RunAsync(new(booking.Id, outcome), actor, default)
        );
    }

    private static async Task<IReadOnlyList<MissedCall>> ListAsync(EventStage stage) =>
        (
            await stage.ByAsync<MissedCallReads, ListPage<MissedCall>>(
                DeskStage.Officer,
                (reads, actor) => reads.PageAsync(actor.CouncilId, null, default)
            )
        ).Items;

    private Task<WorkNotice?> NoticeAsync(EventStage stage, string by) =>
        stage.Desk.AsAsync(
            by,
            (s, actor) =>
                s.GetServices<IWorkNotice>()
                    .OfType<MissedCalls>()
                    .Single()
                    .OfAsync(actor, host.Clock.Today, default)
        );

    public sealed class OnSqlite(SqliteHost host)
        : MissedCallTests(host),
            IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : MissedCallTests(host),
            IClassFixture<PostgresHost>;
}
