using Foster.TestKit;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Enquiries;

/// <summary>The queue is found by what a caller says, and narrowed to what nobody has.</summary>
public abstract class QueueSearchTests(FosterHost host)
{
    [Fact]
    public async Task A_caller_is_found_by_number_address_postcode_reference_and_name()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var zoe = await desk.EnquireAsync();
        var brian = await desk.EnquireAsync(
            desk.Input(
                new("Brian", "O’Brien-Aspen", null, "brian@foster.example", "+447700900123")
            ) with
            {
                Address = new NewAddress("9 Example Road", "Harbourside", "CH42 2BB"),
                Partner = new("Denis", "Demo-O'Hara", null, null, "+447700900124"),
            }
        );
        var parts = zoe.Reference.Split('-');
        (string Typed, Guid? Found)[] said =
        [
            ("0151 496 0901", zoe.CaseId),
            ("+44 (0)151 496 0901", zoe.CaseId),
            ("07700 900123", brian.CaseId),
            ("07700900124", brian.CaseId),
            ("07700 900125", null),
            (" ZOE@foster.example ", zoe.CaseId),
            ("zoe@foster", null),
            ("ch41 1aa", zoe.CaseId),
            ("CH422BB", brian.CaseId),
            ("CH43 3CC", null),
            (zoe.Reference.ToLowerInvariant(), zoe.CaseId),
            (string.Concat(parts), zoe.CaseId),
            ($"{parts[0]}-{parts[1]}", zoe.CaseId),
            ($"{parts[0]} {parts[1]}".ToLowerInvariant(), zoe.CaseId),
            ($"{parts[0]}{parts[1]}{parts[2][..2]}", zoe.CaseId),
            ("Demo-Müller Zoë", zoe.CaseId),
            ("muller zoe", zoe.CaseId),
            ("Obrien", brian.CaseId),
            ("O'Brien", brian.CaseId),
            ("aspen brian", brian.CaseId),
            ("demo-ohara denis", brian.CaseId),
            ("zoe obrien", null),
            ("'", null),
        ];
        foreach (var (typed, found) in said)
            Assert.Equal((typed, found), (typed, await FoundAsync(desk, typed)));
    }

    [Fact]
    public async Task Nobody_finds_an_enquiry_of_another_council_or_one_that_is_closed_to_them()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var other = await new DeskStage(host).OpenAsync();
        var theirs = await other.EnquireAsync();
        var hidden = await desk.EnquireAsync(
            desk.Input() with
            {
                Connected = true,
                ConnectionWithWhom = "A councillor",
            }
        );
        foreach (
            var text in new[]
            {
                "zoe",
                "0151 496 0901",
                "zoe@foster.example",
                "CH41 1AA",
                hidden.Reference,
                theirs.Reference,
            }
        )
            Assert.Null(await FoundAsync(desk, text));
        Assert.Equal(hidden.CaseId, await FoundAsync(desk, "0151 496 0901", DeskStage.Intake));
    }

    [Fact]
    public async Task What_nobody_has_is_a_list_of_its_own()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var (held, free) = ((await desk.EnquireAsync()).CaseId, (await desk.EnquireAsync()).CaseId);
        var named = await desk.AsAsync(
            DeskStage.Manager,
            (s, actor) =>
                s.GetRequiredService<NameOfficer>()
                    .RunAsync(new(held, desk.IdOf(DeskStage.Officer)), actor, default)
        );
        Assert.True(named.Ok, named.Reasons);

        Assert.Equal([free], await OfAsync(desk, Everything with { Unheld = true }));
        Assert.Equal([held], await OfAsync(desk, Everything with { Mine = true }));
        Assert.False((Everything with { Unheld = true }).IsEmpty);
    }

    private static EnquiryFilter Everything { get; } = new(null, null, DueWithin.Any, false, null);

    private static async Task<Guid?> FoundAsync(
        DeskStage desk,
        string text,
        string by = DeskStage.Officer
    )
    {
        var found = await OfAsync(desk, Everything with { Text = text }, by);
        Assert.InRange(found.Count, 0, 1);
        return found.Count == 0 ? null : found[0];
    }

    private static Task<List<Guid>> OfAsync(
        DeskStage desk,
        EnquiryFilter filter,
        string by = DeskStage.Officer
    ) =>
        desk.AsAsync(
            by,
            async (s, actor) =>
                (
                    await s.GetRequiredService<EnquiryQueueReads>()
                        .PageAsync(filter, null, actor, default)
                )
                    .Lines.Select(l => l.CaseId)
                    .ToList()
        );

    public sealed class OnSqlite(SqliteHost on) : QueueSearchTests(on), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost on)
        : QueueSearchTests(on),
            IClassFixture<PostgresHost>;
}
