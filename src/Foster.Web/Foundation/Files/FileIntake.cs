using System.Security.Cryptography;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Foster.Web.Foundation.Files;

/// <summary>Where a file belongs, as the feature says that takes it.</summary>
public sealed record FilePlace(
    Guid CouncilId,
    Guid CaseId,
    string SubjectKind,
    Guid SubjectId,
    string Purpose,
    Guid? PersonId,
    string? ReceivedFrom = null
);

/// <summary>The one way a file comes in and goes again. What comes in is in quarantine.</summary>
public sealed class FileIntake(
    FosterDb db,
    FileStore store,
    LondonClock clock,
    IOptions<UploadOptions> options
)
{
    /// <summary>Checks it and puts it into quarantine, in the transaction of the caller, who saves.</summary>
    public async Task<Result<StoredFile>> AddAsync(
        FilePlace place,
        ChosenFile? chosen,
        Actor actor,
        string field,
        CancellationToken ct
    )
    {
        var against = ChosenFile.Against(chosen, options.Value, field);
        if (against.Count > 0)
            return Result<StoredFile>.Refused(against);
        await db.AloneAsync($"files {place.SubjectId}", ct);
        var here = await db.Set<StoredFile>()
            .Where(f => f.SubjectId == place.SubjectId)
            .Select(f => new { f.Number, f.State })
            .ToListAsync(ct);
        if (
            here.Count(f => f.State is FileState.Quarantined or FileState.Clean)
            >= options.Value.MostOfOne
        )
            return Result<StoredFile>.Refused(FileWords.TooMany(options.Value), null, field);
        var content = chosen!.Content;
        var kind = FileKind.Of(content)!;
        var file = new StoredFile
        {
            CouncilId = place.CouncilId,
            CaseId = place.CaseId,
            SubjectKind = place.SubjectKind,
            SubjectId = place.SubjectId,
            PersonId = place.PersonId,
            Purpose = place.Purpose,
            Number = here.Count == 0 ? 1 : here.Max(f => f.Number) + 1,
            OriginalName = ChosenFile.Plain(chosen.Name),
            Type = kind.Type,
            Extension = kind.Extension,
            Size = content.Length,
            Digest = Convert.ToHexStringLower(SHA256.HashData(content.Span)),
            ReceivedFrom = place.ReceivedFrom,
            AddedById = actor.AccountId,
            AddedBy = actor.Name,
            AddedAt = clock.Now,
        };
        db.Add(file);
        await store.PutAsync(file, content, ct);
        return file;
    }

    /// <summary>Takes the content away and keeps that it was there. The caller saves.</summary>
    public async Task RemoveAsync(
        StoredFile file,
        string because,
        Actor actor,
        CancellationToken ct
    )
    {
        file.Remove(actor.Name, because, clock.Now);
        await store.DropAsync(file, ct);
    }
}
