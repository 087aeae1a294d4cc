using Foster.TestKit;
using Foster.Tests.Enquiries.Sources;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Connected;
using Foster.Web.Features.Enquiries;
using Foster.Web.Features.Enquiries.Import;
using Foster.Web.Features.Records;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Enquiries.Import;

/// <summary>By what a row of a file is known again, what it is asked, which road it takes, and where it came from.</summary>
public abstract class ImportAgainTests(FosterHost host)
{
    private const string Head = "First name;Surname;Date received;Ref;DOB;Telephone;Email;Status";

    [Fact]
    public async Task A_file_is_imported_once_whichever_of_its_columns_were_named()
    {
        string[] rows =
        [
            "Zoë;Demo-Again;31/01/2024;A1;29/2/1984;0151 496 0901;zoe@foster.example;withdrawn",
            "Sam;Demo-Again;01/03/2025;A2;;;;withdrawn",
        ];
        var desk = await host.DeskAsync();

        Assert.Equal(
            (2, 0, 0),
            await desk.TakeAsync(
                host,
                Head,
                rows,
                ImportColumn.Reference,
                ImportColumn.Telephone,
                ImportColumn.Email
            )
        );
        Assert.Equal((0, 0, 2), await desk.TakeAsync(host, Head, rows));
        Assert.Equal(
            (0, 0, 2),
            await desk.TakeAsync(host, Head, rows, ImportColumn.DateOfBirth, ImportColumn.Email)
        );
        Assert.Equal(2, (await desk.EnquiriesAsync()).Count);
        // With a reference it is known whatever else is corrected, also after the columns were named without it.
        var other = await host.DeskAsync();
        await other.TakeAsync(host, Head, rows);
        rows[0] = rows[0].Replace("31/01", "30/01", StringComparison.Ordinal);
        Assert.Equal((0, 0, 2), await other.TakeAsync(host, Head, rows));
    }

    [Fact]
    public async Task Two_of_one_name_on_one_day_are_two_where_a_number_an_address_or_a_reference_says_so()
    {
        var desk = await host.DeskAsync();
        string[] rows =
        [
            "Ann;Demo-Two;1/3/2025;;;0151 496 0901;;withdrawn",
            "Ann;Demo-Two;1/3/2025;;;0151 496 0902;;withdrawn",
            "Bo;Demo-Two;1/3/2025;;;;bo@foster.example;withdrawn",
            "Bo;Demo-Two;1/3/2025;;;;bo.too@foster.example;withdrawn",
            "Cy;Demo-Two;1/3/2025;C1;;;;withdrawn",
            "Cy;Demo-Two;1/3/2025;C2;;;;withdrawn",
        ];

        Assert.Equal((6, 0, 0), await desk.TakeAsync(host, Head, rows));
        Assert.Equal((0, 0, 6), await desk.TakeAsync(host, Head, rows));
    }

    [Fact]
    public async Task A_row_that_stands_in_the_file_twice_is_given_back_and_one_of_before_is_not()
    {
        var desk = await host.DeskAsync();
        await desk.TakeAsync(host, Head, ["Ann;Demo-Twice;1/3/2025;T1;;;;withdrawn"]);
        var id = await desk.UploadAsync(
            Head,
            "Ann;Demo-Twice;1/3/2025;T1;;;;withdrawn",
            "Bo;Demo-Twice;1/3/2025;;;;;withdrawn",
            "Bo;Demo-Twice;1/3/2025;;1/1/1980;;;declined"
        );

        Assert.Equal((1, 0, 2), await desk.CheckAsync(id));

        var back = Assert.Single(await desk.GivenBackAsync(id));
        Assert.StartsWith("It is the same as row 3:", back.Reason, StringComparison.Ordinal);
        Assert.Equal("declined", back.Cells[7]);
        var view = await desk.ViewAsync(id);
        Assert.Equal((1, 1), (view.Of(RowState.Twice), view.Of(RowState.Known)));
    }

    [Fact]
    public async Task R_REC_06_a_file_does_not_bring_back_whoever_was_erased_since()
    {
        var desk = await host.DeskAsync();
        string[] rows =
        [
            "Olive;Demo-Gone;1/3/2024;G1;1/1/1980;;olive@foster.example;withdrawn",
            "Ash;Demo-Kept;1/3/2026;G2;;;;withdrawn",
        ];
        await desk.TakeAsync(host, Head, rows);
        var gone = (await desk.EnquiriesAsync())[0].CaseId;
        await EraseAsync(desk, gone);
        Assert.Single(await desk.EnquiriesAsync());

        // Also without the columns by which it was known first.
        await desk.TakeAsync(host, Head, rows, ImportColumn.Reference, ImportColumn.Email);
        var id = await desk.UploadAsync(Head, rows);
        Assert.Equal((0, 0, 2), await desk.CheckAsync(id));

        Assert.Single(await desk.EnquiriesAsync());
        var view = await desk.ViewAsync(id);
        Assert.Equal((1, 1), (view.Of(RowState.Erased), view.Of(RowState.Known)));
        var back = Assert.Single(await desk.GivenBackAsync(id));
        Assert.Equal(ImportAct.Erased, back.Reason);
        var kept = await desk.ReadAsync(db =>
            db.Set<ImportedEnquiry>().AsNoTracking().SingleAsync(e => e.CaseId == gone)
        );
        foreach (var word in new[] { "olive", "demo", "gone", "g1" })
            Assert.DoesNotContain(
                word,
                $"{kept.ReferenceDigest} {kept.PersonDigest} {kept.DetailDigests}",
                StringComparison.OrdinalIgnoreCase
            );
        // The same person in another council has other digests.
        var other = await host.DeskAsync();
        await other.TakeAsync(host, Head, rows);
        Assert.False(
            await other.ReadAsync(db =>
                db.Set<ImportedEnquiry>()
                    .AnyAsync(e =>
                        e.CouncilId == other.Council.Id && e.PersonDigest == kept.PersonDigest
                    )
            )
        );
    }

    [Fact]
    public async Task R_ENQ_03_nothing_is_uploaded_without_their_agreement_and_who_said_so_is_kept()
    {
        var desk = await host.DeskAsync();
        const string row = "Ann;Demo-Agreed;1/3/2025;;;;;withdrawn";

        var refused = await desk.TryUploadAsync(false, Head, row);

        Assert.Equal(
            ("R-ENQ-03", "agreed"),
            (refused.Refusals[0].RuleId, refused.Refusals[0].Field)
        );
        Assert.False(
            await desk.ReadAsync(db =>
                db.Set<EnquiryImport>().AnyAsync(i => i.CouncilId == desk.Council.Id)
            )
        );
        await desk.TakeAsync(host, Head, [row]);
        var made = Assert.Single(await desk.EnquiriesAsync());
        Assert.True(made.ConsentToRecord);
        var told = (await desk.HistoryAsync(made.CaseId)).Single(h => h.Kind == "enquiry.imported");
        Assert.Contains(
            $"by {DeskStage.Officer}, row 2; they said that whoever is in it agreed",
            Said.Of(host, told).Title,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task R_ENQ_11_12_13_an_open_row_is_asked_the_same_and_takes_the_same_road()
    {
        const string head =
            "First name;Surname;Date received;Email;Status;Connected;Knows child;Current service;Children placed";
        var desk = await host.DeskAsync();
        var id = await desk.UploadAsync(
            head,
            "Ada;Demo-Road;11/05/2026;ada@foster.example;open;;;;",
            "Bea;Demo-Road;12/05/2026;bea@foster.example;open;no;yes;;",
            "Cem;Demo-Road;13/05/2026;cem@foster.example;open;no;yes;Example Fostering;yes",
            "Dot;Demo-Road;14/05/2026;dot@foster.example;open;no;no;;yes",
            "Eve;Demo-Road;15/05/2026;eve@foster.example;withdrawn;;yes;Example Fostering;yes"
        );
        Assert.Equal((3, 2, 0), await desk.CheckAsync(id));
        var back = await desk.GivenBackAsync(id);
        Assert.Contains("(R-ENQ-13)", back[0].Reason, StringComparison.Ordinal);
        Assert.Contains("no service is named", back[1].Reason, StringComparison.Ordinal);
        await desk.StartAsync(id);
        await host.ImportAsync();

        var made = await desk.EnquiriesAsync();
        Assert.Equal(
            [
                EnquiryState.ReroutedConnected,
                EnquiryState.ReroutedConnected,
                EnquiryState.Withdrawn,
            ],
            made.Select(e => e.State)
        );
        var referral = await desk.ReadAsync(db =>
            db.Set<ConnectedReferral>().SingleAsync(r => r.EnquiryCaseId == made[0].CaseId)
        );
        var due = await desk.DeadlineAsync(referral.CaseId, DeadlineRules.ConnectedContact);
        Assert.Equal(
            (new DateOnly(2026, 5, 18), nameof(Role.TeamManager)),
            (due.DueOn, due.HolderRole)
        );
        var transfers = await desk.ReadAsync(db =>
            db.Set<Transfer>().Where(t => t.CouncilId == desk.Council.Id).ToListAsync()
        );
        // Somebody who knows the child and fosters for another service takes both roads, like any other enquirer.
        var both = await desk.ReadAsync(db =>
            db.Set<ConnectedReferral>().SingleAsync(r => r.EnquiryCaseId == made[1].CaseId)
        );
        Assert.Equal(
            new[] { made[1].CaseId, both.CaseId }.Order(),
            transfers.Select(t => t.CaseId).Order()
        );
        Assert.All(
            transfers,
            t => Assert.Equal(("Example Fostering", true), (t.ServiceName, t.ChildrenPlaced))
        );
        // One that has ended takes no road any more, and keeps what it says.
        Assert.Equal(("Example Fostering", true), (made[2].CurrentService, made[2].KnowsChild));
    }

    [Fact]
    public async Task M_HUB_09_sources_are_known_as_the_report_the_national_list_and_campaigns_write_them()
    {
        var desk = await host.DeskAsync();
        var key = SourceStage.Key();
        var campaign = await desk.EnteredAsync(key, EnquirySource.Press);
        var expected = new (string Said, EnquirySource Source)[]
        {
            ("The council's website", EnquirySource.CouncilWebsite),
            ("SOCIAL MEDIA", EnquirySource.SocialAd),
            ("social ad (Facebook)", EnquirySource.SocialAd),
            ("Word of mouth/existing carer referral", EnquirySource.WordOfMouth),
            ("school/community partner", EnquirySource.Community),
            ("Radio, television or outdoor", EnquirySource.Radio),
            ("Employer (fostering-friendly)", EnquirySource.Employer),
            ("previous enquirer", EnquirySource.PreviousEnquirer),
            (key.ToUpperInvariant(), EnquirySource.Press),
            ("posters on buses", EnquirySource.Press),
            ("unknown", EnquirySource.Unknown),
            ("The Bugle", EnquirySource.Unknown),
            ("the bugle", EnquirySource.Unknown),
            ("A duck", EnquirySource.Unknown),
        };
        var id = await desk.UploadAsync(
            "First name;Surname;Date received;Source",
            expected.Select((e, i) => $"Ann;Demo-Source{i};{i + 1}/3/2025;{e.Said}")
        );
        await desk.CheckAsync(id);

        Assert.Equal(
            [("The Bugle", 2), ("A duck", 1)],
            (await desk.ViewAsync(id)).UnknownSources.Select(u => (u.Said, u.Rows))
        );
        await desk.StartAsync(id);
        await host.ImportAsync();
        var made = await desk.EnquiriesAsync();
        Assert.Equal(expected, made.Select(e => (e.HowHeard!, e.FirstSource!.Value)).ToArray());
        Assert.Equal(
            [campaign, campaign],
            made.Where(e => e.LastCampaignId is not null).Select(e => e.FirstCampaignId!.Value)
        );
    }

    [Fact]
    public async Task A_row_with_more_cells_than_columns_is_given_back_whole()
    {
        var desk = await host.DeskAsync();
        var id = await desk.UploadAsync(
            "First name,Surname,Date received,Note",
            "Ann,Demo-Wide,1/3/2025,She rang,and called back, twice",
            "Bo,Demo-Wide,1/3/2025,,,"
        );

        Assert.Equal((1, 1, 0), await desk.CheckAsync(id));
        var back = Assert.Single(await desk.GivenBackAsync(id));
        Assert.Equal(
            "It has more cells than there are names of columns: “and called back”",
            back.Reason
        );
        Assert.Equal(" twice", back.Cells[5]);

        // Uploaded as it was given back, nothing of it gets lost either.
        var again = await desk.UploadAsync(
            $"First name,Surname,Date received,Note,{PastEnquiryRow.Beyond},Why it was not taken",
            "Ann,Demo-Wide,1/3/2025,She rang,and called back,It has more cells"
        );
        Assert.Equal((0, 1, 0), await desk.CheckAsync(again));
    }

    private async Task EraseAsync(DeskStage desk, Guid caseId)
    {
        var run = host.Services.GetRequiredService<IRetentionRun>();
        await run.GoAsync(default);
        var confirmed = await host.InScopeAsync(async services =>
        {
            var officer = new Actor(
                Guid.NewGuid(),
                "Olu Demo-Records",
                Role.TeamManager,
                desk.Council.Id
            )
            {
                Capabilities = [Capability.RecordsOfficer],
            };
            await services.GetRequiredService<ActorSource>().OpenAsync(officer, default);
            var item = await services
                .GetRequiredService<Web.Foundation.Data.FosterDb>()
                .Set<RetentionItem>()
                .SingleAsync(i => i.CaseId == caseId);
            return await services
                .GetRequiredService<ConfirmErasure>()
                .RunAsync(new(item.Id), officer, default);
        });
        Assert.True(confirmed.Ok, confirmed.Reasons);
        Assert.Equal(1, (await run.GoAsync(default)).Erased);
        Assert.True(
            await desk.ReadAsync(db =>
                db.Set<Case>()
                    .IgnoreQueryFilters()
                    .AnyAsync(c => c.Id == caseId && c.ErasedOn != null)
            )
        );
    }

    public sealed class OnSqlite(SqliteHost host)
        : ImportAgainTests(host),
            IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : ImportAgainTests(host),
            IClassFixture<PostgresHost>;
}
