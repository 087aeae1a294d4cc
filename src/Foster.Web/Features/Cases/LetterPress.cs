using System.Security.Cryptography;
using System.Text;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

/// <summary>One copy of a letter before it is issued.</summary>
public sealed record LetterCopy(string Addressee, IReadOnlyList<string> AddressLines, string Body)
{
    public IReadOnlyList<string> Paragraphs { get; } =
        Body.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A letter as it would be issued now; nothing of it is stored.</summary>
/// <param name="Version">Of the council's own words; null for Foster's.</param>
public sealed record LetterDraft(
    Guid CaseId,
    LetterTemplate Template,
    Wording Words,
    int? Version,
    string Reference,
    string Sender,
    DateOnly On,
    IReadOnlyList<LetterCopy> Copies
)
{
    /// <summary>Tells whether what is issued is what was read.</summary>
    public string Mark { get; } =
        Convert.ToHexString(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        '\u001f',
                        [Template.Key, Words.Subject, .. Copies.Select(c => c.Addressee + c.Body)]
                    )
                )
            )
        )[..32];

    /// <summary>Where somebody read the letter first, it goes out as they read it or not at all.</summary>
    /// <param name="read">The mark of what they read; null where nobody had to read it first.</param>
    public IReadOnlyList<Refusal> AgainstUnread(string? read) =>
        read is null || read == Mark
            ? []
            :
            [
                new Refusal(
                    "The letter has changed since you read it: its words, or who it goes to. Read it again before you issue it."
                ),
            ];
}

/// <summary>Sets letters in the words that the council uses now, for reading before they are issued and for issuing.</summary>
public sealed class LetterPress(FosterDb db, CaseReads cases, TemplateBook book, LondonClock clock)
{
    /// <summary>A letter with its greeting and signature.</summary>
    public static string Whole(string givenName, string body, Council council) =>
        $"Dear {givenName},\n\n{body}\n\n{council.TeamName}\n{council.Telephone}";

    /// <param name="fill">Puts in what this letter says beside the reference.</param>
    public async Task<LetterDraft> DraftAsync(
        Guid caseId,
        LetterTemplate template,
        Func<LetterValues, LetterValues> fill,
        CancellationToken ct
    )
    {
        var of = await db.Set<Case>()
            .Where(c => c.Id == caseId)
            .Select(c => new { c.CouncilId, c.Reference })
            .SingleAsync(ct);
        var council = await db.Set<Council>().SingleAsync(c => c.Id == of.CouncilId, ct);
        var worded = book.Letter(
            of.CouncilId,
            template,
            fill(new LetterValues(council).About(of.Reference).On(clock.Today))
        );
        var copies = new List<LetterCopy>();
        foreach (var person in await cases.ApplicantsAsync(caseId, ct))
            copies.Add(
                new(
                    person.FullName,
                    await AddressAsync(person.PersonId, ct),
                    Whole(person.GivenName, worded.Words.Body, council)
                )
            );
        return new(
            caseId,
            template,
            worded.Words,
            worded.Version,
            of.Reference,
            council.PostalAddress,
            clock.Today,
            copies
        );
    }

    private async Task<IReadOnlyList<string>> AddressAsync(Guid personId, CancellationToken ct)
    {
        var address = await db.Set<Address>()
            .Where(a => a.PersonId == personId && a.To == null)
            .OrderByDescending(a => a.From)
            .Select(a => new
            {
                a.Lines,
                a.Town,
                a.Postcode,
            })
            .FirstOrDefaultAsync(ct);
        return address is null
            ? []
            : LetterReads.Lines(address.Lines, address.Town, address.Postcode);
    }
}
