using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Jobs;

namespace Foster.Web.Features.Records;

/// <summary>Proposes what a rule lets go and erases what is confirmed.</summary>
public sealed partial class RetentionJob(RetentionRun records, ILogger<RetentionJob> log) : IJob
{
    public string Key => "records.retention";

    public async Task RunAsync(JobRun run, CancellationToken ct)
    {
        var result = await records.RecordsAsync(ct);
        run.Count(
            result.Erased + result.Waiting + result.Refused.Count + result.Failed.Count,
            result.Erased,
            result.Failed.Count
        );
        Told(result);
    }

    private void Told(RetentionOutcome result)
    {
        if (result.Erased > 0 || result.Refused.Count > 0)
            Erased(result.Erased, result.Refused.Count);
        if (result.Failed.Count > 0)
            Failed(result.Failed.Count);
        if (result.Waiting > 0)
            NotMine(result.Waiting);
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "{Erased} records were erased, {Refused} were not."
    )]
    private partial void Erased(int erased, int refused);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "{Count} records could not be erased and are still whole; the next run tries again."
    )]
    private partial void Failed(int count);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "{Count} records are confirmed. This role may not erase them: run `erase-due` with Database:OwnerConnection."
    )]
    private partial void NotMine(int count);
}

/// <summary>Takes away sessions, drafts, used links and keys of forms that are over by themselves.</summary>
public sealed class SpentJob(RetentionRun records) : IJob
{
    public string Key => "records.spent";

    public async Task RunAsync(JobRun run, CancellationToken ct)
    {
        var spent = await records.SpentAsync(ct);
        run.Count(considered: spent, done: spent);
    }
}
