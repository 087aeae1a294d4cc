using Foster.TestKit;
using Foster.Web.Features.Enquiries;
using Foster.Web.Features.Enquiries.Duplicates;
using Foster.Web.Features.Enquiries.Link;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Enquiries.Duplicates;

/// <summary>Merging two enquiries of one person, and taking them apart again (R-ENQ-14, T-ENQ-07).</summary>
public abstract class MergeTests(FosterHost host)
{
    private DateTime Now => host.Clock.GetUtcNow().UtcDateTime;

    [Fact]
    public async Task R_ENQ_14_the_younger_goes_into_the_older_and_nothing_is_lost()
    {
        var (desk, first, second) = await TwoAsync();
        Assert.True((await desk.ContactAsync(second.CaseId, Now, reached: false)).Ok);

        var merged = await desk.MergeAsync(first.CaseId, second.CaseId);

        Assert.True(merged.Ok, merged.Reasons);
        var gone = await desk.EnquiryAsync(second.CaseId);
        Assert.Equal(
            (EnquiryState.Duplicate, false, first.CaseId, "Duplicate", false),
            (gone.State, gone.IsOpen, gone.MergedInto!.Value, gone.ReasonCode, gone.Counted)
        );
        Assert.Equal(Enquiry.NothingDue, gone.NextDueOn);
        var clock = await desk.DeadlineAsync(second.CaseId, DeadlineRules.FirstContact);
        Assert.Equal(DeadlineStatus.Cancelled, clock.Status);
        Assert.Equal($"The enquiry was merged into {first.Reference}", clock.CancelReason);
        var carried = await desk.CarriedAsync(first.CaseId);
        Assert.All(carried, f => Assert.Equal(second.Reference, f.FromReference));
        Assert.Equal(
            ["Not reached, telephone: Talked", "07700 900982", "9 Other Road, L1 1AA"],
            carried
                .Where(f => f.Kind is not CarriedKind.Note)
                .OrderBy(f => f.Kind)
                .Select(f => f.Text)
        );
        Assert.Contains(carried, f => f.Text == "When to call: mornings");
        Assert.DoesNotContain(carried, f => f.Text.Contains("Short term"));
        // What was there stays where it was, too.
        Assert.Single(
            await desk.ReadAsync(db =>
                db.Set<EnquiryContact>().Where(c => c.CaseId == second.CaseId).ToListAsync()
            )
        );
        Assert.Contains(await desk.HistoryAsync(second.CaseId), h => h.Kind == "enquiry.merged");
        Assert.Contains(
            await desk.HistoryAsync(first.CaseId),
            h => h.Kind == "enquiry.merged-here"
        );
        Assert.Equal(EnquiryState.Received, (await desk.EnquiryAsync(first.CaseId)).State);
        // A third one is like the one that goes on.
        var third = await desk.EnquireAsync(Second(desk));
        Assert.Equal(first.CaseId, Assert.Single(await desk.AlikeAsync(third.CaseId)).CaseId);
    }

    [Fact]
    public async Task R_ENQ_15_what_was_tried_in_a_merged_enquiry_counts_until_the_merge_is_undone()
    {
        var (desk, first, second) = await TwoAsync();
        host.Clock.Set("2026-05-15 12:00");
        Assert.True((await desk.ContactAsync(second.CaseId, Now, reached: false)).Ok);
        host.Clock.Set("2026-05-18 10:00");
        Assert.True((await desk.ContactAsync(second.CaseId, Now, reached: false)).Ok);
        host.Clock.Set("2026-06-01 10:00");
        Assert.True((await desk.ContactAsync(first.CaseId, Now, reached: false)).Ok);
        var alone = await desk.CloseAsync(first.CaseId, Closing.NoContact);
        Assert.Contains("Days tried since you last spoke: 1.", alone.Reasons);

        Assert.True((await desk.MergeAsync(first.CaseId, second.CaseId)).Ok);
        Assert.True((await desk.UndoAsync(second.CaseId)).Ok);
        Assert.False((await desk.CloseAsync(first.CaseId, Closing.NoContact)).Ok);
        Assert.True((await desk.MergeAsync(first.CaseId, second.CaseId)).Ok);

        // Ten working days from 15 May, with a bank holiday on the 25th, are over on 1 June.
        var closed = await desk.CloseAsync(first.CaseId, Closing.NoContact);
        Assert.True(closed.Ok, closed.Reasons);
    }

    [Fact]
    public async Task R_ENQ_15_who_was_spoken_with_in_the_merged_enquiry_is_tried_anew()
    {
        var (desk, first, second) = await TwoAsync();
        foreach (var day in new[] { "2026-05-15", "2026-05-18", "2026-06-01" })
        {
            host.Clock.Set($"{day} 10:00");
            Assert.True((await desk.ContactAsync(first.CaseId, Now, reached: false)).Ok);
        }
        host.Clock.Set("2026-06-01 12:00");
        Assert.True((await desk.ContactAsync(second.CaseId, Now)).Ok);
        Assert.True((await desk.MergeAsync(first.CaseId, second.CaseId)).Ok);

        var refused = await desk.CloseAsync(first.CaseId, Closing.NoContact);

        Assert.Contains("Days tried since you last spoke: 0.", refused.Reasons);
    }

    [Fact]
    public async Task An_undone_merge_leaves_everything_exactly_as_it_was()
    {
        var (desk, first, second) = await TwoAsync();
        Assert.True((await desk.ContactAsync(second.CaseId, Now)).Ok);
        host.Clock.Set("2026-05-18 09:00");
        var before = await desk.StandsAsync(second.CaseId);
        var keptBefore = await desk.StandsAsync(first.CaseId);
        Assert.True((await desk.MergeAsync(second.CaseId, first.CaseId)).Ok);
        Assert.NotEqual(before, await desk.StandsAsync(second.CaseId));

        host.Clock.Set("2026-11-18 09:00");
        var undone = await desk.UndoAsync(second.CaseId);

        Assert.True(undone.Ok, undone.Reasons);
        Assert.Equal(before, await desk.StandsAsync(second.CaseId));
        Assert.Equal(keptBefore, await desk.StandsAsync(first.CaseId));
        Assert.Empty(await desk.CarriedAsync(first.CaseId));
        Assert.Equal(
            2,
            (await desk.HistoryAsync(first.CaseId))
                .Concat(await desk.HistoryAsync(second.CaseId))
                .Count(h => h.Kind == "enquiry.merge-undone")
        );
        Assert.False((await desk.UndoAsync(second.CaseId)).Ok);
        Assert.True((await desk.MergeAsync(first.CaseId, second.CaseId)).Ok);
    }

    [Fact]
    public async Task What_was_corrected_since_stays_and_the_history_says_so()
    {
        var (desk, first, second) = await TwoAsync();
        Assert.True((await desk.MergeAsync(first.CaseId, second.CaseId)).Ok);
        var number = (await desk.CarriedAsync(first.CaseId)).Single(f =>
            f.Kind is CarriedKind.Telephone
        );
        var changed = await desk.AsAsync(
            DeskStage.Manager,
            (s, actor) =>
                s.GetRequiredService<ChangeCarried>()
                    .RunAsync(new(first.CaseId, number.Id, "07700 900983"), actor, default)
        );
        Assert.True(changed.Ok, changed.Reasons);

        Assert.True((await desk.UndoAsync(second.CaseId)).Ok);

        var left = Assert.Single(await desk.CarriedAsync(first.CaseId));
        Assert.Equal(
            ("07700 900983", DeskStage.Manager, second.Reference),
            (left.Text, left.ChangedBy, left.FromReference)
        );
        var told = (await desk.HistoryAsync(first.CaseId)).Single(h =>
            h.Kind == "enquiry.merge-undone"
        );
        Assert.Contains("still here: 1", Said.Of(host, told).Title);
    }

    [Fact]
    public async Task R_VAL_06_undoing_needs_a_reason_and_six_months_are_its_end()
    {
        var (desk, first, second) = await TwoAsync();
        Assert.Contains("not merged", (await desk.UndoAsync(second.CaseId)).Reasons);
        Assert.True((await desk.MergeAsync(first.CaseId, second.CaseId)).Ok);

        Assert.Contains("20 characters", (await desk.UndoAsync(second.CaseId, "No.")).Reasons);
        Assert.False((await desk.UndoAsync(second.CaseId, by: DeskStage.Assessor)).Ok);
        host.Clock.Set("2026-11-16 09:00");
        Assert.Contains("6 months", (await desk.UndoAsync(second.CaseId)).Reasons);
        Assert.Equal(EnquiryState.Duplicate, (await desk.EnquiryAsync(second.CaseId)).State);
    }

    [Fact]
    public async Task T_ENQ_07_only_an_enquiry_that_goes_on_takes_another_in()
    {
        var (desk, first, second) = await TwoAsync();
        Assert.False((await desk.MergeAsync(first.CaseId, first.CaseId)).Ok);
        Assert.False((await desk.MergeAsync(first.CaseId, second.CaseId, DeskStage.Assessor)).Ok);
        var stranger = await desk.EnquireAsync(
            desk.Input(new("Una", "Demo-Else", new(1991, 1, 1), null, "+441514960999"))
        );
        Assert.Contains(
            "Nothing on record",
            (await desk.MergeAsync(first.CaseId, stranger.CaseId)).Reasons
        );
        Assert.True((await desk.CloseAsync(first.CaseId, Closing.ReroutedConnected)).Ok);

        var refused = await desk.MergeAsync(first.CaseId, second.CaseId);

        Assert.Contains("goes on only in one that is open", refused.Reasons);
        Assert.Equal(EnquiryState.Received, (await desk.EnquiryAsync(second.CaseId)).State);
    }

    [Fact]
    public async Task One_that_led_to_an_invitation_goes_on_though_it_is_younger()
    {
        var (desk, first, second) = await TwoAsync();
        var today = host.Clock.Today;
        await desk.WalkToAsync(second.CaseId, EnquiryState.VisitCompleted, Now, today);
        Assert.True((await desk.DecideAsync(second.CaseId, true)).Ok);

        Assert.True((await desk.MergeAsync(first.CaseId, second.CaseId)).Ok);

        Assert.Equal(second.CaseId, (await desk.EnquiryAsync(first.CaseId)).MergedInto);
        Assert.Equal(EnquiryState.InvitedToApply, (await desk.EnquiryAsync(second.CaseId)).State);
    }

    [Fact]
    public async Task Of_two_people_who_merge_at_once_one_wins_and_the_other_sees_why()
    {
        var (desk, first, second) = await TwoAsync();

        var both = await Task.WhenAll(
            TryAsync(() => desk.MergeAsync(first.CaseId, second.CaseId)),
            TryAsync(() => desk.MergeAsync(second.CaseId, first.CaseId, DeskStage.Manager))
        );

        Assert.Equal(1, both.Count(r => r is null));
        Assert.Contains(both, r => r is { Length: > 10 });
        Assert.Single(
            await desk.ReadAsync(db =>
                db.Set<EnquiryMerge>().Where(m => m.CaseId == second.CaseId).ToListAsync()
            )
        );
        Assert.Equal(1, (await desk.EnquiryAsync(first.CaseId)).MergedHere);
    }

    [Fact]
    public async Task The_link_of_the_merged_one_goes_on_with_the_story_of_the_other()
    {
        var (desk, first, second) = await TwoAsync();
        var secret = await LinkAsync(desk, second);
        Assert.Equal(second.Reference, (await ShownAsync(secret))!.View!.Reference);

        Assert.True((await desk.MergeAsync(first.CaseId, second.CaseId)).Ok);
        Assert.Equal(first.Reference, (await ShownAsync(secret))!.View!.Reference);

        Assert.True((await desk.UndoAsync(second.CaseId)).Ok);
        Assert.Equal(second.Reference, (await ShownAsync(secret))!.View!.Reference);
    }

    [Fact]
    public async Task Under_another_address_the_merged_one_s_link_shows_nothing_of_the_other_and_withdraws_nothing()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var first = await desk.EnquireAsync();
        var other = DeskStage.Zoe with { Email = "somebody.else@foster.example" };
        var second = await desk.EnquireAsync(desk.Input(other));
        var secret = await LinkAsync(desk, second);
        Assert.True((await desk.MergeAsync(first.CaseId, second.CaseId)).Ok);

        using var visitor = host.Visitor();
        var page = await visitor.GetAsync("/enquiry/" + secret);
        Assert.Equal("We have your enquiry", page.Heading);
        Assert.DoesNotContain(first.Reference, page.Body);
        Assert.DoesNotContain("Withdraw my enquiry", page.Text);
        page = await visitor.GetAsync($"/enquiry/{secret}/withdraw");
        Assert.Equal("/enquiry/" + secret, page.Path);
        Assert.True((await desk.EnquiryAsync(first.CaseId)).IsOpen);
    }

    private Task<string> LinkAsync(DeskStage desk, SubmittedEnquiry enquiry) =>
        host.InScopeAsync(async s =>
        {
            s.GetRequiredService<ActorSource>().System(desk.Council.Id);
            var issued = await s.GetRequiredService<Links>()
                .IssueAsync(
                    LinkPurpose.EnquiryStatus,
                    desk.Council.Id,
                    enquiry.CaseId,
                    enquiry.EnquiryId,
                    null,
                    TimeSpan.FromDays(30),
                    default
                );
            await s.GetRequiredService<FosterDb>().SaveChangesAsync();
            return issued;
        });

    private Task<EnquiryLink?> ShownAsync(string secret) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<EnquiryLinkReads>()
                .FindAsync(secret, LinkPurpose.EnquiryStatus, default)
        );

    private static async Task<string?> TryAsync(Func<Task<Result>> act)
    {
        try
        {
            var result = await act();
            return result.Ok ? null : result.Reasons;
        }
        catch (DbUpdateConcurrencyException)
        {
            return "Somebody else changed this";
        }
    }

    private static SubmitEnquiryInput Second(DeskStage desk) =>
        desk.Input(DeskStage.Zoe with { Telephone = "+447700900982" }) with
        {
            Address = new("9 Other Road", null, "L1 1AA"),
            WhenToCall = "mornings",
        };

    private async Task<(DeskStage, SubmittedEnquiry, SubmittedEnquiry)> TwoAsync()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var first = await desk.EnquireAsync();
        host.Clock.Set("2026-05-15 11:00");
        return (desk, first, await desk.EnquireAsync(Second(desk)));
    }

    public sealed class OnSqlite(SqliteHost host) : MergeTests(host), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : MergeTests(host),
            IClassFixture<PostgresHost>;
}
