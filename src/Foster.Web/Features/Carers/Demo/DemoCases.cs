using Foster.Web.Features.Assessment;
using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Microsoft.EntityFrameworkCore;
using static Foster.Web.Features.Carers.Demo.DemoPeople;

namespace Foster.Web.Features.Carers.Demo;

/// <summary>Households of the demonstration region at every stage of the road, some of them late.</summary>
public sealed partial class DemoCases(IServiceScopeFactory scopes, LondonClock clock)
    : IDemoScenario
{
    private const string Home = "HAR";
    private const string Other = "WES";

    public int Order => 50;

    public async Task PlayAsync(CancellationToken ct)
    {
        var today = clock.Today;
        var home = await DemoStaff.OfAsync(scopes, Home, ct);
        var other = await DemoStaff.OfAsync(scopes, Other, ct);
        await EnquiriesAsync(home, today);
        await ApplicationsAsync(home, today);
        await PanelAsync(home, today);
        await CarersAsync(home, today);
        await EndedAsync(home, today);
        await OtherCouncilAsync(other, today);
        foreach (var staff in new[] { home, other })
            await PostedAsync(staff.CouncilId, ct);
    }

    private async Task EnquiriesAsync(DemoStaff staff, DateOnly today)
    {
        await To(RoadStage.Enquired, 1, staff, Alone("Bryony", "Alder", 41, today), today);
        var late = await To(
            RoadStage.Enquired,
            8,
            staff,
            Alone("Denis", "Aspen", 52, today),
            today
        );
        await late.TryToContactAsync(late.Dates.Enquired.AddDays(1));
        await To(RoadStage.Contacted, 2, staff, Couple("Ewan", "Faye", "Beech", 38, today), today);
        await To(RoadStage.PackSent, 3, staff, Alone("Greta", "Birch", 47, today), today);
        await To(RoadStage.Interested, 2, staff, Couple("Hugo", "Iona", "Briar", 36, today), today);
        await To(RoadStage.VisitScheduled, 1, staff, Alone("Jarek", "Cedar", 44, today), today);
        await To(RoadStage.Visited, 12, staff, Couple("Kasia", "Leon", "Cherry", 40, today), today);
        await To(RoadStage.Invited, 3, staff, Alone("Mabel", "Clover", 55, today), today);
        await To(
            RoadStage.Contacted,
            1,
            staff,
            Alone("Nerys", "Cypress", 49, today) with
            {
                Channel = Channel.Web,
                ConnectedWith = "My sister is a social worker at the council",
            },
            today
        );
    }

    private async Task ApplicationsAsync(DemoStaff staff, DateOnly today)
    {
        await To(
            RoadStage.Drafting,
            4,
            staff,
            Couple("Olwen", "Percy", "Elder", 39, today)
                .Named("applicant@foster.example", "partner@foster.example"),
            today
        );
        var complete = await To(
            RoadStage.Drafting,
            3,
            staff,
            Alone("Petra", "Eucalyptus", 44, today),
            today
        );
        await complete.CompleteDraftAsync(today.AddDays(-1));
        var moving = await To(
            RoadStage.Submitted,
            5,
            staff,
            Alone("Quentin", "Elm", 58, today),
            today
        );
        await moving.TransferAsync(today.AddDays(-3));
        var former = await To(
            RoadStage.ChecksAsked,
            4,
            staff,
            Alone("Rhona", "Fern", 43, today),
            today
        );
        await former.FosteredElsewhereAsync();
        var referred = await To(
            RoadStage.SomeChecksIn,
            45,
            staff,
            Couple("Stefan", "Tamsin", "Fir", 46, today),
            today
        );
        await referred.AskRefereesAsync();
        await To(RoadStage.DecidedToAssess, 1, staff, Alone("Rufus", "Fig", 48, today), today);
        var doubtful = await To(
            RoadStage.ChecksAsked,
            20,
            staff,
            Alone("Tobias", "Furze", 51, today),
            today
        );
        await doubtful.ProposeRefusalAsync(today.AddDays(-2));
        await To(RoadStage.Stage1Complete, 3, staff, Alone("Ursula", "Gorse", 50, today), today);
        await To(RoadStage.Stage1Complete, 20, staff, Alone("Vikram", "Hazel", 37, today), today);
        await To(
            RoadStage.Stage1Passed,
            15,
            staff,
            Couple("Wanda", "Xavier", "Heather", 42, today),
            today
        );
        await To(RoadStage.Trained, 25, staff, Alone("Yasmin", "Holly", 45, today), today);
        await To(RoadStage.ReportShared, 4, staff, Alone("Zachary", "Ivy", 53, today), today);
    }

    private async Task PanelAsync(DemoStaff staff, DateOnly today)
    {
        await To(RoadStage.ReadyForPanel, 2, staff, Alone("Alwyn", "Juniper", 48, today), today);
        await To(RoadStage.OnAgenda, 2, staff, Alone("Blanche", "Larch", 51, today), today);
        await To(
            RoadStage.PapersSent,
            2,
            staff,
            Couple("Cosmo", "Delia", "Laurel", 44, today),
            today
        );
        await To(RoadStage.Recommended, 2, staff, Alone("Edwin", "Lilac", 40, today), today);
        var late = RoadDates.Reaching(RoadStage.PapersSent, 7, today);
        await new DemoRoad(
            scopes,
            staff,
            Alone("Imelda", "Lemon", 52, today),
            late with
            {
                PapersSent = late.PapersSent.AddDays(6),
            }
        ).ToAsync(RoadStage.PapersSent);
        var deferred = await To(
            RoadStage.PapersSent,
            14,
            staff,
            Alone("Ivor", "Lavender", 41, today),
            today
        );
        await deferred.DeferAsync();
        var written = await To(
            RoadStage.Recommended,
            4,
            staff,
            Alone("Isla", "Linseed", 50, today),
            today
        );
        await written.WriteMinutesAsync(today.AddDays(-1));
        await To(RoadStage.MinutesSigned, 1, staff, Alone("Jethro", "Lotus", 49, today), today);
        await To(RoadStage.AwaitingDecision, 3, staff, Alone("Fleur", "Lime", 39, today), today);
        await To(
            RoadStage.AwaitingDecision,
            15,
            staff,
            Alone("Gareth", "Linden", 56, today),
            today
        );
    }

    private async Task CarersAsync(DemoStaff staff, DateOnly today)
    {
        await To(RoadStage.Approved, 1, staff, Alone("Kenneth", "Magnolia", 45, today), today);
        var waiting = await To(
            RoadStage.Told,
            3,
            staff,
            Alone("Hester", "Maple", 47, today),
            today
        );
        await waiting.SignAsync(0, waiting.Dates.ToldInWriting);
        await To(
            RoadStage.Active,
            60,
            staff,
            Couple("Ines", "Jonas", "Oak", 43, today)
                .Named("carer@foster.example", "carer2@foster.example"),
            today
        );
    }

    private async Task EndedAsync(DemoStaff staff, DateOnly today)
    {
        var gone = await To(
            RoadStage.PackSent,
            20,
            staff,
            Alone("Kerry", "Olive", 35, today),
            today
        );
        await gone.WithdrawEnquiryAsync(today.AddDays(-6));
        await LongGoneAsync(staff, today);
        var declined = await To(
            RoadStage.Visited,
            30,
            staff,
            Alone("Lionel", "Pear", 61, today),
            today
        );
        await declined.DeclineAfterVisitAsync();
        var withdrawn = await To(
            RoadStage.ChecksAsked,
            30,
            staff,
            Alone("Morag", "Pine", 46, today),
            today
        );
        await withdrawn.WithdrawApplicationAsync(today.AddDays(-9));
        var refused = await To(
            RoadStage.Submitted,
            25,
            staff,
            Alone("Norris", "Plum", 57, today),
            today
        );
        await refused.DeclineToAssessAsync();
    }

    private async Task OtherCouncilAsync(DemoStaff staff, DateOnly today)
    {
        await To(
            RoadStage.Enquired,
            1,
            staff,
            InWestmoor(Alone("Odette", "Poplar", 42, today)),
            today
        );
        await To(
            RoadStage.SomeChecksIn,
            5,
            staff,
            InWestmoor(Alone("Pascal", "Rowan", 49, today)),
            today
        );
        await To(
            RoadStage.Active,
            90,
            staff,
            InWestmoor(Alone("Queenie", "Sorrel", 54, today))
                .Named("carer@other.foster.example") with
            {
                Terms = new ApprovalTerms(1, 0, 17, "short breaks"),
            },
            today
        );
    }

    private static DemoHousehold InWestmoor(DemoHousehold household) =>
        household with
        {
            Address = new("2 Example Rise", "Westmoor", "CH60 1AA"),
        };

    private Task<DemoRoad> To(
        RoadStage stage,
        int daysAgo,
        DemoStaff staff,
        DemoHousehold household,
        DateOnly today
    ) =>
        new DemoRoad(scopes, staff, household, RoadDates.Reaching(stage, daysAgo, today)).ToAsync(
            stage
        );

    /// <summary>What was posted on the way went out on the way: nobody is written to months later.</summary>
    private async Task PostedAsync(Guid councilId, CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<ActorSource>().System(councilId);
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        foreach (
            var message in await db.Set<OutboxMessage>()
                .Where(m => m.State == OutboxState.Queued)
                .ToListAsync(ct)
        )
            (message.State, message.SentAt) = (OutboxState.Sent, message.CreatedAt);
        await db.SaveChangesAsync(ct);
    }
}
