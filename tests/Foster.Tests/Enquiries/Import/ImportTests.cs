using System.Text;
using Foster.TestKit;
using Foster.Web.Features.Enquiries;
using Foster.Web.Features.Enquiries.Import;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Jobs;
using Foster.Web.Foundation.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Enquiries.Import;

/// <summary>Past enquiries from a file: rows whole or not at all, once, with their dates, and nobody written to (R-ENQ-03).</summary>
public abstract class ImportTests(FosterHost host)
{
    private const string Head =
        "First name;Surname;Date received;Ref;Email;Status;Date closed;Notes;Connected";

    private static readonly string[] Good =
    [
        "Zoë;Müller;31/01/2024;A1;zoe.past@foster.example;withdrawn;02/02/2024;\"Said: later; perhaps\"",
        "Sam;Demo-Past;01/03/2025;A2;;no contact;;",
        "Ida;Demo-Now;14/05/2026;A3;ida@foster.example;open;;;no",
    ];

    private static readonly string[] Wrong =
    [
        ";Demo-Nameless;01/03/2025;B1;;;;",
        "=HYPERLINK(\"http://evil.example\");<script>alert(1)</script>;31/31/2025;B2;;;;@SUM(A1)",
        "Una;Demo-Wrong;01/03/2025;B3;not an address;approved;;",
    ];

    [Fact]
    public async Task R_ENQ_03_three_bad_rows_are_given_back_and_the_others_taken_with_their_dates()
    {
        var desk = await DeskAsync();
        var id = await UploadAsync(desk, [.. Good, .. Wrong]);
        Assert.Equal((3, 3, 0), await CheckAsync(desk, id));
        Assert.Empty(await EnquiriesAsync(desk));

        await StartAsync(desk, id);
        await RunAsync();

        var taken = await EnquiriesAsync(desk);
        Assert.Equal(3, taken.Count);
        var zoe = taken[0];
        Assert.Equal(
            (EnquiryState.Withdrawn, false, new(2024, 1, 31), new DateOnly(2024, 2, 2)),
            (zoe.State, zoe.IsOpen, zoe.ReceivedOn, zoe.ClosedOn!.Value)
        );
        Assert.Equal(EnquiryState.NoContact, taken[1].State);
        Assert.Equal(taken[1].ReceivedOn, taken[1].ClosedOn);
        Assert.Equal((EnquiryState.Received, true), (taken[2].State, taken[2].IsOpen));
        Assert.Equal(new DateOnly(2026, 5, 15), taken[2].NextDueOn);
        var (clocks, mails, ended) = await desk.ReadAsync(async db =>
            (
                await db.Set<Deadline>().Select(d => d.SubjectId).ToListAsync(),
                await db.Set<OutboxMessage>().CountAsync(m => m.CouncilId == desk.Council.Id),
                await db.Set<Web.Features.Cases.Case>()
                    .Where(c => c.Id == zoe.CaseId)
                    .Select(c => c.ClosedOn)
                    .SingleAsync()
            )
        );
        Assert.Equal([taken[2].Id], clocks);
        Assert.Equal(0, mails);
        Assert.Equal(zoe.ClosedOn, ended);
        var told = (await desk.HistoryAsync(zoe.CaseId)).Single(h => h.Kind == "enquiry.imported");
        Assert.Equal((new DateOnly(2024, 1, 31), false), (told.OccurredOn, told.IsTold));
        Assert.Equal("Said: later; perhaps", Said.Of(host, told).Reason);
        var import = await ImportAsync(desk, id);
        Assert.Equal((ImportState.Done, ""), (import.State, import.Content));
        var back = await desk.AsAsync(
            DeskStage.Officer,
            (s, _) => s.GetRequiredService<ImportReads>().GivenBackAsync(id, default)
        );
        Assert.Equal(3, back.Count);
        Assert.Equal("The first name is missing", back[0].Reason);
        Assert.Contains("is no email address", back[2].Reason);
        Assert.Contains("“approved”", back[2].Reason);
    }

    [Fact]
    public async Task The_same_file_twice_and_the_same_row_twice_are_imported_once()
    {
        var desk = await DeskAsync();
        for (var time = 0; time < 2; time++)
        {
            var id = await UploadAsync(desk, [.. Good, Good[0]]);
            Assert.Equal(time == 0 ? (3, 0, 1) : (0, 0, 4), await CheckAsync(desk, id));
            if (time == 0)
                await StartAsync(desk, id);
            else
                Assert.Contains("No row can be taken", (await TryStartAsync(desk, id)).Reasons);
            await RunAsync();
        }
        Assert.Equal(3, (await EnquiriesAsync(desk)).Count);

        // Two files with the same rows that are checked before either is taken.
        var other = await DeskAsync();
        var first = await UploadAsync(other, Good);
        var second = await UploadAsync(other, Good);
        await CheckAsync(other, first);
        await CheckAsync(other, second);
        await StartAsync(other, first);
        await StartAsync(other, second);
        await RunAsync();
        Assert.Equal(3, (await EnquiriesAsync(other)).Count);
        Assert.Equal(ImportState.Done, (await ImportAsync(other, second)).State);
        // Another council's rows are no matter here.
        Assert.Equal(3, (await EnquiriesAsync(desk)).Count);
    }

    [Fact]
    public async Task A_run_that_is_killed_in_the_middle_goes_on_and_takes_nothing_twice()
    {
        var desk = await DeskAsync();
        var rows = Enumerable
            .Range(1, 60)
            .Select(i => $"Ann;Demo-Number{i};01/03/2025;K{i};;withdrawn;;");
        var id = await UploadAsync(desk, [.. rows]);
        await CheckAsync(desk, id);
        await StartAsync(desk, id);

        for (var killed = 0; killed < 3; killed++)
        {
            using var dies = new CancellationTokenSource();
            // Each council is asked once before the rows of this one come.
            var councils = await host.InScopeAsync(s =>
                s.GetRequiredService<FosterDb>().Set<Council>().CountAsync()
            );
            var scopes = host.Services.GetRequiredService<IServiceScopeFactory>();
            var run = host.ImportRun(new SoFar(scopes, councils + 14, dies.Token));
            var watching = Task.Run(async () =>
            {
                while (await CountAsync(desk, id, RowState.Taken) < 5 * (killed + 1))
                    await Task.Delay(1);
                await dies.CancelAsync();
            });
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                JobAsync(run, dies.Token)
            );
            await watching;
            var sofar = await EnquiriesAsync(desk);
            Assert.InRange(sofar.Count, 5 * (killed + 1), 59);
            Assert.Equal(sofar.Count, await CountAsync(desk, id, RowState.Taken));
        }
        await RunAsync();

        Assert.Equal(60, (await EnquiriesAsync(desk)).Count);
        Assert.Equal(60, await CountAsync(desk, id, RowState.Taken));
        Assert.Equal(ImportState.Done, (await ImportAsync(desk, id)).State);
    }

    [Fact]
    public async Task R_ENQ_13_a_row_about_somebody_connected_is_restricted_at_once()
    {
        var desk = await DeskAsync();
        var id = await UploadAsync(
            desk,
            ["Cora;Demo-Councillor;01/03/2025;yes"],
            "First name;Surname;Date received;Connected"
        );
        await CheckAsync(desk, id);
        await StartAsync(desk, id);
        await RunAsync();

        var made = Assert.Single(await EnquiriesAsync(desk));
        Assert.True(
            await desk.ReadAsync(db =>
                db.Set<Web.Features.Cases.Case>()
                    .Where(c => c.Id == made.CaseId)
                    .Select(c => c.Restricted)
                    .SingleAsync()
            )
        );
    }

    [Fact]
    public async Task M_OFS_03_an_imported_enquiry_of_the_same_half_year_is_not_one_more()
    {
        var desk = await DeskAsync();
        var id = await UploadAsync(
            desk,
            [
                "Zoë;Demo-Müller;29/2/1984;CH41 1AA;1/2/2026;withdrawn",
                "Zoë;Demo-Müller;29/2/1984;CH41 1AA;1/3/2026;withdrawn",
                "Zoë;Demo-Müller;29/2/1984;CH41 1AA;1/2/2025;withdrawn",
            ],
            "First name;Surname;DOB;Postcode;Date received;Status"
        );
        await CheckAsync(desk, id);
        await StartAsync(desk, id);
        await RunAsync();

        Assert.Equal(
            [(new DateOnly(2025, 2, 1), true), (new(2026, 2, 1), true), (new(2026, 3, 1), false)],
            (await EnquiriesAsync(desk)).Select(e => (e.ReceivedOn, e.Counted))
        );
    }

    [Fact]
    public async Task Only_the_desk_of_the_council_imports_and_sees_imports()
    {
        var desk = await DeskAsync();
        var other = await DeskAsync();
        var id = await UploadAsync(desk, Good);

        var refused = await desk.AsAsync(
            DeskStage.Assessor,
            (s, actor) =>
                s.GetRequiredService<UploadImport>()
                    .RunAsync(
                        new("a.csv", Encoding.UTF8.GetBytes("a,b\nc,d"), true),
                        actor,
                        default
                    )
        );

        Assert.False(refused.Ok);
        Assert.Null(
            await other.AsAsync(
                DeskStage.Manager,
                (s, _) => s.GetRequiredService<ImportReads>().FindAsync(id, default)
            )
        );
        Assert.False((await TryStartAsync(other, id)).Ok);
    }

    private Task<DeskStage> DeskAsync() => host.DeskAsync();

    private static Task<Guid> UploadAsync(
        DeskStage desk,
        IReadOnlyList<string> rows,
        string head = Head
    ) => desk.UploadAsync(head, [.. rows]);

    private static Task<(int Good, int Bad, int Known)> CheckAsync(DeskStage desk, Guid id) =>
        desk.CheckAsync(id);

    private static Task StartAsync(DeskStage desk, Guid id) => desk.StartAsync(id);

    private static Task<Web.Foundation.Rules.Result> TryStartAsync(DeskStage desk, Guid id) =>
        desk.TryStartAsync(id);

    private Task RunAsync() => host.ImportAsync();

    private static Task JobAsync(JobRun run, CancellationToken ct) =>
        new ImportJob().RunAsync(run, ct);

    private static Task<List<Enquiry>> EnquiriesAsync(DeskStage desk) => desk.EnquiriesAsync();

    private static Task<EnquiryImport> ImportAsync(DeskStage desk, Guid id) =>
        desk.ReadAsync(db => db.Set<EnquiryImport>().AsNoTracking().SingleAsync(i => i.Id == id));

    private static Task<int> CountAsync(DeskStage desk, Guid id, RowState state) =>
        desk.ReadAsync(db =>
            db.Set<ImportRow>().CountAsync(r => r.ImportId == id && r.State == state)
        );

    /// <summary>A run takes no more than a dozen rows before it is killed, however late the killer comes.</summary>
    private sealed class SoFar(IServiceScopeFactory scopes, int most, CancellationToken killed)
        : IServiceScopeFactory
    {
        private int begun;

        public IServiceScope CreateScope()
        {
            if (Interlocked.Increment(ref begun) > most)
                killed.WaitHandle.WaitOne();
            return scopes.CreateScope();
        }
    }

    public sealed class OnSqlite(SqliteHost host) : ImportTests(host), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : ImportTests(host),
            IClassFixture<PostgresHost>;
}
