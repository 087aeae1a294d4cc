using Foster.Web.Foundation.Alerts;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.Mail;

/// <summary>A message ready to be kept: its words, and the number of the council's version that they are of.</summary>
public sealed record Worded(Wording Words, int? Version);

/// <summary>
/// The words of all councils that are in use now, in memory, so that a message is worded without asking the database. What
/// a newer program can fill no more is left out: Foster's own words stand in, and the administrators are told.
/// </summary>
public sealed class TemplateBook(IServiceScopeFactory scopes, AlertBook alerts) : IDisposable
{
    private readonly SemaphoreSlim alone = new(1, 1);
    private volatile Edition edition = new(null, []);

    private sealed record Edition(
        (int Count, Guid Last)? Mark,
        Dictionary<(Guid CouncilId, string Key), TemplateVersion> Words
    );

    /// <summary>Whether it has been read since the program started.</summary>
    public bool IsRead => edition.Mark is not null;

    /// <summary>The message in the council's words, or in Foster's where it has none.</summary>
    public Worded Of(Guid councilId, Email email)
    {
        if (email is not { Template: { Fixed: null } template, Values: { } values })
            return new(new Wording(email.Subject, email.Body), email.WordsVersion);
        return edition.Words.GetValueOrDefault((councilId, template.Key)) is { } version
            ? new(version.Words.Filled(values), version.Number)
            : new(template.Words.Filled(values), null);
    }

    /// <summary>A letter in the council's words, or in Foster's where it has none.</summary>
    public Worded Letter(Guid councilId, LetterTemplate template, LetterValues values) =>
        edition.Words.GetValueOrDefault((councilId, template.Key)) is { } version
            ? new(version.Words.Filled(values), version.Number)
            : new(template.Words.Filled(values), null);

    /// <summary>Whether a text message goes beside this kind of message.</summary>
    public bool HasText(Guid councilId, MailTemplate template) =>
        (edition.Words.GetValueOrDefault((councilId, template.Key))?.Text ?? template.Text).Length
        > 0;

    /// <summary>Reads what is in use now, where anything was added since.</summary>
    public async Task RenewAsync(CancellationToken ct)
    {
        await alone.WaitAsync(ct);
        try
        {
            await using var services = scopes.CreateAsyncScope();
            var db = services.ServiceProvider.GetRequiredService<FosterDb>();
            var all = db.Set<TemplateVersion>()
                .IgnoreQueryFilters([FosterDb.CouncilFilter])
                .AsNoTracking();
            var mark = (
                await all.CountAsync(ct),
                await all.OrderByDescending(v => v.AddedAt)
                    .ThenByDescending(v => v.Id)
                    .Select(v => v.Id)
                    .FirstOrDefaultAsync(ct)
            );
            if (edition.Mark == mark)
                return;
            var current = await all.Where(v =>
                    v.Number
                    == all.Where(o => o.CouncilId == v.CouncilId && o.Key == v.Key)
                        .Max(o => o.Number)
                )
                .Where(v => !v.IsDefault)
                .ToListAsync(ct);
            var broken = current.Where(IsBroken).ToList();
            edition = new(
                mark,
                current.Except(broken).ToDictionary(v => (v.CouncilId, v.Key), v => v)
            );
            foreach (var version in broken)
                await TellAsync(version, ct);
        }
        finally
        {
            alone.Release();
        }
    }

    public void Dispose() => alone.Dispose();

    private static bool IsBroken(TemplateVersion version) =>
        MailTemplates.Find(version.Key) is not { Fixed: null } template
        || WordingCheck.AgainstPlaces(template, version.Words).Count > 0;

    private Task TellAsync(TemplateVersion version, CancellationToken ct) =>
        alerts.RaiseAsync(
            version.CouncilId,
            new AlertNote(
                "words.broken",
                $"words.broken:{version.Key}:{version.Number}",
                $"Your words for the message “{MailTemplates.Find(version.Key)?.Name ?? version.Key}” (version {version.Number}) cannot be filled any more, so Foster’s own are used. Write them anew under Messages."
            ),
            ct
        );
}

/// <summary>Keeps the book as it is on record: words that were published on another node are used here soon after.</summary>
public sealed class TemplateRounds(TemplateBook book, ILogger<TemplateRounds> log) : Rounds(log)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan UntilRead = TimeSpan.FromSeconds(1);

    /// <summary>Read before the first message is written; where that fails, the rounds go on trying.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await book.RenewAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The next round meets the same and says so.
        }
        await base.StartAsync(cancellationToken);
    }

    protected override Task WaitAsync(CancellationToken ct) =>
        Task.Delay(book.IsRead ? Every : UntilRead, ct);

    public override Task RoundAsync(CancellationToken ct) => book.RenewAsync(ct);
}
