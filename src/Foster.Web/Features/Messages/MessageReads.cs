using Foster.Web.Features.Cases;
using Foster.Web.Features.Reminders;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Messages;

/// <summary>A message of a case without its words.</summary>
/// <param name="WordsVersion">Of which version of the council's words it was made; null for Foster's.</param>
/// <param name="IsDigest">It tells its reader about several cases, so its words are no part of any one.</param>
public sealed record MessageLine(
    Guid Id,
    string Kind,
    string To,
    string Subject,
    OutboxState State,
    DateTime CreatedAt,
    DateTime DueAt,
    DateTime? SentAt,
    int Attempts,
    string? LastError,
    MessageChannel Channel,
    int? WordsVersion,
    bool IsDigest
);

/// <summary>The messages of a case, as far as the reader may know of them.</summary>
public sealed class MessageReads(FosterDb db, IDataProtectionProvider protection)
{
    public const int PageSize = 25;

    /// <summary>Who opens the messages of a case.</summary>
    public static IReadOnlyList<Role> Readers { get; } =
    [
        Role.RecruitmentOfficer,
        Role.Assessor,
        Role.SupervisingSocialWorker,
        Role.TeamManager,
        Role.PanelAdviser,
    ];

    /// <summary>One page, newest first.</summary>
    public async Task<ListPage<MessageLine>> PageAsync(
        Guid caseId,
        Actor actor,
        string? after,
        CancellationToken ct
    )
    {
        var messages = OfCase(caseId, actor);
        if (InstantCursor.Read(after) is var (at, id))
            messages = messages.Where(m =>
                m.CreatedAt < at || (m.CreatedAt == at && m.Id.CompareTo(id) < 0)
            );
        var rows = await Lines(
                messages
                    .OrderByDescending(m => m.CreatedAt)
                    .ThenByDescending(m => m.Id)
                    .Take(PageSize + 1)
            )
            .ToListAsync(ct);
        return new ListPage<MessageLine>(
            [.. rows.Take(PageSize)],
            rows.Count > PageSize
                ? InstantCursor.Write(rows[PageSize - 1].CreatedAt, rows[PageSize - 1].Id)
                : null
        );
    }

    public Task<MessageLine?> FindAsync(
        Guid caseId,
        Guid messageId,
        Actor actor,
        CancellationToken ct
    ) => Lines(OfCase(caseId, actor).Where(m => m.Id == messageId)).SingleOrDefaultAsync(ct);

    /// <summary>The words; null where they are no part of this case, not found yet, or erased.</summary>
    public async Task<string?> WordsAsync(MessageLine line, CancellationToken ct)
    {
        if (line.IsDigest)
            return null;
        var message = await db.Set<OutboxMessage>()
            .AsNoTracking()
            .SingleAsync(m => m.Id == line.Id, ct);
        return Outbox.BodyOf(message, protection) is { Length: > 0 } body
            ? MessageWords.WithoutKeys(body)
            : null;
    }

    /// <summary>The messages that a person has to look at, newest first, and how many wait to go out.</summary>
    public async Task<(IReadOnlyList<MessageLine> Failed, int Waiting, int All)> SumAsync(
        Guid caseId,
        Actor actor,
        int most,
        CancellationToken ct
    )
    {
        var counts = await OfCase(caseId, actor)
            .GroupBy(m => m.State)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var failed =
            counts.ContainsKey(OutboxState.Refused) || counts.ContainsKey(OutboxState.Unknown)
                ? await Lines(
                        OfCase(caseId, actor)
                            .Where(m =>
                                m.State == OutboxState.Refused || m.State == OutboxState.Unknown
                            )
                            .OrderByDescending(m => m.CreatedAt)
                            .ThenByDescending(m => m.Id)
                            .Take(most)
                    )
                    .ToListAsync(ct)
                : [];
        return (
            failed,
            counts.GetValueOrDefault(OutboxState.Queued)
                + counts.GetValueOrDefault(OutboxState.Claimed),
            counts.Values.Sum()
        );
    }

    /// <summary>
    /// Posted for the case, or a reminder of it. Nothing where the case is out of reach, and no kind whose act the reader
    /// would not find in the history either.
    /// </summary>
    internal IQueryable<OutboxMessage> OfCase(Guid caseId, Actor actor)
    {
        var reminders = db.Set<Reminder>()
            .Where(r => r.CaseId == caseId && r.MessageId != null)
            .Select(r => r.MessageId!.Value);
        var messages = db.Set<OutboxMessage>()
            .Where(m => db.Set<Case>().Any(c => c.Id == caseId))
            .Where(m => m.CaseId == caseId || reminders.Contains(m.Id))
            // A text whose number is not looked up yet may turn out to be wanted by nobody.
            .Where(m =>
                m.Channel == MessageChannel.Email
                || m.Recipient != ""
                || m.State == OutboxState.Refused
                || m.State == OutboxState.SentAgain
            );
        if (TimelineAudience.OpenTo(actor.Role) is not { } open)
            return messages;
        List<string> kinds = [.. open, MessageWords.Reminders];
        return messages.Where(m => kinds.Any(k => EF.Functions.Like(m.Kind, k + "%")));
    }

    private static IQueryable<MessageLine> Lines(IQueryable<OutboxMessage> messages) =>
        messages.Select(m => new MessageLine(
            m.Id,
            m.Kind,
            m.Recipient,
            m.Subject,
            m.State,
            m.CreatedAt,
            m.DueAt,
            m.SentAt,
            m.Attempts,
            m.LastError,
            m.Channel,
            m.WordsVersion,
            m.CaseId == null
        ));
}
