using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Demo;

/// <summary>Somebody is asked again in the spring, and an enquiry came that nobody could have typed so fast.</summary>
public sealed class DemoNotNow(DemoStage stage, LondonClock clock) : IDemoScenario
{
    private const int MonthsAhead = 4;
    private static readonly TimeOnly Evening = new(19, 40);

    public int Order => 55;

    public async Task PlayAsync(CancellationToken ct)
    {
        var today = clock.Today;
        var month = new DateOnly(today.Year, today.Month, 1);
        await LeaveAsync(
            today.AddDays(-20),
            ("Orla", "orla.hazel@foster.example"),
            month.AddMonths(MonthsAhead),
            AskEvery.ThreeMonths,
            ct
        );
        await AskedAsync(month, ct);
        await stage.AsAnyoneAsync(
            today.AddDays(-1),
            Evening,
            async (services, council, actor) =>
                await services
                    .GetRequiredService<SetAsideEnquiry>()
                    .RunAsync(new(Fast(council), [SpamSign.TooFast]), actor, ct),
            ct
        );
        await LaterAsync(today.AddDays(-12), ct);
    }

    /// <summary>Somebody was asked once already and did not answer; the rhythm goes on.</summary>
    private async Task AskedAsync(DateOnly month, CancellationToken ct)
    {
        const string email = "rowan.alder@foster.example";
        var first = month.AddMonths(-MonthsAhead);
        await LeaveAsync(first.AddMonths(-1), ("Rowan", email), first, AskEvery.SixMonths, ct);
        await stage.AsAnyoneAsync(
            first,
            Evening,
            async (services, council, _) =>
            {
                var kept = await services
                    .GetRequiredService<FosterDb>()
                    .Set<KeepWarm>()
                    .Where(k => k.CouncilId == council.Id && k.Email == email)
                    .Select(k => k.Id)
                    .SingleAsync(ct);
                return await services
                    .GetRequiredService<AskKeptWarm>()
                    .RunAsync(new(kept), Actor.System(council.Id), ct);
            },
            ct
        );
    }

    private Task LeaveAsync(
        DateOnly on,
        (string Name, string Email) who,
        DateOnly first,
        AskEvery every,
        CancellationToken ct
    ) =>
        stage.AsAnyoneAsync(
            on,
            Evening,
            async (services, council, actor) =>
                await services
                    .GetRequiredService<LeaveKeepWarm>()
                    .RunAsync(
                        new(council.Id, who.Name, who.Email, first, every, Consents: true),
                        actor,
                        ct
                    ),
            ct
        );

    /// <summary>Somebody enquires, and says on the telephone that it is not the time: they agree to be asked again.</summary>
    private async Task LaterAsync(DateOnly on, CancellationToken ct)
    {
        var caseId = Guid.Empty;
        await stage.AsAnyoneAsync(
            on,
            Evening,
            async (services, council, actor) =>
            {
                var made = await services
                    .GetRequiredService<SubmitEnquiry>()
                    .RunAsync(Slow(council), actor, ct);
                caseId = made.Ok ? made.Value.CaseId : Guid.Empty;
                return made;
            },
            ct
        );
        await stage.AsStaffAsync(
            Role.RecruitmentOfficer,
            on.AddDays(1),
            Evening,
            (services, actor) =>
                services
                    .GetRequiredService<WithdrawEnquiry>()
                    .RunAsync(
                        new(
                            caseId,
                            "not-now",
                            "Their son sits his exams in the summer.",
                            new(true, on.AddMonths(3), LostReason.Circumstances, AskEvery.SixMonths)
                        ),
                        actor,
                        ct
                    ),
            ct
        );
    }

    private static SubmitEnquiryInput Slow(Council council) =>
        Fast(council) with
        {
            Applicant = new NewPerson(
                "Petra",
                "Blackthorn",
                new DateOnly(1981, 9, 2),
                "petra.blackthorn@foster.example",
                null
            ),
            Address = new NewAddress("9 Example Lane", "Exampleton", "CH41 1AA"),
        };

    private static SubmitEnquiryInput Fast(Council council) =>
        new(
            council.Id,
            Channel.Web,
            null,
            new NewPerson(
                "Pia",
                "Hornbeam",
                new DateOnly(1986, 4, 9),
                "pia.hornbeam@foster.example",
                null
            ),
            null,
            new NewAddress("3 Example Lane", "Exampleton", "CH41 1AA"),
            [],
            SpareRooms: 1,
            ["Short-term"],
            KnowsChild: false,
            WhenToCall: null,
            HowHeard: null,
            Connected: false,
            ConnectionWithWhom: null,
            council.PrivacyNoticeVersion,
            AccessNeeds: null
        );
}
