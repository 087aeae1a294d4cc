using System.Security.Cryptography;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.Journeys;

/// <summary>Keeps the drafts of journeys. Nothing is stored before somebody sends their first answer.</summary>
public sealed partial class JourneyDrafts(
    FosterDb db,
    LondonClock clock,
    IDataProtectionProvider protection
)
{
    /// <summary>How long answers are kept after the last one.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private const int EraseAtOnce = 20;
    private const int Tries = 6;

    private readonly IDataProtector protector = protection.CreateProtector("Foster.Journey");

    /// <summary>The draft, unless it was never there or its time is over.</summary>
    public Task<JourneyDraft?> FindAsync(Guid? id, string journey, CancellationToken ct)
    {
        var now = clock.Now;
        return id is null
            ? Task.FromResult<JourneyDraft?>(null)
            : db.Set<JourneyDraft>()
                .SingleOrDefaultAsync(
                    d => d.Id == id && d.Journey == journey && d.ExpiresAt > now,
                    ct
                );
    }

    /// <summary>The answers as JSON; null when there are none or they cannot be opened any more.</summary>
    public string? AnswersOf(JourneyDraft? draft) => Open(draft?.Answers);

    /// <summary>What the confirmation page shows; null while it is not sent.</summary>
    public string? OutcomeOf(JourneyDraft? draft) => Open(draft?.Outcome);

    /// <summary>
    /// Lays the answers of one page over those that are there, in a new draft where there is none. Of two windows that
    /// answer at once both are kept. A draft that was sent is handed back as it is.
    /// </summary>
    /// <param name="brought">Answers with which a new draft begins, as JSON. Their questions are still asked.</param>
    /// <param name="answered">False while somebody stops in the middle of the question.</param>
    public async Task<JourneyDraft> SaveAsync(
        Guid? id,
        string journey,
        JourneyQuestion question,
        Form page,
        CancellationToken ct,
        string? brought = null,
        bool trapped = false,
        bool answered = true
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            var draft = await FindAsync(id, journey, ct);
            if (draft is { IsSent: true })
                return draft;
            if (draft is null)
            {
                await EraseExpiredAsync(ct);
                draft = Fresh(journey, null);
                db.Add(draft);
            }
            draft.IsTrapped |= trapped;
            draft.Answers = protector.Protect(page.ToJson(over: AnswersOf(draft) ?? brought));
            if (answered)
                draft.MarkAnswered(question.Slug);
            draft.KeepUntil(clock.Now + Life);
            try
            {
                await db.SaveChangesAsync(ct);
                return draft;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Tries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Begins a draft for somebody of whom something is known. Nothing counts as answered by it.</summary>
    public async Task<JourneyDraft> BeginAsync(
        string journey,
        string known,
        string source,
        CancellationToken ct
    )
    {
        var draft = Fresh(journey, source);
        draft.Answers = protector.Protect(known);
        draft.ExpiresAt = clock.Now + Life;
        db.Add(draft);
        await db.SaveChangesAsync(ct);
        return draft;
    }

    private JourneyDraft Fresh(string journey, string? source) =>
        new()
        {
            Id = new Guid(RandomNumberGenerator.GetBytes(16)),
            Journey = journey,
            ExpiresAt = clock.Now,
            BegunAt = clock.Now,
            Source = source,
        };

    /// <summary>Leaves nothing of the answers and keeps what came of them. The caller saves, with the act itself.</summary>
    public void Finish(JourneyDraft draft, string outcome)
    {
        draft.Answers = "";
        draft.Answered = "";
        draft.Outcome = protector.Protect(outcome);
        draft.ReturnKey = null;
        draft.ExpiresAt = clock.Now + Life;
    }

    /// <summary>Forgets a draft because its owner wants to begin anew.</summary>
    public async Task EraseAsync(Guid id, CancellationToken ct)
    {
        await using var transaction = await db.BeginWriteAsync(ct);
        await db.Set<JourneyDraft>().Where(d => d.Id == id).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Whoever begins a draft takes a few away whose time is over.</summary>
    private async Task EraseExpiredAsync(CancellationToken ct)
    {
        var now = clock.Now;
        var old = await db.Set<JourneyDraft>()
            .Where(d => d.ExpiresAt <= now)
            .OrderBy(d => d.ExpiresAt)
            .Select(d => d.Id)
            .Take(EraseAtOnce)
            .ToListAsync(ct);
        if (old.Count == 0)
            return;
        await using var transaction = await db.BeginWriteAsync(ct);
        await db.Set<JourneyDraft>().Where(d => old.Contains(d.Id)).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private string? Open(string? kept)
    {
        if (string.IsNullOrEmpty(kept))
            return null;
        try
        {
            return protector.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
