using Foster.TestKit;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Enquiries;

/// <summary>What staff write down is stored once, however often it is sent.</summary>
public abstract class TwiceTests(FosterHost host)
{
    private DateTime Now => host.Clock.GetUtcNow().UtcDateTime;

    [Fact]
    public async Task R_ENQ_03_the_same_call_written_down_again_answers_with_the_first_enquiry()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var first = await WrittenAsync(desk, Call(desk));
        host.Clock.Set("2026-05-15 10:20");

        var second = await WrittenAsync(
            desk,
            Call(
                desk,
                DeskStage.Zoe with
                {
                    GivenName = "ZOE",
                    Email = "Zoe@Foster.example",
                    Telephone = "0151 496 0901",
                }
            ) with
            {
                WhenToCall = "in the morning",
            }
        );

        Assert.True(second.Already);
        Assert.False(first.Already);
        Assert.Equal(first with { Already = true }, second);
        Assert.Equal(1, await CountAsync(desk));
    }

    [Fact]
    public async Task R_ENQ_11_13_what_decides_the_road_is_never_taken_for_said_already()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        await WrittenAsync(desk, Call(desk));

        var corrected = await WrittenAsync(
            desk,
            Call(desk) with
            {
                Connected = true,
                ConnectionWithWhom = "A councillor",
            }
        );
        var knows = await WrittenAsync(desk, Call(desk) with { KnowsChild = true });
        var again = await WrittenAsync(desk, Call(desk) with { KnowsChild = true });

        Assert.Equal((false, true), (corrected.Already, corrected.Restricted));
        // It ended at once as the team manager's, and is the same call all the same.
        Assert.Equal((false, true), (knows.Already, again.Already));
        Assert.Equal(knows.CaseId, again.CaseId);
    }

    [Fact]
    public async Task Another_call_is_another_enquiry()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var first = await WrittenAsync(desk, Call(desk));
        SubmitEnquiryInput[] others =
        [
            Call(desk, DeskStage.Zoe with { FamilyName = "Demo-Miller" }),
            Call(desk, DeskStage.Zoe with { DateOfBirth = null }),
            Call(desk, DeskStage.Zoe with { Telephone = null }),
            Call(desk) with
            {
                Partner = DeskStage.Zoe with { GivenName = "Sam", Email = null },
            },
            Call(desk) with
            {
                ReceivedAt = Now.AddDays(-1),
            },
        ];
        foreach (var other in others)
            Assert.False((await WrittenAsync(desk, other)).Already);
        Assert.False((await WrittenAsync(desk, Call(desk), DeskStage.Intake)).Already);
        // What the public sends is guarded by its journey.
        Assert.False((await desk.EnquireAsync(Call(desk))).Already);
        Assert.Equal(8, await CountAsync(desk));

        Assert.True(
            (await desk.CloseAsync(first.CaseId, Closing.RedirectedPrivateFostering)).Ok,
            "It is closed"
        );
        Assert.False((await WrittenAsync(desk, Call(desk))).Already);
        host.Clock.Set("2026-05-15 11:30");
        Assert.False((await WrittenAsync(desk, Call(desk))).Already);
    }

    [Fact]
    public async Task R_SOD_08_of_a_restricted_enquiry_its_writer_is_told_the_same_again()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var call = Call(desk) with { Connected = true, ConnectionWithWhom = "A councillor" };

        var first = await WrittenAsync(desk, call);
        var second = await WrittenAsync(desk, call);

        Assert.True(first.Restricted);
        Assert.Equal(first with { Already = true }, second);
    }

    [Fact]
    public async Task Of_many_that_are_sent_at_once_one_is_stored()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();

        var all = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => WrittenAsync(desk, Call(desk)))
        );

        Assert.Single(all.Select(a => a.Reference).Distinct());
        Assert.Single(all, a => !a.Already);
        Assert.Equal(1, await CountAsync(desk));
        var caseId = all[0].CaseId;
        var logged = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => desk.ContactAsync(caseId, Now, reached: false))
        );
        Assert.All(logged, l => Assert.True(l.Ok, l.Reasons));
        Assert.Equal(1, await ContactsAsync(desk, caseId));
    }

    [Fact]
    public async Task A_contact_is_another_one_where_anything_of_it_is_different()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var caseId = (await desk.EnquireAsync()).CaseId;
        host.Clock.Set("2026-05-15 12:00");
        var contact = new LogContactInput(
            caseId,
            Now.AddMinutes(-30),
            ContactMethod.Telephone,
            Reached: false,
            "No answer",
            null
        );
        LogContactInput[] logged =
        [
            contact,
            contact,
            contact with
            {
                At = contact.At.AddSeconds(20),
            },
            contact with
            {
                At = contact.At.AddMinutes(1),
            },
            contact with
            {
                Method = ContactMethod.Email,
            },
            contact with
            {
                Outcome = "Left a message",
            },
            contact with
            {
                Note = "The line was bad",
            },
            contact with
            {
                Reached = true,
            },
        ];
        foreach (var one in logged)
            Assert.True((await LogAsync(desk, one, DeskStage.Officer)).Ok);
        Assert.True((await LogAsync(desk, contact, DeskStage.Intake)).Ok);

        Assert.Equal(7, await ContactsAsync(desk, caseId));
    }

    private static SubmitEnquiryInput Call(DeskStage desk, NewPerson? who = null) =>
        desk.Input(who) with
        {
            Channel = Channel.Telephone,
        };

    private static async Task<SubmittedEnquiry> WrittenAsync(
        DeskStage desk,
        SubmitEnquiryInput input,
        string by = DeskStage.Officer
    )
    {
        var sent = await desk.AsAsync(
            by,
            (s, actor) => s.GetRequiredService<SubmitEnquiry>().RunAsync(input, actor, default)
        );
        Assert.True(sent.Ok, sent.Reasons);
        return sent.Value;
    }

    private static Task<Result> LogAsync(DeskStage desk, LogContactInput input, string by) =>
        desk.AsAsync(
            by,
            (s, actor) => s.GetRequiredService<LogContact>().RunAsync(input, actor, default)
        );

    private static Task<int> CountAsync(DeskStage desk) =>
        desk.ReadAsync(db => db.Set<Enquiry>().CountAsync(e => e.CouncilId == desk.Council.Id));

    private static Task<int> ContactsAsync(DeskStage desk, Guid caseId) =>
        desk.ReadAsync(db => db.Set<EnquiryContact>().CountAsync(c => c.CaseId == caseId));

    public sealed class OnSqlite(SqliteHost on) : TwiceTests(on), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost on) : TwiceTests(on), IClassFixture<PostgresHost>;
}
