using Foster.TestKit;
using Foster.Tests.Enquiries;
using Foster.Tests.Enquiries.Sources;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Features.Events;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Foster.Tests.Events.EventStage;

namespace Foster.Tests.Events;

/// <summary>
/// M-HUB-09: the link that brought somebody to a booking stays theirs when they enquire, and what anybody of the
/// applicants booked belongs to the enquiry. The clock stands on Friday 15 May 2026.
/// </summary>
public abstract class BookingTouchTests(FosterHost host)
{
    private const string Telephone = "+441514960777";

    [Theory]
    [InlineData(EventKind.DropIn, true, EnquirySource.Radio, EnquirySource.Event)]
    [InlineData(EventKind.DropIn, false, EnquirySource.Event, EnquirySource.Event)]
    [InlineData(EventKind.CallBack, true, EnquirySource.Radio, EnquirySource.Radio)]
    [InlineData(EventKind.CallBack, false, EnquirySource.Press, EnquirySource.Press)]
    public async Task M_HUB_09_the_link_that_brought_them_to_a_booking_is_the_first_touch(
        EventKind kind,
        bool byLink,
        EnquirySource first,
        EnquirySource last
    )
    {
        var stage = await OpenAsync(host);
        var key = SourceStage.Key();
        var campaign = await stage.Desk.EnteredAsync(key);
        var id = await stage.EnteredAsync(Plan(kind));
        await BookAsync(stage, id, "zoe@foster.example", null, byLink ? key : null);

        var sent = await stage.Desk.EnquireAsync(
            stage.Desk.Input() with
            {
                HowHeard = "A newspaper or magazine",
            }
        );

        var made = await stage.Desk.EnquiryAsync(sent.CaseId);
        Assert.Equal((first, last), (made.FirstSource!.Value, made.LastSource!.Value));
        Assert.Equal(byLink ? campaign : null, made.FirstCampaignId);
    }

    [Fact]
    public async Task M_HUB_09_a_later_link_stays_the_last_touch()
    {
        var stage = await OpenAsync(host);
        var (bus, ad) = (SourceStage.Key(), SourceStage.Key());
        var busId = await stage.Desk.EnteredAsync(bus);
        var adId = await stage.Desk.EnteredAsync(ad, EnquirySource.SearchAd);
        var id = await stage.EnteredAsync(Plan());
        await BookAsync(stage, id, "ada@foster.example", null, bus);

        var made = await stage.Desk.FromAsync(host, "ada", ad);

        Assert.Equal((busId, adId), (made.FirstCampaignId, made.LastCampaignId));
        Assert.Equal(
            (EnquirySource.Radio, EnquirySource.SearchAd),
            (made.FirstSource, made.LastSource)
        );
    }

    [Fact]
    public async Task M_HUB_09_what_either_applicant_booked_by_address_or_number_belongs_to_the_enquiry()
    {
        var stage = await OpenAsync(host);
        var id = await stage.EnteredAsync(Plan());
        await BookAsync(stage, id, "Sam@foster.example", null);
        await BookAsync(stage, id, "sams.other@foster.example", Telephone);
        await BookAsync(stage, id, "nobody@foster.example", "+441514960778");

        var sent = await stage.Desk.EnquireAsync(Joint(stage));

        Assert.Equal(
            [
                ("nobody@foster.example", null),
                ("sam@foster.example", sent.CaseId),
                ("sams.other@foster.example", sent.CaseId),
            ],
            await BookingsAsync(stage, id)
        );
    }

    [Fact]
    public async Task M_HUB_09_a_booking_after_the_enquiry_is_known_by_the_number_of_either_too()
    {
        var stage = await OpenAsync(host);
        var sent = await stage.Desk.EnquireAsync(Joint(stage));
        var id = await stage.EnteredAsync(Plan());
        await BookAsync(stage, id, "sams.other@foster.example", Telephone);
        await BookAsync(stage, id, "sam@foster.example", null);
        await BookAsync(stage, id, "nobody@foster.example", "+441514960778");

        Assert.Equal(
            [
                ("nobody@foster.example", null),
                ("sam@foster.example", sent.CaseId),
                ("sams.other@foster.example", sent.CaseId),
            ],
            await BookingsAsync(stage, id)
        );
    }

    [Fact]
    public async Task M_HUB_09_a_number_that_somebody_else_booked_with_brings_their_booking_to_no_other_family()
    {
        var stage = await OpenAsync(host);
        var id = await stage.EnteredAsync(Plan());
        await BookAsync(stage, id, "priya@foster.example", Telephone, name: "Priya");

        var family = await stage.Desk.EnquireAsync(Joint(stage));

        Assert.Equal([("priya@foster.example", null)], await BookingsAsync(stage, id));
        await BookAsync(stage, id, "priya.work@foster.example", Telephone, name: "Priya");
        // What they typed there as their first name may be their whole name.
        await BookAsync(stage, id, "sam.work@foster.example", Telephone, name: "sam demo-partner");
        await BookAsync(stage, id, "samira@foster.example", Telephone, name: "Samira");
        var own = await stage.Desk.EnquireAsync(
            stage.Desk.Input(
                new NewPerson(
                    "Priya",
                    "Demo-Shah",
                    new DateOnly(1990, 1, 1),
                    "priya@foster.example",
                    null
                )
            )
        );
        Assert.Equal(
            [
                ("priya.work@foster.example", null),
                ("priya@foster.example", own.CaseId),
                ("sam.work@foster.example", family.CaseId),
                ("samira@foster.example", null),
            ],
            (await BookingsAsync(stage, id)).OrderBy(b => b.Item1, StringComparer.Ordinal)
        );
        Assert.Single(await stage.Desk.HistoryAsync(family.CaseId), h => h.Kind == "enquiry.event");
    }

    [Fact]
    public async Task The_page_of_an_event_takes_the_key_in_its_address_along()
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await OpenAsync(host);
        var key = SourceStage.Key();
        var campaign = await stage.Desk.EnteredAsync(key);
        var id = await stage.EnteredAsync(Plan());
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"{EventLinks.Book(id)}?from={key}");
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        page = await page.Form("main form[method=post]:has(input[name=email])")
            .Fill("First name", "Robin")
            .Fill("Email address", "robin@foster.example")
            .Fill("How many of you are coming?", "1")
            .SubmitAsync();

        Assert.Contains("We have your booking", page.Text, StringComparison.Ordinal);
        Assert.Equal(campaign, (await stage.OfAsync(id, "Robin")).FirstCampaignId);
    }

    private static SubmitEnquiryInput Joint(EventStage stage) =>
        stage.Desk.Input() with
        {
            Partner = new NewPerson(
                "Sam",
                "Demo-Partner",
                new DateOnly(1985, 1, 1),
                "sam@foster.example",
                Telephone
            ),
        };

    private Task BookAsync(
        EventStage stage,
        Guid id,
        string email,
        string? telephone,
        string? key = null,
        string name = "Sam"
    ) =>
        host.InScopeAsync(async services =>
        {
            var now = host.Clock.GetUtcNow().UtcDateTime;
            var booked = await services
                .GetRequiredService<BookPlace>()
                .RunAsync(
                    new(
                        id,
                        name,
                        email,
                        telephone
                            ?? (
                                email.StartsWith("zoe", StringComparison.Ordinal)
                                    ? "+441514960779"
                                    : null
                            ),
                        1,
                        null,
                        Came: key is null ? null : new CameBy(key, now, key, now)
                    ),
                    services.GetRequiredService<ActorSource>().Anyone(stage.Desk.Council.Id),
                    default
                );
            Assert.True(booked.Ok, booked.Reasons);
        });

    private static async Task<IReadOnlyList<(string, Guid?)>> BookingsAsync(
        EventStage stage,
        Guid id
    ) =>
        [
            .. (
                await stage.Desk.ReadAsync(db =>
                    db.Set<Booking>()
                        .Where(b => b.EventId == id)
                        .OrderBy(b => b.Email)
                        .Select(b => new { b.Email, b.CaseId })
                        .ToListAsync()
                )
            ).Select(b => (b.Email, b.CaseId)),
        ];

    public sealed class OnSqlite(SqliteHost on) : BookingTouchTests(on), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost on)
        : BookingTouchTests(on),
            IClassFixture<PostgresHost>;
}
