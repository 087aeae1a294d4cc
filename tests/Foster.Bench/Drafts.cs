using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Foster.Bench;

/// <summary>Copies of a journey that somebody walked to its last page, each with another person in it.</summary>
internal static class Drafts
{
    /// <summary>Stands in the answers wherever something has to differ from person to person.</summary>
    public const string Marker = "Zqmark";

    private const int AtOnce = 100;

    public static async Task<IResult> CopyAsync(
        Guid from,
        int count,
        FosterDb db,
        IDataProtectionProvider protection,
        CancellationToken ct
    )
    {
        var protector = protection.CreateProtector("Foster.Journey");
        var draft = await db.Set<JourneyDraft>().AsNoTracking().SingleAsync(d => d.Id == from, ct);
        var answers = protector.Unprotect(draft.Answers);
        var ids = new List<string>(count);
        for (var i = 0; i < count; i++)
        {
            var id = Guid.NewGuid();
            ids.Add(id.ToString("N"));
            db.Add(
                new JourneyDraft
                {
                    Id = id,
                    Journey = draft.Journey,
                    Answered = draft.Answered,
                    ExpiresAt = draft.ExpiresAt,
                    Answers = protector.Protect(Renamed(answers, id)),
                }
            );
            if ((i + 1) % AtOnce == 0 || i + 1 == count)
            {
                await db.SaveChangesAsync(ct);
                db.ChangeTracker.Clear();
            }
        }

        return Results.Text(string.Join('\n', ids));
    }

    /// <summary>Letters only, since a name holds no digits.</summary>
    private static string Renamed(string answers, Guid id)
    {
        var letters = string.Concat(
            id.ToString("N").Select(c => (char)('a' + Convert.ToInt32(c.ToString(), 16)))
        );
        return answers
            .Replace(Marker, "Z" + letters, StringComparison.Ordinal)
            .Replace(Marker.ToLowerInvariant(), "z" + letters, StringComparison.Ordinal);
    }
}
