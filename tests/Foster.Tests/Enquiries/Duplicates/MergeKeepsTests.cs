using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Features.Enquiries.Duplicates;
using Foster.Web.Features.Enquiries.LookUps;
using Foster.Web.Features.Enquiries.Nurturing;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Enquiries.Duplicates;

/// <summary>R-ENQ-14: a merge loses nothing of what was known, and what it cannot carry stands against it.</summary>
public abstract class MergeKeepsTests(FosterHost host)
{
    private static readonly string Long = string.Join(' ', Enumerable.Repeat("because", 480));

    private DateTime Now => host.Clock.GetUtcNow().UtcDateTime;

    [Fact]
    public async Task R_ENQ_14_everything_that_only_the_merged_one_knew_is_carried_over()
    {
        var desk = await DeskAsync();
        var first = await desk.EnquireAsync(
            desk.Input(DeskStage.Zoe with { DateOfBirth = null }) with
            {
                Interests = ["Long term"],
            }
        );
        host.Clock.Set("2026-05-15 11:00");
        var second = await desk.EnquireAsync(
            desk.Input() with
            {
                SpareRooms = 3,
                Household = [new("Kit", "Demo-Müller", new(2015, 5, 3), null, null, "Son")],
            }
        );
        await desk.WalkToAsync(second.CaseId, EnquiryState.InfoSent, Now, host.Clock.Today);
        await LookedUpAsync(desk, second.CaseId);
        await InterestedAsync(desk, second.CaseId);

        var merged = await desk.MergeAsync(first.CaseId, second.CaseId);

        Assert.True(merged.Ok, merged.Reasons);
        var carried = await desk.CarriedAsync(first.CaseId);
        Assert.Equal(
            [
                "Kit Demo-Müller, in the household, Son, born 3 May 2015",
                "Zoë Demo-Müller: born 29 February 1984",
            ],
            carried.Where(f => f.Kind is CarriedKind.Person).Select(f => f.Text).Order()
        );
        Assert.Contains(carried, f => f.Text == "Spare rooms: 3");
        Assert.Contains(
            carried,
            f => f.Text == "Information: Pack 2026-1, sent 15 May 2026 by email"
        );
        Assert.Equal(
            "Known, without a concern\nKnown as a childminder",
            carried.Single(f => f.Kind is CarriedKind.LookUp).Text
        );
        var interest = carried.Where(f => f.Kind is CarriedKind.Interest).ToList();
        Assert.True(interest.Count > 1);
        Assert.All(interest, f => Assert.True(f.Text.Length <= CarriedFact.LongestText));
        var words = interest.SelectMany(f => f.Text.Split([' ', '\n'])).ToList();
        Assert.Equal(960, words.Count(w => w == "because"));
        Assert.Contains(interest, f => f.Text.Contains("Smokes: No\nDrives: Yes"));
    }

    [Fact]
    public async Task What_came_from_a_third_enquiry_goes_along_and_merges_are_undone_one_after_the_other()
    {
        var desk = await DeskAsync();
        var oldest = await desk.EnquireAsync();
        host.Clock.Set("2026-05-15 11:00");
        var middle = await desk.EnquireAsync();
        host.Clock.Set("2026-05-15 12:00");
        var latest = await desk.EnquireAsync(desk.Input() with { WhenToCall = "mornings" });
        Assert.True((await desk.MergeAsync(middle.CaseId, latest.CaseId)).Ok);

        Assert.True((await desk.MergeAsync(oldest.CaseId, middle.CaseId)).Ok);

        var fact = Assert.Single(await desk.CarriedAsync(oldest.CaseId));
        Assert.Equal(("When to call: mornings", latest.Reference), (fact.Text, fact.FromReference));
        Assert.Contains("Undo that merge first", (await desk.UndoAsync(latest.CaseId)).Reasons);
        Assert.True((await desk.UndoAsync(middle.CaseId)).Ok);
        Assert.Empty(await desk.CarriedAsync(oldest.CaseId));
        Assert.Single(await desk.CarriedAsync(middle.CaseId));
        Assert.True((await desk.UndoAsync(latest.CaseId)).Ok);
        Assert.Empty(await desk.CarriedAsync(middle.CaseId));
    }

    [Fact]
    public async Task R_ENQ_12_a_transfer_only_in_the_one_that_ends_stands_against_it_until_the_other_has_one()
    {
        var desk = await DeskAsync();
        var first = await desk.EnquireAsync();
        host.Clock.Set("2026-05-15 11:00");
        var second = await desk.EnquireAsync(
            desk.Input() with
            {
                CurrentService = "Example Fostering",
                ChildrenPlaced = true,
            }
        );

        var refused = await desk.MergeAsync(first.CaseId, second.CaseId);
        Assert.Contains($"Open the transfer on {first.Reference} first", refused.Reasons);
        Assert.True((await desk.EnquiryAsync(second.CaseId)).IsOpen);
        var opened = await desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetRequiredService<OpenTransfer>()
                    .RunAsync(new(first.CaseId, "Example Fostering", true), actor, default)
        );
        Assert.True(opened.Ok, opened.Reasons);

        var merged = await desk.MergeAsync(first.CaseId, second.CaseId);

        Assert.True(merged.Ok, merged.Reasons);
        var carried = await desk.CarriedAsync(first.CaseId);
        Assert.Equal(
            "Moves from Example Fostering, with a child placed",
            carried.Single(f => f.Kind is CarriedKind.Transfer).Text
        );
        Assert.Contains(
            carried,
            f => f.Text == "Fosters for another service now: Example Fostering, with a child placed"
        );
    }

    [Fact]
    public async Task R_ENQ_14_the_enquiry_of_two_goes_on_though_it_is_younger()
    {
        var desk = await DeskAsync();
        var alone = await desk.EnquireAsync();
        host.Clock.Set("2026-05-15 11:00");
        var together = await TogetherAsync(desk);

        var merged = await desk.MergeAsync(alone.CaseId, together.CaseId);

        Assert.True(merged.Ok, merged.Reasons);
        Assert.Equal(together.CaseId, (await desk.EnquiryAsync(alone.CaseId)).MergedInto);
        Assert.True((await desk.EnquiryAsync(together.CaseId)).Counted);
    }

    [Fact]
    public async Task R_ENQ_14_a_partner_is_not_lost_in_one_that_led_to_an_invitation()
    {
        var desk = await DeskAsync();
        var alone = await desk.EnquireAsync();
        await desk.WalkToAsync(alone.CaseId, EnquiryState.VisitCompleted, Now, host.Clock.Today);
        Assert.True((await desk.DecideAsync(alone.CaseId, true)).Ok);
        host.Clock.Set("2026-05-15 11:00");
        var together = await TogetherAsync(desk);

        var refused = await desk.MergeAsync(alone.CaseId, together.CaseId);

        Assert.Contains(
            $"Add the partner to the application of {alone.Reference} first",
            refused.Reasons
        );
        Assert.True((await desk.EnquiryAsync(together.CaseId)).IsOpen);
    }

    [Fact]
    public async Task M_HUB_10_undoing_a_merge_puts_them_back_onto_the_nurture_list()
    {
        var desk = await DeskAsync();
        var first = await desk.EnquireAsync();
        host.Clock.Set("2026-05-15 11:00");
        var second = await desk.EnquireAsync();
        await desk.WalkToAsync(second.CaseId, EnquiryState.InfoSent, Now, host.Clock.Today);
        var before = await NurturesAsync(desk, second.CaseId);
        Assert.Equal((true, null), (before.IsLive, before.EndedOn));
        Assert.True((await desk.MergeAsync(first.CaseId, second.CaseId)).Ok);
        Assert.False((await NurturesAsync(desk, second.CaseId)).IsLive);

        Assert.True((await desk.UndoAsync(second.CaseId)).Ok);

        var after = await NurturesAsync(desk, second.CaseId);
        Assert.Equal(
            (before.Id, true, null, before.AskOn),
            (after.Id, after.IsLive, after.EndedOn, after.AskOn)
        );
    }

    [Fact]
    public async Task R_ENQ_14_what_a_switchboard_shares_does_not_crowd_out_a_match()
    {
        var desk = await DeskAsync();
        const string switchboard = "+441514960988";
        var crowd = KeysOf(switchboard, null).Single().Digest;
        // The match comes after the crowd in the order of the question.
        var email = Enumerable
            .Range(0, 1_000)
            .Select(i => $"una{i}@foster.example")
            .First(e => string.CompareOrdinal(KeysOf(null, e).Single().Digest, crowd) > 0);
        var one = await desk.EnquireAsync(
            desk.Input(new("Una", "Demo-Office", null, email, switchboard))
        );
        var other = await desk.EnquireAsync(
            desk.Input(new("Oona", "Demo-Bureau", null, email, switchboard)) with
            {
                Address = null,
            }
        );
        await CrowdAsync(desk, switchboard, 700);

        var alike = Assert.Single(await desk.AlikeAsync(one.CaseId));

        Assert.Equal((other.CaseId, "email"), (alike.CaseId, alike.Words));
    }

    private async Task<DeskStage> DeskAsync()
    {
        host.Clock.Set("2026-05-15 10:00");
        return await new DeskStage(host).OpenAsync();
    }

    private static Task<SubmittedEnquiry> TogetherAsync(DeskStage desk) =>
        desk.EnquireAsync(
            desk.Input() with
            {
                Partner = new("Sam", "Demo-Fir", new(1985, 6, 1), "sam@foster.example", null),
            }
        );

    private static Task<Nurture> NurturesAsync(DeskStage desk, Guid caseId) =>
        desk.ReadAsync(db => db.Set<Nurture>().AsNoTracking().SingleAsync(n => n.CaseId == caseId));

    private async Task LookedUpAsync(DeskStage desk, Guid caseId)
    {
        var looked = await desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetRequiredService<RecordLookUp>()
                    .RunAsync(
                        new(
                            caseId,
                            true,
                            host.Clock.Today,
                            LookUpOutcome.NoConcern,
                            "Known as a childminder"
                        ),
                        actor,
                        default
                    )
        );
        Assert.True(looked.Ok, looked.Reasons);
    }

    private static async Task InterestedAsync(DeskStage desk, Guid caseId)
    {
        var interested = await desk.AsHolderAsync(
            caseId,
            (s, actor) =>
                s.GetRequiredService<SubmitInterest>()
                    .RunAsync(
                        new(
                            caseId,
                            null,
                            DeskSteps.Answers with
                            {
                                Motivation = Long,
                                Experience = Long,
                            },
                            null,
                            false,
                            null
                        ),
                        actor,
                        default
                    )
        );
        Assert.True(interested.Ok, interested.Reasons);
    }

    private static IReadOnlyList<PersonKey> KeysOf(string? telephone, string? email) =>
        PersonKey.Of(
            new Person
            {
                CouncilId = Guid.Empty,
                GivenName = "A",
                FamilyName = "B",
                Telephone = telephone,
                Email = email,
            }
        );

    /// <summary>So many people on record with one number.</summary>
    private static Task<int> CrowdAsync(DeskStage desk, string telephone, int people) =>
        desk.ReadAsync(async db =>
        {
            for (var i = 0; i < people; i++)
            {
                var person = new Person
                {
                    CouncilId = desk.Council.Id,
                    GivenName = $"Crowd{i}",
                    FamilyName = "Demo-Crowd",
                    Telephone = telephone,
                };
                db.Add(person);
                db.AddRange(PersonKey.Of(person));
            }
            return await db.SaveChangesAsync();
        });

    public sealed class OnSqlite(SqliteHost host)
        : MergeKeepsTests(host),
            IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : MergeKeepsTests(host),
            IClassFixture<PostgresHost>;
}
