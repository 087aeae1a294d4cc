using Foster.Web.Foundation.Jobs;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Import;

/// <summary>
/// Takes the rows of the imports that were started, each in a transaction of its own that also says that it is taken. A
/// run that ends in the middle is gone on with where it stopped; an import that somebody stops is left where it is.
/// </summary>
public sealed class ImportJob : IJob
{
    public const string JobKey = "enquiries.import";
    private const int Batch = 50;

    public string Key => JobKey;

    public async Task RunAsync(JobRun run, CancellationToken ct)
    {
        foreach (var council in await run.CouncilsAsync(ct))
        foreach (var import in await RunningAsync(run, council, ct))
        {
            while (await WaitingAsync(run, council, import, ct) is { Count: > 0 } rows)
                foreach (var row in rows)
                    if (!await TakeAsync(run, council, row, ct))
                        await run.ItemAsync(
                            council,
                            async (services, actor, token) =>
                                Must(
                                    await services
                                        .GetRequiredService<FailImportRow>()
                                        .RunAsync(new(row), actor, token)
                                ),
                            ct
                        );
            await run.ItemAsync(
                council,
                async (services, actor, token) =>
                    Must(
                        await services
                            .GetRequiredService<FinishImport>()
                            .RunAsync(new(import), actor, token)
                    ),
                ct
            );
        }
    }

    private static Task<bool> TakeAsync(JobRun run, Guid council, Guid row, CancellationToken ct) =>
        run.ItemAsync(
            council,
            async (services, actor, token) =>
                Must(
                    await services
                        .GetRequiredService<TakePastEnquiry>()
                        .RunAsync(new(row), actor, token)
                ),
            ct
        );

    private static void Must(Result result)
    {
        if (!result.Ok)
            throw new InvalidOperationException(result.Reasons);
    }

    private static Task<List<Guid>> RunningAsync(JobRun run, Guid council, CancellationToken ct) =>
        run.ReadAsync(
            council,
            db =>
                db.Set<EnquiryImport>()
                    .Where(i => i.CouncilId == council && i.State == ImportState.Running)
                    .OrderBy(i => i.UploadedAt)
                    .Select(i => i.Id)
                    .ToListAsync(ct)
        );

    private static Task<List<Guid>> WaitingAsync(
        JobRun run,
        Guid council,
        Guid import,
        CancellationToken ct
    ) =>
        run.ReadAsync(
            council,
            db =>
                db.Set<ImportRow>()
                    .Where(r => r.ImportId == import && r.State == RowState.Good)
                    .Where(_ =>
                        db.Set<EnquiryImport>()
                            .Any(i => i.Id == import && i.State == ImportState.Running)
                    )
                    .OrderBy(r => r.Number)
                    .Select(r => r.Id)
                    .Take(Batch)
                    .ToListAsync(ct)
        );
}
