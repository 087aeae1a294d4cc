using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.Actors;

/// <summary>How a council's pages look and whom their foot names.</summary>
public sealed record CouncilLook(
    string Name,
    string Telephone,
    string OpeningHours,
    Accent? Accent,
    Guid? LogoId
);

/// <summary>Whose colours and logo stand on the page that is being drawn.</summary>
public sealed class CouncilLooks(FosterDb db)
{
    /// <summary>
    /// Those of the reader's council, or of the only one there is; null for visitors of a region. Read anew for each page,
    /// so that a change is seen at once whichever node answers.
    /// </summary>
    /// <param name="councilId">The reader's council; null for visitors.</param>
    public async Task<CouncilLook?> OfReaderAsync(Guid? councilId, CancellationToken ct)
    {
        var councils = db.Set<Council>().AsNoTracking();
        if (councilId is { } mine)
            councils = councils.Where(c => c.Id == mine);
        var found = await councils
            .OrderBy(c => c.Id)
            .Select(c => new CouncilLook(c.Name, c.Telephone, c.OpeningHours, c.Accent, c.LogoId))
            .Take(2)
            .ToListAsync(ct);
        return found is [var only] ? only : null;
    }

    /// <summary>The picture behind a name; null where there is none, or none any more.</summary>
    public Task<CouncilLogo?> LogoAsync(Guid id, CancellationToken ct) =>
        db.Set<CouncilLogo>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, ct);
}
