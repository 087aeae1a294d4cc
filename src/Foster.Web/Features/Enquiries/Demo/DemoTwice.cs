using System.Text;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries.Duplicates;
using Foster.Web.Features.Enquiries.Import;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Demo;

/// <summary>One person has enquired twice and nobody has looked yet, two enquiries of another are merged, and a file of past ones is checked.</summary>
public sealed class DemoTwice(DemoStage stage, LondonClock clock) : IDemoScenario
{
    private static readonly TimeOnly Evening = new(18, 20);
    private static readonly TimeOnly Morning = new(10, 5);

    private static readonly NewPerson Hazel = new(
        "Hazel",
        "Elder-Rowan",
        new DateOnly(1987, 3, 14),
        "hazel.elder@foster.example",
        "+447700900941"
    );

    private static readonly NewPerson Basil = new(
        "Basil",
        "Linden",
        new DateOnly(1979, 11, 2),
        "basil.linden@foster.example",
        "+447700900942"
    );

    public int Order => 56;

    public async Task PlayAsync(CancellationToken ct)
    {
        var today = clock.Today;
        await EnquireAsync(today.AddDays(-9), Hazel, ct);
        await EnquireAsync(today.AddDays(-1), Hazel with { Telephone = "+441514960943" }, ct);
        var first = await EnquireAsync(today.AddDays(-8), Basil, ct);
        var second = await EnquireAsync(
            today.AddDays(-3),
            Basil with
            {
                Telephone = "+441514960944",
            },
            ct
        );
        await stage.AsStaffAsync(
            Role.RecruitmentOfficer,
            today.AddDays(-2),
            Morning,
            async (s, actor) =>
                await s.GetRequiredService<MergeEnquiry>()
                    .RunAsync(
                        new(second, first, "He sent the form again because he had a new number."),
                        actor,
                        ct
                    ),
            ct
        );
        await stage.AsStaffAsync(
            Role.RecruitmentOfficer,
            today.AddDays(-1),
            Morning,
            (s, actor) => ImportAsync(s, actor, ct),
            ct
        );
    }

    private static async Task<Result> ImportAsync(
        IServiceProvider services,
        Actor actor,
        CancellationToken ct
    )
    {
        const string past =
            "First name,Surname,Date received,Ref,Status,Date closed\r\n"
            + "Olive,Demo-Past,03/02/2026,OLD-1,withdrawn,01/03/2026\r\n"
            + "Ash,Demo-Past,soon,OLD-2,no contact,\r\n";
        var uploaded = await services
            .GetRequiredService<UploadImport>()
            .RunAsync(new("made-up-enquiries.csv", Encoding.UTF8.GetBytes(past), true), actor, ct);
        if (!uploaded.Ok)
            return uploaded;
        return await services
            .GetRequiredService<CheckImport>()
            .RunAsync(
                new(
                    uploaded.Value,
                    new Dictionary<ImportColumn, int>
                    {
                        [ImportColumn.FirstName] = 0,
                        [ImportColumn.FamilyName] = 1,
                        [ImportColumn.ReceivedOn] = 2,
                        [ImportColumn.Reference] = 3,
                        [ImportColumn.Stage] = 4,
                        [ImportColumn.ClosedOn] = 5,
                    }
                ),
                actor,
                ct
            );
    }

    private async Task<Guid> EnquireAsync(DateOnly on, NewPerson who, CancellationToken ct)
    {
        var made = Guid.Empty;
        await stage.AsAnyoneAsync(
            on,
            Evening,
            async (services, council, actor) =>
            {
                var sent = await services
                    .GetRequiredService<SubmitEnquiry>()
                    .RunAsync(Asked(council, who), actor, ct);
                made = sent.Value.CaseId;
                return sent;
            },
            ct
        );
        return made;
    }

    private static SubmitEnquiryInput Asked(Council council, NewPerson who) =>
        new(
            council.Id,
            Channel.Web,
            null,
            who,
            null,
            new NewAddress("7 Example Lane", "Exampleton", "CH41 1AA"),
            [],
            SpareRooms: 1,
            ["Short term"],
            KnowsChild: false,
            WhenToCall: null,
            HowHeard: null,
            Connected: false,
            ConnectionWithWhom: null,
            council.PrivacyNoticeVersion,
            AccessNeeds: null
        );
}
