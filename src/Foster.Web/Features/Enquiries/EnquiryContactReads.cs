using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries;

/// <summary>Whom to call about fostering with one council.</summary>
public sealed record TeamContact(
    string Council,
    string Team,
    string Telephone,
    string OpeningHours,
    string Email
);

/// <summary>The telephone numbers on the public pages.</summary>
public sealed class EnquiryContactReads(FosterDb db)
{
    public async Task<IReadOnlyList<TeamContact>> AllAsync(CancellationToken ct) =>
        await Contacts(db.Set<Council>()).ToListAsync(ct);

    public Task<TeamContact?> OfAsync(Guid councilId, CancellationToken ct) =>
        Contacts(db.Set<Council>().Where(c => c.Id == councilId)).SingleOrDefaultAsync(ct);

    private static IQueryable<TeamContact> Contacts(IQueryable<Council> councils) =>
        councils
            .OrderBy(c => c.Name)
            .Select(c => new TeamContact(c.Name, c.TeamName, c.Telephone, c.OpeningHours, c.Email));
}
