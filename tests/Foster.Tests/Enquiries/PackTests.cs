using Foster.TestKit;
using Foster.Web.Features.Enquiries;
using Foster.Web.Features.Enquiries.Packs;
using Foster.Web.Features.Operate.Councils;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Enquiries;

/// <summary>Information packs by version: what was sent to whom, when and how (T-ENQ-02, R-ENQ-04).</summary>
public abstract class PackTests(FosterHost host)
{
    private DateTime Now => host.Clock.GetUtcNow().UtcDateTime;

    [Fact]
    public async Task R_ENQ_04_an_administrator_is_told_until_there_is_a_pack_to_send()
    {
        host.Clock.Set("2026-11-04 10:00");
        var desk = await new DeskStage(host).OpenAsync();

        var missing = Assert.Single(await NeedsAsync());
        Assert.Equal(
            ("Information pack", "To do", PackLinks.Admin),
            (missing.Title, missing.Status, missing.Href)
        );
        await desk.APackAsync("2026-03");

        Assert.Empty(await NeedsAsync());

        async Task<IReadOnlyList<SetUpTask>> NeedsAsync() =>
            (
                await desk.AsAsync(
                    DeskStage.Administrator,
                    (s, actor) =>
                        s.GetRequiredService<SetUpReads>()
                            .MissingAsync(desk.Council, actor, default)
                )
            )
                .Where(t => t.Title == "Information pack")
                .ToList();
    }

    [Fact]
    public async Task T_ENQ_02_the_version_the_day_and_the_way_stand_on_the_enquiry_and_in_the_queue()
    {
        host.Clock.Set("2026-11-04 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var pack = await desk.APackAsync("2026-03");
        var made = await desk.EnquireAsync();
        Assert.True((await desk.ContactAsync(made.CaseId, Now)).Ok);

        var sent = await SendAsync(desk, made.CaseId, pack, PackWay.Email);

        Assert.True(sent.Ok, sent.Reasons);
        var row = await desk.ReadAsync(db =>
            db.Set<PackSending>().AsNoTracking().SingleAsync(s => s.CaseId == made.CaseId)
        );
        Assert.Equal(
            (pack, "2026-03", PackWay.Email, new DateOnly(2026, 11, 4), DeskStage.Officer),
            (row.PackId, row.Label, row.Way, row.On, row.By)
        );
        var queue = await desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetRequiredService<EnquiryQueueReads>()
                    .PageAsync(new(null, null, DueWithin.Any, false, null), null, actor, default)
        );
        var line = Assert.Single(queue.Lines);
        Assert.Equal(
            "Pack 2026-03, sent 4 November 2026 by email",
            PackWords.Sent(line.PackVersion, line.InfoSentOn, line.PackWay)
        );
        Assert.Equal(
            DeadlineStatus.Met,
            (await desk.DeadlineAsync(made.CaseId, DeadlineRules.InformationPack)).Status
        );
        Assert.Contains(
            "enquiry.pack",
            await desk.ReadAsync(db =>
                db.Set<OutboxMessage>()
                    .Where(m => m.CaseId == made.CaseId)
                    .Select(m => m.Kind)
                    .ToListAsync()
            )
        );
    }

    [Fact]
    public async Task A_pack_of_another_council_one_of_later_and_none_are_refused()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var other = await new DeskStage(host).OpenAsync();
        var theirs = await other.APackAsync();
        var later = await desk.APackAsync("2026-06", new(2026, 6, 1));
        var made = await desk.EnquireAsync();
        Assert.True((await desk.ContactAsync(made.CaseId, Now)).Ok);

        foreach (
            var (pack, field) in new[] { (theirs, "pack"), (Guid.NewGuid(), "pack"), (later, "on") }
        )
        {
            var refused = await SendAsync(desk, made.CaseId, pack, PackWay.Post);
            Assert.Equal(field, Assert.Single(refused.Refusals).Field);
        }
        Assert.Equal(EnquiryState.Contacted, (await desk.EnquiryAsync(made.CaseId)).State);
    }

    [Fact]
    public async Task By_email_it_goes_only_to_somebody_who_has_one()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var pack = await desk.APackAsync();
        var made = await desk.EnquireAsync(
            desk.Input(new("Ned", "Demo-Paper", new(1970, 1, 2), null, "0151 496 0999"))
        );
        Assert.True((await desk.ContactAsync(made.CaseId, Now)).Ok);

        Assert.Equal(
            "way",
            Assert.Single((await SendAsync(desk, made.CaseId, pack, PackWay.Email)).Refusals).Field
        );
        Assert.True((await SendAsync(desk, made.CaseId, pack, PackWay.Post)).Ok);
    }

    [Theory]
    [InlineData("2026-1", "Words", null, "label")]
    [InlineData("2026-2", " ", null, "words")]
    [InlineData("2026-2", "Words", "http://example.org/pack", "link")]
    [InlineData("2026-2", "Words", "javascript:alert(1)", "link")]
    [InlineData(" ", "Words", null, "label")]
    public async Task A_version_is_named_once_and_says_something(
        string label,
        string words,
        string? link,
        string field
    )
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        await desk.APackAsync("2026-1");

        var refused = await AddAsync(desk, DeskStage.Administrator, label, words, link);

        Assert.Equal(field, Assert.Single(refused.Refusals).Field);
    }

    [Fact]
    public async Task Only_an_administrator_adds_a_version_and_the_newest_whose_day_has_come_is_sent()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        foreach (var name in new[] { DeskStage.Officer, DeskStage.Manager })
            Assert.False((await AddAsync(desk, name, "2026-9", "Words", null)).Ok);
        await desk.APackAsync("old", new(2020, 1, 1));
        await desk.APackAsync("new", new(2026, 5, 15));
        await desk.APackAsync("later", new(2026, 5, 16));

        var now = await desk.AsAsync(
            DeskStage.Officer,
            (s, actor) => s.GetRequiredService<PackReads>().ToSendAsync(actor.CouncilId, default)
        );

        Assert.Equal(["new", "old"], now.Select(p => p.Label));
    }

    private Task<Result> SendAsync(DeskStage desk, Guid caseId, Guid pack, PackWay way) =>
        desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetRequiredService<RecordPackSent>()
                    .RunAsync(new(caseId, pack, way, host.Clock.Today), actor, default)
        );

    private static Task<Result<Guid>> AddAsync(
        DeskStage desk,
        string name,
        string label,
        string words,
        string? link
    ) =>
        desk.AsAsync(
            name,
            (s, actor) =>
                s.GetRequiredService<AddPack>()
                    .RunAsync(new("Title", label, new(2026, 1, 5), words, link), actor, default)
        );

    public sealed class OnSqlite(SqliteHost host) : PackTests(host), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : PackTests(host),
            IClassFixture<PostgresHost>;
}
