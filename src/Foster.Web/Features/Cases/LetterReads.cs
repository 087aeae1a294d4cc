using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

/// <summary>A letter as a list shows it.</summary>
public sealed record LetterLine(
    Guid Id,
    string Reference,
    string Addressee,
    string Subject,
    DateOnly IssuedOn,
    bool HasEmail
);

/// <summary>A letter as it is printed.</summary>
public sealed record LetterView(
    Guid Id,
    Guid CaseId,
    string Reference,
    string Sender,
    string Addressee,
    IReadOnlyList<string> AddressLines,
    string Subject,
    IReadOnlyList<string> Paragraphs,
    DateOnly IssuedOn,
    string IssuedBy,
    DateTime? FirstReadAt,
    DateOnly? PostedOn,
    string? PostedBy,
    int? WordsVersion
);

/// <summary>Reads letters within the reader's scope.</summary>
public sealed class LetterReads(FosterDb db)
{
    public const int PageSize = 25;

    /// <summary>Letters that nobody has read by link and nobody has posted, oldest first; one more than a page.</summary>
    /// <param name="after">The last line of the page before, as day and id.</param>
    public async Task<IReadOnlyList<LetterLine>> WaitingAsync(
        Guid councilId,
        (DateOnly On, Guid Id)? after,
        CancellationToken ct
    )
    {
        var letters = db.Set<Letter>()
            .Where(l => l.CouncilId == councilId && l.FirstReadAt == null && l.PostedOn == null);
        if (after is { } last)
            letters = letters.Where(l =>
                l.IssuedOn > last.On || (l.IssuedOn == last.On && l.Id > last.Id)
            );
        return await (
            from l in letters.OrderBy(l => l.IssuedOn).ThenBy(l => l.Id).Take(PageSize + 1)
            join c in db.Set<Case>() on l.CaseId equals c.Id
            join p in db.Set<Person>() on l.PersonId equals p.Id
            orderby l.IssuedOn, l.Id
            select new LetterLine(
                l.Id,
                c.Reference,
                p.GivenName + " " + p.FamilyName,
                l.Subject,
                l.IssuedOn,
                p.Email != null
            )
        ).ToListAsync(ct);
    }

    public async Task<LetterView?> FindAsync(Guid letterId, CancellationToken ct)
    {
        var found = await (
            from l in db.Set<Letter>().AsNoTracking()
            join c in db.Set<Case>() on l.CaseId equals c.Id
            join p in db.Set<Person>() on l.PersonId equals p.Id
            join o in db.Set<Council>() on l.CouncilId equals o.Id
            where l.Id == letterId
            select new
            {
                Letter = l,
                c.Reference,
                o.PostalAddress,
                Name = p.GivenName + " " + p.FamilyName,
            }
        ).SingleOrDefaultAsync(ct);
        if (found is null)
            return null;
        var address = await db.Set<Address>()
            .Where(a => a.PersonId == found.Letter.PersonId && a.To == null)
            .OrderByDescending(a => a.From)
            .Select(a => new
            {
                a.Lines,
                a.Town,
                a.Postcode,
            })
            .FirstOrDefaultAsync(ct);
        return new LetterView(
            found.Letter.Id,
            found.Letter.CaseId,
            found.Reference,
            found.PostalAddress,
            found.Name,
            address is null ? [] : Lines(address.Lines, address.Town, address.Postcode),
            found.Letter.Subject,
            [
                .. found
                    .Letter.Body.ReplaceLineEndings("\n")
                    .Split("\n\n", StringSplitOptions.RemoveEmptyEntries),
            ],
            found.Letter.IssuedOn,
            found.Letter.IssuedBy,
            found.Letter.FirstReadAt,
            found.Letter.PostedOn,
            found.Letter.PostedBy,
            found.Letter.WordsVersion
        );
    }

    /// <summary>An address as it stands on an envelope.</summary>
    public static IReadOnlyList<string> Lines(string lines, string? town, string postcode) =>
        [
            .. lines
                .Split('\n')
                .Append(town ?? "")
                .Append(postcode)
                .Select(line => line.Trim())
                .Where(line => line.Length > 0),
        ];
}
