using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;

namespace Foster.Web.Foundation.History;

/// <summary>What is to be written down of an access.</summary>
/// <param name="Page">The page as the program lists it, never the address with its values.</param>
public sealed record AccessNote(AccessAct Act, string Page, IReadOnlyCollection<AccessKind> Kinds)
{
    public Guid? CaseId { get; init; }
    public Guid? PersonId { get; init; }
    public Guid? SubjectId { get; init; }
    public int Rows { get; init; } = 1;

    /// <summary>Why, where a rule asks for a reason.</summary>
    public string? Reason { get; init; }
}

/// <summary>
/// The one way an access is written down. It is saved by itself and at once, in a scope of its own, so that nothing
/// is shown before it stands there and nothing else is saved with it.
/// </summary>
public sealed class AccessLog(
    IServiceScopeFactory scopes,
    LondonClock clock,
    HistoryWords words,
    Whereabouts whereabouts
)
{
    public async Task WriteAsync(Actor actor, AccessNote note, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        var body = note.Reason is null
            ? null
            : words.Seal(AccessBody.Table, id, new HistoryContent("", Reason: note.Reason));
        await using var services = scopes.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<CouncilScope>().EnterCases(actor.CouncilId, []);
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        db.Add(
            new AccessEntry
            {
                Id = id,
                CouncilId = actor.CouncilId,
                Act = note.Act,
                Kinds = string.Join(' ', note.Kinds.Distinct().Order()),
                Page = note.Page,
                CaseId = note.CaseId,
                PersonId = note.PersonId,
                SubjectId = note.SubjectId,
                Rows = note.Rows,
                RecordedAt = Facts.Kept(clock.Now),
                ActorId = actor.AccountId == Guid.Empty ? null : actor.AccountId,
                ActorName = DoerNames.Shown(actor),
                ActorRole = actor.Role.ToString(),
                FromAddress = whereabouts.Address,
                ContentDigest = body?.Digest,
                Body = body is null ? null : new AccessBody { EntryId = id, Content = body.Cipher },
            }.Signed()
        );
        await db.SaveChangesAsync(ct);
    }
}
