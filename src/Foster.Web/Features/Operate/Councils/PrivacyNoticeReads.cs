using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate.Councils;

/// <summary>A version of a council's privacy notice.</summary>
/// <param name="ValidFrom">Null for the one with which the council began.</param>
/// <param name="Now">Whether it is the one valid today.</param>
/// <param name="Coming">Whether it is not valid yet.</param>
public sealed record NoticeVersion(
    string Number,
    string Text,
    DateOnly? ValidFrom,
    string? AddedBy,
    bool Now,
    bool Coming
);

/// <summary>Every version of a privacy notice, newest first.</summary>
public sealed class PrivacyNoticeReads(FosterDb db, LondonClock clock)
{
    public async Task<IReadOnlyList<NoticeVersion>> AllAsync(Guid councilId, CancellationToken ct)
    {
        var first = await db.Set<Council>()
            .AsNoTracking()
            .Where(c => c.Id == councilId)
            .Select(c => new { c.PrivacyNoticeVersion, c.PrivacyNotice })
            .SingleAsync(ct);
        var added = await db.Set<PrivacyNotice>()
            .AsNoTracking()
            .Where(n => n.CouncilId == councilId)
            .OrderByDescending(n => n.ValidFrom)
            .ThenByDescending(n => n.AddedAt)
            .ToListAsync(ct);
        var today = clock.Today;
        var now = added.FirstOrDefault(n => n.ValidFrom <= today);
        return
        [
            .. added.Select(n => new NoticeVersion(
                n.Number,
                n.Text,
                n.ValidFrom,
                n.AddedBy,
                n == now,
                n.ValidFrom > today
            )),
            new NoticeVersion(
                first.PrivacyNoticeVersion,
                first.PrivacyNotice,
                null,
                null,
                now is null,
                false
            ),
        ];
    }
}
