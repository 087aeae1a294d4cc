using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.Data;

/// <summary>Where a form's sender goes next, and one line that says what was done.</summary>
public sealed record Sent(string Path, string Text = "");

/// <summary>What came of sending a form once.</summary>
/// <param name="AlreadySent">The result is an earlier one, of the same or of other content.</param>
/// <param name="Before">What used up the key, with other content: show what was sent.</param>
public sealed record OnceResult(
    Result<Sent> Outcome,
    bool AlreadySent = false,
    Submission? Before = null
);

/// <summary>
/// Makes an act happen once for each form that was handed out: key, act and result are saved together, a refused act
/// leaves the key unused, and the same post again is shown the first result.
/// </summary>
public sealed class Once(FosterDb db, LondonClock clock)
{
    private Guid? unused;

    public async Task<OnceResult> RunAsync(
        Guid key,
        string contentHash,
        Guid accountId,
        Func<CancellationToken, Task<Result<Sent>>> act,
        CancellationToken ct,
        string? words = null
    )
    {
        var earlier = unused == key ? null : await FindAsync(key, ct);
        if (earlier is not null)
            return Earlier(earlier, contentHash, accountId);
        await using var transaction = await db.BeginWriteAsync(ct);
        var submission = new Submission
        {
            Key = key,
            ContentHash = contentHash,
            AccountId = accountId,
            Words = words,
            CreatedAt = clock.Now,
        };
        db.Add(submission);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            await transaction.RollbackAsync(ct);
            db.ChangeTracker.Clear();
            earlier = await FindAsync(key, ct);
            if (earlier is null)
                throw;
            return Earlier(earlier, contentHash, accountId);
        }
        var outcome = await act(ct);
        if (!outcome.Ok)
        {
            await transaction.RollbackAsync(ct);
            db.ChangeTracker.Clear();
            return new OnceResult(outcome);
        }
        submission.CaseId = Concerned();
        submission.ResultPath = outcome.Value.Path;
        submission.ResultText = Submission.Short(outcome.Value.Text);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new OnceResult(outcome);
    }

    /// <summary>
    /// The same for an act that reads nothing back of what it has saved: its rows, the key and the result go to the
    /// database together, and nobody waits at the write gate while it thinks.
    /// </summary>
    public async Task<OnceResult> RunTogetherAsync(
        Guid key,
        string contentHash,
        Guid accountId,
        Func<CancellationToken, Task<Result<Sent>>> act,
        CancellationToken ct,
        string? words = null
    )
    {
        if (await FindAsync(key, ct) is { } earlier)
            return Earlier(earlier, contentHash, accountId);
        Result<Sent> outcome;
        using (db.HoldBack())
            outcome = await act(ct);
        if (!outcome.Ok)
        {
            db.ChangeTracker.Clear();
            return new OnceResult(outcome);
        }
        db.Add(
            new Submission
            {
                Key = key,
                ContentHash = contentHash,
                AccountId = accountId,
                Words = words,
                CaseId = Concerned(),
                CreatedAt = clock.Now,
                ResultPath = outcome.Value.Path,
                ResultText = Submission.Short(outcome.Value.Text),
            }
        );
        try
        {
            await db.SaveChangesAsync(ct);
            return new OnceResult(outcome);
        }
        catch (DbUpdateException)
        {
            // Of several at once one was first, and then the others find the key used or the record changed.
            db.ChangeTracker.Clear();
            if (await FindAsync(key, ct) is not { } first)
                throw;
            return Earlier(first, contentHash, accountId);
        }
    }

    /// <summary>What used up the key; null while nothing has.</summary>
    public async Task<Submission?> FindAsync(Guid key, CancellationToken ct)
    {
        var found = await db.Set<Submission>()
            .AsNoTracking()
            .SingleOrDefaultAsync(s => s.Key == key, ct);
        unused = found is null ? key : null;
        return found;
    }

    private Guid? Concerned() =>
        db
            .ChangeTracker.Entries<HistoryEntry>()
            .Select(e => (Guid?)e.Entity.CaseId)
            .FirstOrDefault();

    private static OnceResult Earlier(Submission earlier, string contentHash, Guid accountId) =>
        earlier.AccountId != accountId
            ? new OnceResult(
                Result<Sent>.Refused(
                    "This page was opened by somebody else. Open it again and send your answers."
                ),
                AlreadySent: true
            )
            : new OnceResult(
                new Sent(earlier.ResultPath, earlier.ResultText),
                AlreadySent: true,
                Before: earlier.ContentHash != contentHash ? earlier : null
            );
}
