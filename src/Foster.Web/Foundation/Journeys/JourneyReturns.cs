using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.Journeys;

/// <summary>How somebody comes back to an unfinished journey (section SavedForms).</summary>
public sealed class SavedFormOptions
{
    public const string Section = "SavedForms";

    /// <summary>So long a link works, and so long its answers are kept.</summary>
    public int Days { get; set; } = 28;

    /// <summary>So many messages with a link go to one address in an hour; what is asked for beyond is not sent.</summary>
    public int MessagesAnHour { get; set; } = 4;
}

// Coming back by a link. The draft is known by a digest of the address, and the link by a digest of its secret.
public sealed partial class JourneyDrafts
{
    private const int MostOfAnAddress = 3;

    /// <summary>Unfinished drafts that were saved for this address, the newest first.</summary>
    public Task<List<JourneyDraft>> OfAddressAsync(
        string email,
        string journey,
        CancellationToken ct
    )
    {
        var (key, now) = (ReturnKeyOf(email), clock.Now);
        return db.Set<JourneyDraft>()
            .Where(d => d.ReturnKey == key && d.Journey == journey && d.ExpiresAt > now)
            .OrderByDescending(d => d.SavedAt)
            .Take(MostOfAnAddress)
            .ToListAsync(ct);
    }

    /// <summary>Lays one answer over those that are there, without counting its question as answered. The caller saves.</summary>
    public void Note(JourneyDraft draft, Form answer) =>
        draft.Answers = protector.Protect(answer.ToJson(over: AnswersOf(draft)));

    /// <summary>Keeps a draft for whoever reads the mail of this address. The caller makes the link and saves.</summary>
    public void KeepFor(JourneyDraft draft, string email, TimeSpan life)
    {
        draft.ReturnKey = ReturnKeyOf(email);
        draft.SavedAt = clock.Now;
        draft.KeepUntil(clock.Now + life);
    }

    /// <summary>True for the address to which the last link went.</summary>
    public static bool IsFor(JourneyDraft draft, string email) =>
        draft.ReturnKey == ReturnKeyOf(email);

    /// <summary>
    /// The same answers under a new id: whoever comes back by the link holds them alone, and the browser in which they were
    /// typed does not any more. The caller saves.
    /// </summary>
    public JourneyDraft Renew(JourneyDraft draft)
    {
        var renewed = new JourneyDraft
        {
            Id = new Guid(RandomNumberGenerator.GetBytes(16)),
            Journey = draft.Journey,
            Answers = draft.Answers,
            Answered = draft.Answered,
            ExpiresAt = draft.ExpiresAt,
            BegunAt = draft.BegunAt,
            IsTrapped = draft.IsTrapped,
            Source = draft.Source,
            ReturnKey = draft.ReturnKey,
            SavedAt = draft.SavedAt,
        };
        db.Remove(draft);
        db.Add(renewed);
        return renewed;
    }

    private static string ReturnKeyOf(string email) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes("return|" + email.Trim().ToLowerInvariant()))
        );
}
