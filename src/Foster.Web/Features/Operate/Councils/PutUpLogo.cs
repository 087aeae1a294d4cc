using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Files;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate.Councils;

public sealed record PutUpLogoInput(ReadOnlyMemory<byte> Content);

/// <summary>Puts a picture into the header of the council's pages, in the place of the one before.</summary>
public sealed class PutUpLogo(FosterDb db, CouncilHistory history)
{
    public const int MaxBytes = 200 * 1024;
    public const int MaxPixels = 1000;

    public async Task<Result> RunAsync(PutUpLogoInput input, Actor actor, CancellationToken ct)
    {
        if (CouncilAct.Against(actor) is { } refusal)
            return Result.Refused(refusal);
        if (Against(input.Content, out var picture) is { } wrong)
            return Result.Refused(wrong, null, "logo");
        var council = await db.Set<Council>().SingleAsync(c => c.Id == actor.CouncilId, ct);
        var logo = new CouncilLogo
        {
            CouncilId = council.Id,
            Type = picture!.Type,
            Width = picture.Width,
            Height = picture.Height,
            Content = input.Content.ToArray(),
        };
        db.RemoveRange(
            await db.Set<CouncilLogo>().Where(l => l.CouncilId == council.Id).ToListAsync(ct)
        );
        db.Add(logo);
        council.LogoId = logo.Id;
        history.Write(
            actor,
            council.Id,
            new HistoryNote(
                "council.logo",
                $"New logo, {picture.Type}, {picture.Width} by {picture.Height} pixels"
            )
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    private static string? Against(ReadOnlyMemory<byte> content, out Picture? picture)
    {
        picture = null;
        if (content.IsEmpty)
            return "Select a picture";
        if (content.Length > MaxBytes)
            return "The picture must be 200 KB or smaller";
        picture = Picture.Of(content.Span);
        if (picture is null)
            return "The picture must be a PNG or a JPEG, and whole";
        return picture.Width > MaxPixels || picture.Height > MaxPixels
            ? $"The picture must be 1,000 pixels or fewer each way. It is {picture.Width} by {picture.Height}"
            : null;
    }
}
