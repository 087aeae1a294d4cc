using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Foster.Web.Foundation.Files;

/// <summary>The scanner has said what it thinks of a file, or was asked for the last time.</summary>
public sealed record FileChecked(StoredFile File, bool IsClean) : IEvent;

/// <summary>
/// Has a file in quarantine looked at. It asks the scanner while nothing is locked, and takes down the answer afterwards;
/// without an answer the file stays where it is.
/// </summary>
public sealed partial class FileCheck(
    FosterDb db,
    FileStore store,
    IFileScanner scanner,
    ScannerWatch watch,
    HandOver handOver,
    LondonClock clock,
    IOptions<UploadOptions> options,
    ILogger<FileCheck> log
)
{
    /// <summary>While somebody waits for it: a short question, which is asked again with more patience where it is in vain.</summary>
    public Task<FileState> LookAsync(Guid fileId, CancellationToken ct) =>
        LookAsync(fileId, TimeSpan.FromSeconds(options.Value.ScannerSeconds), false, ct);

    /// <summary>How far the file is now. A question in vain is counted.</summary>
    public Task<FileState> LookAsync(Guid fileId, TimeSpan patience, CancellationToken ct) =>
        LookAsync(fileId, patience, true, ct);

    private async Task<FileState> LookAsync(
        Guid fileId,
        TimeSpan patience,
        bool counts,
        CancellationToken ct
    )
    {
        var file = await db.Set<StoredFile>().AsNoTracking().SingleAsync(f => f.Id == fileId, ct);
        if (file.State != FileState.Quarantined)
            return file.State;
        ScanResult result;
        try
        {
            result = await scanner.ScanAsync(await store.OpenAsync(file, ct), patience, ct);
        }
        catch (VaultException e)
        {
            Broken(e.Message);
            return counts
                ? await TakenAsync(fileId, new(ScanVerdict.Unjudged), ct)
                : FileState.Quarantined;
        }
        watch.Heard(result.Verdict != ScanVerdict.Unknown);
        if (result.Verdict == ScanVerdict.Unknown)
        {
            Away(result.Words ?? "");
            return FileState.Quarantined;
        }
        if (result.Verdict == ScanVerdict.Unjudged)
        {
            Unjudged(fileId, result.Words ?? "");
            if (!counts)
                return FileState.Quarantined;
        }
        return await TakenAsync(fileId, result, ct);
    }

    private async Task<FileState> TakenAsync(Guid fileId, ScanResult result, CancellationToken ct)
    {
        try
        {
            return await db.WriteTogetherAsync(() => TakeAsync(fileId, result, ct), ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node was first.
            db.ChangeTracker.Clear();
            return await db.Set<StoredFile>()
                .Where(f => f.Id == fileId)
                .Select(f => f.State)
                .SingleAsync(ct);
        }
    }

    private async Task<FileState> TakeAsync(Guid fileId, ScanResult result, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var file = await db.Set<StoredFile>().SingleAsync(f => f.Id == fileId, ct);
        if (file.State != FileState.Quarantined)
            return file.State;
        var clean = result.Verdict == ScanVerdict.Clean;
        if (clean)
            file.Pass(clock.Now);
        else if (result.Verdict == ScanVerdict.Unjudged)
        {
            if (!file.Unjudged(clock.Now))
            {
                await db.SaveChangesAsync(ct);
                return file.State;
            }
            await store.DropAsync(file, ct);
        }
        else
        {
            file.Refuse(result.Words ?? "", clock.Now);
            await store.DropAsync(file, ct);
        }
        await handOver.PublishAsync(new FileChecked(file, clean), Actor.System(file.CouncilId), ct);
        await db.SaveChangesAsync(ct);
        return file.State;
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The virus scanner does not answer: {Why}. Files stay in quarantine."
    )]
    private partial void Away(string why);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The virus scanner could not judge file {FileId}: {Why}. It is asked again later."
    )]
    private partial void Unjudged(Guid fileId, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "A file in quarantine does not open: {Why}")]
    private partial void Broken(string why);
}

/// <summary>Remembers whether the scanner answered when it was asked last.</summary>
public sealed class ScannerWatch(
    IFileScanner scanner,
    IOptions<UploadOptions> options,
    TimeProvider time
)
{
    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(10);
    private long askedAt;
    private volatile bool answers = true;
    private volatile bool known;

    public void Heard(bool answered)
    {
        answers = answered;
        askedAt = time.GetTimestamp();
        known = true;
    }

    /// <summary>False while uploads wait for it. Asked at most every ten seconds, whoever wants to know.</summary>
    public async Task<bool> AnswersAsync(CancellationToken ct)
    {
        if (!known || time.GetElapsedTime(askedAt) > Holds)
            Heard(
                await scanner.AnswersAsync(TimeSpan.FromSeconds(options.Value.AnswerSeconds), ct)
            );
        return answers;
    }
}
