using Foster.TestKit;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Features.Enquiries.Duplicates;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Enquiries.Duplicates;

/// <summary>R-ENQ-14 and M-OFS-03: who is found at entry, who is told, and what counts.</summary>
public abstract class DuplicateTests(FosterHost host)
{
    [Fact]
    public async Task R_ENQ_14_whoever_enquires_twice_is_found_and_told_the_same_as_everybody()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var first = await desk.EnquireAsync();
        Assert.Empty(await desk.AlikeAsync(first.CaseId));

        var second = await desk.EnquireAsync();

        Assert.NotEqual(first.Reference, second.Reference);
        Assert.Equal(
            (first.ContactDueOn, first.TeamName, first.Telephone, first.Restricted),
            (second.ContactDueOn, second.TeamName, second.Telephone, second.Restricted)
        );
        var mails = await desk.ReadAsync(db =>
            db.Set<Web.Foundation.Mail.OutboxMessage>()
                .Where(m => m.CaseId == first.CaseId || m.CaseId == second.CaseId)
                .Select(m => m.Kind)
                .ToListAsync()
        );
        Assert.Equal(["enquiry.acknowledged", "enquiry.acknowledged"], mails);
        var alike = Assert.Single(await desk.AlikeAsync(second.CaseId));
        Assert.Equal((first.CaseId, first.Reference), (alike.CaseId, alike.Reference));
        Assert.Equal("name, date of birth and postcode, telephone, email", alike.Words);
        Assert.Equal(
            second.CaseId,
            Assert.Single(await desk.AlikeAsync(first.CaseId, DeskStage.Manager)).CaseId
        );
        // A page of the queue that has both and nobody else.
        var page = await desk.AsAsync(
            DeskStage.Officer,
            (s, _) =>
                s.GetRequiredService<DuplicateReads>()
                    .OfAsync([first.CaseId, second.CaseId], default)
        );
        Assert.Equal(2, page.Count);
    }

    [Fact]
    public async Task Two_people_with_the_telephone_of_the_family_are_alike_by_it_alone()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var one = await desk.EnquireAsync();
        var other = await desk.EnquireAsync(
            desk.Input(new("Sam", "Demo-Ashdown", new(1990, 7, 1), null, DeskStage.Zoe.Telephone))
        );

        Assert.Equal("telephone", Assert.Single(await desk.AlikeAsync(one.CaseId)).Words);
        Assert.True((await desk.EnquiryAsync(other.CaseId)).Counted);
    }

    [Fact]
    public async Task A_number_that_many_people_have_says_nothing_of_any_of_them()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var cases = new List<Guid>();
        for (var i = 0; i < 7; i++)
            cases.Add(
                (
                    await desk.EnquireAsync(
                        desk.Input(new($"Una{i}", $"Demo-Hostel{i}", null, null, "+441514960977"))
                    )
                ).CaseId
            );

        Assert.Empty(await desk.AlikeAsync(cases[0]));
    }

    [Fact]
    public async Task Father_and_son_of_one_name_at_one_address_are_not_alike()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var father = await desk.EnquireAsync(
            desk.Input(new("John", "Demo-Oak", new(1960, 1, 1), null, "+441514960911"))
        );
        await desk.EnquireAsync(
            desk.Input(new("John", "Demo-Oak", new(1990, 1, 1), null, "+441514960912"))
        );
        Assert.Empty(await desk.AlikeAsync(father.CaseId));

        var unknown = await desk.EnquireAsync(
            desk.Input(new("John", "Demo-Oak", null, null, "+441514960913"))
        );

        Assert.Equal(
            ["name and postcode", "name and postcode"],
            (await desk.AlikeAsync(unknown.CaseId)).Select(a => a.Words)
        );
    }

    [Fact]
    public async Task What_changes_on_record_is_found_by_what_it_is_now()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var one = await desk.EnquireAsync();
        var other = await desk.EnquireAsync(
            desk.Input(new("Sam", "Demo-Fir", new(1990, 7, 1), "sam@foster.example", null)) with
            {
                Address = null,
            }
        );
        Assert.Empty(await desk.AlikeAsync(one.CaseId));

        await desk.AsAsync(
            DeskStage.Officer,
            async (s, actor) =>
            {
                var person = (
                    await s.GetRequiredService<CaseReads>().PeopleAsync(other.CaseId, default)
                )[0];
                var zoe = DeskStage.Zoe;
                var changed = await s.GetRequiredService<ChangePerson>()
                    .RunAsync(
                        new(
                            other.CaseId,
                            person.PersonId,
                            zoe.GivenName,
                            zoe.FamilyName,
                            zoe.DateOfBirth,
                            null,
                            null
                        ),
                        actor,
                        default
                    );
                Assert.True(changed.Ok, changed.Reasons);
                var moved = await s.GetRequiredService<RecordAddress>()
                    .RunAsync(
                        new(
                            other.CaseId,
                            person.PersonId,
                            null,
                            "4 Example Road",
                            null,
                            "CH41 1AA",
                            null,
                            null
                        ),
                        actor,
                        default
                    );
                Assert.True(moved.Ok, moved.Reasons);
                return await s.GetRequiredService<FosterDb>().SaveChangesAsync();
            }
        );

        Assert.Equal(
            "name, date of birth and postcode",
            Assert.Single(await desk.AlikeAsync(one.CaseId)).Words
        );
    }

    [Fact]
    public async Task R_SOD_08_a_restricted_case_is_nobodys_candidate_but_of_those_named()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var hidden = await desk.EnquireAsync(
            desk.Input() with
            {
                Connected = true,
                ConnectionWithWhom = "A councillor",
            }
        );
        var open = await desk.EnquireAsync();

        Assert.Empty(await desk.AlikeAsync(open.CaseId));
        Assert.Empty(await desk.AlikeAsync(open.CaseId, DeskStage.Manager));
        Assert.Equal(
            hidden.CaseId,
            Assert.Single(await desk.AlikeAsync(open.CaseId, DeskStage.Intake)).CaseId
        );
        // Nor does the count tell of it.
        Assert.True((await desk.EnquiryAsync(open.CaseId)).Counted);
        Assert.Contains(
            "cannot be found",
            (await desk.MergeAsync(open.CaseId, hidden.CaseId)).Reasons
        );
        Assert.Contains(
            "restricted",
            (await desk.MergeAsync(open.CaseId, hidden.CaseId, DeskStage.Intake)).Reasons
        );
    }

    [Fact]
    public async Task R_VAL_09_another_council_is_yes_or_no_and_nothing_else()
    {
        host.Clock.Set("2026-05-15 10:00");
        var here = await new DeskStage(host).OpenAsync();
        var there = await new DeskStage(host).OpenAsync();
        var who = new NewPerson("Ada", "Demo-Partner", new(1979, 3, 3), "ada@foster.example", null);
        var one = await here.EnquireAsync(here.Input(who));
        Assert.False(await here.ElsewhereAsync(one.CaseId));
        await there.EnquireAsync(
            there.Input(who) with
            {
                Connected = true,
                ConnectionWithWhom = "A councillor",
            }
        );
        // A restricted case of another council says nothing.
        Assert.False(await here.ElsewhereAsync(one.CaseId));
        // Nor do a name and a date of birth without the postcode, or an email address.
        await there.EnquireAsync(there.Input(who) with { Address = null });
        Assert.False(await here.ElsewhereAsync(one.CaseId));

        var other = await there.EnquireAsync(there.Input(who));

        Assert.True(await here.ElsewhereAsync(one.CaseId));
        Assert.False(await here.ElsewhereAsync(one.CaseId, DeskStage.Assessor));
        Assert.Empty(await here.AlikeAsync(one.CaseId));
        Assert.True((await there.EnquiryAsync(other.CaseId)).Counted);
        Assert.True((await here.EnquiryAsync(one.CaseId)).Counted);
        Assert.Contains(
            "cannot be found",
            (await here.MergeAsync(one.CaseId, other.CaseId)).Reasons
        );
    }

    [Theory]
    [InlineData("2026-06-01 10:00", false, false, NotCounted.RepeatContact)]
    [InlineData("2027-03-01 10:00", false, false, NotCounted.RepeatContact)] // open for long: R-ENQ-14
    [InlineData("2026-11-14 10:00", true, false, NotCounted.SameHousehold)] // within six months
    [InlineData("2026-11-16 10:00", true, true, null)] // more than six months apart
    public async Task M_OFS_03_a_household_counts_once(
        string again,
        bool closed,
        bool counted,
        NotCounted? why
    )
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var first = await desk.EnquireAsync();
        if (closed)
            Assert.True(
                (await desk.CloseAsync(first.CaseId, Closing.RedirectedPrivateFostering)).Ok
            );

        host.Clock.Set(again);
        var second = await desk.EnquireAsync();

        var enquiry = await desk.EnquiryAsync(second.CaseId);
        Assert.Equal((counted, why), (enquiry.Counted, enquiry.NotCounted));
        Assert.True((await desk.EnquiryAsync(first.CaseId)).Counted);
        Assert.Equal(EnquiryState.Received, enquiry.State);
        var told = (await desk.HistoryAsync(second.CaseId)).Where(h =>
            h.Kind == "enquiry.not-counted"
        );
        Assert.Equal(counted ? 0 : 1, told.Count());
        Assert.All(told, h => Assert.False(h.IsTold));
    }

    [Fact]
    public async Task Different_people_are_said_once_and_never_asked_about_again()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var one = await desk.EnquireAsync();
        var other = await desk.EnquireAsync();
        Assert.False((await desk.DismissAsync(one.CaseId, other.CaseId, DeskStage.Assessor)).Ok);

        Assert.True((await desk.DismissAsync(other.CaseId, one.CaseId)).Ok);

        Assert.Empty(await desk.AlikeAsync(one.CaseId));
        Assert.Empty(await desk.AlikeAsync(other.CaseId, DeskStage.Manager));
        Assert.Contains(
            $"{DeskStage.Officer} said so already on 15 May 2026",
            (await desk.DismissAsync(one.CaseId, other.CaseId, DeskStage.Manager)).Reasons
        );
        Assert.False((await desk.MergeAsync(one.CaseId, other.CaseId)).Ok);
        Assert.Contains(await desk.HistoryAsync(one.CaseId), h => h.Kind == "enquiry.not-same");
        Assert.Contains(await desk.HistoryAsync(other.CaseId), h => h.Kind == "enquiry.not-same");
    }

    [Fact]
    public async Task R_ENQ_14_a_wrong_no_is_taken_back_and_the_two_are_alike_again()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var one = await desk.EnquireAsync();
        var other = await desk.EnquireAsync();
        Assert.False((await desk.LookAgainAsync(one.CaseId, other.CaseId)).Ok);
        Assert.True((await desk.DismissAsync(one.CaseId, other.CaseId)).Ok);
        Assert.False((await desk.LookAgainAsync(one.CaseId, other.CaseId, DeskStage.Assessor)).Ok);

        var again = await desk.LookAgainAsync(other.CaseId, one.CaseId);

        Assert.True(again.Ok, again.Reasons);
        Assert.Equal(other.CaseId, Assert.Single(await desk.AlikeAsync(one.CaseId)).CaseId);
        Assert.Contains(await desk.HistoryAsync(one.CaseId), h => h.Kind == "enquiry.look-again");
        var merged = await desk.MergeAsync(one.CaseId, other.CaseId);
        Assert.True(merged.Ok, merged.Reasons);
    }

    [Fact]
    public async Task M_OFS_03_what_is_closed_as_a_duplicate_by_hand_is_not_counted()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var sent = await desk.EnquireAsync();
        Assert.True((await desk.EnquiryAsync(sent.CaseId)).Counted);

        Assert.True((await desk.CloseAsync(sent.CaseId, Closing.Duplicate)).Ok);

        var enquiry = await desk.EnquiryAsync(sent.CaseId);
        Assert.Equal((false, NotCounted.Duplicate), (enquiry.Counted, enquiry.NotCounted));
    }

    public sealed class OnSqlite(SqliteHost host) : DuplicateTests(host), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : DuplicateTests(host),
            IClassFixture<PostgresHost>;
}
