using Foster.TestKit;
using Foster.Web.Features.Enquiries.Import;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Enquiries.Import;

/// <summary>An import that is looked at first, stopped in the middle, gone on with, and thrown away (R-ENQ-03).</summary>
public abstract class ImportStopTests(FosterHost host)
{
    private const string Head = "First name;Surname;Date received;Status;Ref";

    [Fact]
    public async Task R_ENQ_03_good_rows_are_shown_as_they_are_understood()
    {
        var desk = await host.DeskAsync();
        var id = await CheckedAsync(desk, "=Ann;Demo-Row;1/2/2025;closed;S1", "Bo;;1/2/2025;;S2");

        var (rows, next) = await desk.AsAsync(
            DeskStage.Officer,
            async (s, _) =>
            {
                var reads = s.GetRequiredService<ImportReads>();
                var view = (await reads.FindAsync(id, default))!;
                return await reads.GoodAsync(view, 0, new(2026, 5, 15), default);
            }
        );

        var row = Assert.Single(rows);
        Assert.Null(next);
        Assert.Equal(
            (2, "=Ann", new DateOnly(2025, 2, 1)),
            (row.Number, row.Said.Person.GivenName, row.Said.ReceivedOn)
        );
    }

    [Fact]
    public async Task R_ENQ_03_a_stopped_import_takes_nothing_more_until_it_is_started_again()
    {
        var desk = await host.DeskAsync();
        var id = await CheckedAsync(
            desk,
            "Ann;Demo-Stop;1/2/2025;closed;S1",
            "Bo;Demo-Stop;2/2/2025;withdrawn;S2"
        );
        Assert.False((await StopAsync(desk, id)).Ok);
        await desk.StartAsync(id);
        Ok(await StopAsync(desk, id));

        await host.ImportAsync();
        var view = await desk.ViewAsync(id);
        Assert.Equal((ImportState.Stopped, 2), (view.Line.State, view.Of(RowState.Good)));
        Assert.Empty(await desk.EnquiriesAsync());

        await desk.StartAsync(id);
        await host.ImportAsync();
        view = await desk.ViewAsync(id);
        Assert.Equal((ImportState.Done, 2), (view.Line.State, view.Of(RowState.Taken)));
        Assert.Equal(2, (await desk.EnquiriesAsync()).Count);
    }

    [Fact]
    public async Task R_ENQ_03_a_file_is_erased_with_its_rows_and_what_was_taken_stays_and_is_known_again()
    {
        var desk = await host.DeskAsync();
        string[] rows = ["Ann;Demo-Gone;1/2/2025;closed;G1", "Bo;Demo-Gone;2/2/2025;;G2"];
        var id = await CheckedAsync(desk, rows);
        await desk.StartAsync(id);
        var refused = await RemoveAsync(desk, id);
        Assert.Contains("being taken over", Assert.Single(refused.Refusals).Reason);
        await host.ImportAsync();

        Ok(await RemoveAsync(desk, id));

        Assert.False((await RemoveAsync(desk, id)).Ok);
        Assert.Equal(
            (0, 0),
            await desk.ReadAsync(async db =>
                (
                    await db.Set<EnquiryImport>().CountAsync(i => i.Id == id),
                    await db.Set<ImportRow>().CountAsync(r => r.ImportId == id)
                )
            )
        );
        Assert.Equal(2, (await desk.EnquiriesAsync()).Count);
        var again = await desk.UploadAsync(Head, rows);
        Assert.Equal((0, 0, 2), await desk.CheckAsync(again));
        // A wrong file goes before anything came of it.
        Ok(await RemoveAsync(desk, again));
    }

    [Fact]
    public async Task Another_council_neither_stops_nor_erases_it()
    {
        var desk = await host.DeskAsync();
        var id = await CheckedAsync(desk, "Ann;Demo-Theirs;1/2/2025;closed;T1");
        await desk.StartAsync(id);
        var other = await host.DeskAsync();

        Assert.False((await StopAsync(other, id)).Ok);
        Assert.False((await RemoveAsync(other, id)).Ok);
        Assert.Equal(ImportState.Running, (await desk.ViewAsync(id)).Line.State);
    }

    private static async Task<Guid> CheckedAsync(DeskStage desk, params string[] rows)
    {
        var id = await desk.UploadAsync(Head, rows);
        await desk.CheckAsync(id);
        return id;
    }

    private static Task<Result> StopAsync(DeskStage desk, Guid id) =>
        desk.AsAsync(
            DeskStage.Officer,
            (s, actor) => s.GetRequiredService<StopImport>().RunAsync(new(id), actor, default)
        );

    private static Task<Result> RemoveAsync(DeskStage desk, Guid id) =>
        desk.AsAsync(
            DeskStage.Officer,
            (s, actor) => s.GetRequiredService<RemoveImport>().RunAsync(new(id), actor, default)
        );

    private static void Ok(Result result) => Assert.True(result.Ok, result.Reasons);

    public sealed class OnSqlite(SqliteHost host)
        : ImportStopTests(host),
            IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : ImportStopTests(host),
            IClassFixture<PostgresHost>;
}
