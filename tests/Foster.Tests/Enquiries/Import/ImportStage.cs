using System.Text;
using Foster.TestKit;
using Foster.Web.Features.Enquiries;
using Foster.Web.Features.Enquiries.Import;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Jobs;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Foster.Tests.Enquiries.Import;

/// <summary>A recruitment desk that takes over files, by the real operations. The clock stands on Friday 15 May 2026.</summary>
internal static class ImportStage
{
    public static Task<DeskStage> DeskAsync(this FosterHost host)
    {
        host.Clock.Set("2026-05-15 10:00");
        return new DeskStage(host).OpenAsync();
    }

    public static Task<Result<Guid>> TryUploadAsync(
        this DeskStage desk,
        bool agreed,
        params IEnumerable<string> lines
    ) =>
        desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetRequiredService<UploadImport>()
                    .RunAsync(
                        new("past.csv", Encoding.UTF8.GetBytes(string.Join("\r\n", lines)), agreed),
                        actor,
                        default
                    )
        );

    public static async Task<Guid> UploadAsync(
        this DeskStage desk,
        string head,
        params IEnumerable<string> rows
    )
    {
        var uploaded = await desk.TryUploadAsync(true, [head, .. rows]);
        Assert.True(uploaded.Ok, uploaded.Reasons);
        return uploaded.Value;
    }

    /// <summary>Names the columns as they are guessed, but for some. Good, bad, and known rows, in this file or before.</summary>
    public static Task<(int Good, int Bad, int Known)> CheckAsync(
        this DeskStage desk,
        Guid id,
        params ImportColumn[] without
    ) =>
        desk.AsAsync(
            DeskStage.Officer,
            async (s, actor) =>
            {
                var reads = s.GetRequiredService<ImportReads>();
                var view = (await reads.FindAsync(id, default))!;
                var columns = ImportField
                    .All.Where(f => !without.Contains(f.Column))
                    .Select(f => (f.Column, At: f.Guess(view.Headings)))
                    .Where(f => f.At is not null)
                    .ToDictionary(f => f.Column, f => f.At!.Value);
                var done = await s.GetRequiredService<CheckImport>()
                    .RunAsync(new(id, columns), actor, default);
                Assert.True(done.Ok, done.Reasons);
                view = (await reads.FindAsync(id, default))!;
                return (
                    view.Of(RowState.Good),
                    view.Of(RowState.Bad),
                    view.Of(RowState.Known, RowState.Twice, RowState.Erased)
                );
            }
        );

    public static Task<Result> TryStartAsync(this DeskStage desk, Guid id) =>
        desk.AsAsync(
            DeskStage.Officer,
            (s, actor) => s.GetRequiredService<StartImport>().RunAsync(new(id), actor, default)
        );

    public static async Task StartAsync(this DeskStage desk, Guid id)
    {
        var started = await desk.TryStartAsync(id);
        Assert.True(started.Ok, started.Reasons);
    }

    /// <summary>The whole way of one file. What its check found.</summary>
    public static async Task<(int Good, int Bad, int Known)> TakeAsync(
        this DeskStage desk,
        FosterHost host,
        string head,
        IReadOnlyList<string> rows,
        params ImportColumn[] without
    )
    {
        var id = await desk.UploadAsync(head, [.. rows]);
        var found = await desk.CheckAsync(id, without);
        if (found.Good > 0)
        {
            await desk.StartAsync(id);
            await host.ImportAsync();
        }
        return found;
    }

    public static Task<ImportView> ViewAsync(this DeskStage desk, Guid id) =>
        desk.AsAsync(
            DeskStage.Officer,
            async (s, _) => (await s.GetRequiredService<ImportReads>().FindAsync(id, default))!
        );

    public static Task<IReadOnlyList<(IReadOnlyList<string> Cells, string Reason)>> GivenBackAsync(
        this DeskStage desk,
        Guid id
    ) =>
        desk.AsAsync(
            DeskStage.Officer,
            (s, _) => s.GetRequiredService<ImportReads>().GivenBackAsync(id, default)
        );

    public static Task ImportAsync(this FosterHost host) =>
        new ImportJob().RunAsync(host.ImportRun(), default);

    /// <param name="scopes">Other services than the program's own.</param>
    public static JobRun ImportRun(this FosterHost host, IServiceScopeFactory? scopes = null) =>
        new(
            new JobClaim(
                Guid.NewGuid(),
                ImportJob.JobKey,
                host.Clock.GetUtcNow().UtcDateTime,
                JobOrigin.ByHand,
                1
            ),
            scopes ?? host.Services.GetRequiredService<IServiceScopeFactory>(),
            NullLogger.Instance
        );

    public static Task<List<Enquiry>> EnquiriesAsync(this DeskStage desk) =>
        desk.ReadAsync(db =>
            db.Set<Enquiry>()
                .AsNoTracking()
                .Where(e => e.CouncilId == desk.Council.Id)
                .OrderBy(e => e.ReceivedOn)
                .ToListAsync()
        );
}
