using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries;

/// <summary>
/// Looks for what a caller says of themselves. An address, a number and a postcode are whole or nothing, and found along
/// an index; of a reference the beginning is enough, and of a name any part of it.
/// </summary>
public sealed partial class EnquiryQueueReads
{
    private const int ReferencePart = 4;
    private const int MostWords = 5;
    private const string NotInReferences = "01IO";

    private async Task<IQueryable<Enquiry>> MatchingAsync(
        IQueryable<Enquiry> enquiries,
        string text,
        Guid councilId,
        CancellationToken ct
    )
    {
        var cases = await CasesAsync(text.Trim(), councilId, ct);
        return enquiries.Where(e => cases.Contains(e.CaseId));
    }

    private async Task<IQueryable<Guid>> CasesAsync(
        string text,
        Guid councilId,
        CancellationToken ct
    )
    {
        if (text.Contains('@', StringComparison.Ordinal))
            return Of(WithKey(PersonKey.DigestOfEmail(text), Likeness.Email, councilId));
        if (PhoneField.Normalise(text) is { } telephone)
            return Of(
                WithKey(PersonKey.DigestOfTelephone(telephone), Likeness.Telephone, councilId)
            );
        if (PostcodeField.Normalise(text) is { } postcode)
            return Of(
                db.Set<Address>()
                    .Where(a => a.CouncilId == councilId && a.Postcode == postcode && a.To == null)
                    .Select(a => a.PersonId)
            );
        var code = await db.Set<Council>()
            .Where(c => c.Id == councilId)
            .Select(c => c.Code)
            .SingleAsync(ct);
        if (Reference(text, code) is not { } reference)
            return Of(Named(text));
        var isWhole = reference.Length == code.Length + 2 * (1 + ReferencePart);
        var referred = (
            isWhole
                ? db.Set<Case>().Where(c => c.Reference == reference)
                : db.Set<Case>().Where(c => c.Reference.StartsWith(reference))
        ).Select(c => c.Id);
        // A name may be made of nothing but the letters of references.
        return text.Any(char.IsAsciiDigit) ? referred : referred.Union(Of(Named(text)));
    }

    private IQueryable<Guid> WithKey(string digest, Likeness kind, Guid councilId) =>
        db.Set<PersonKey>()
            .Where(k => k.Digest == digest && k.CouncilId == councilId && k.Kind == kind)
            .Select(k => k.PersonId);

    /// <summary>Every word anywhere in the name, in any order; hyphens and apostrophes make no difference.</summary>
    private IQueryable<Guid> Named(string text)
    {
        var people = db.Set<Person>().AsNoTracking();
        var words = PersonKey.Parts(text);
        if (words.Length == 0)
            people = people.Where(_ => false);
        foreach (var word in words.Take(MostWords))
            people = people.Where(p =>
                p.SearchName.Replace("'", "").Replace("’", "").Contains(word)
            );
        return people.Select(p => p.Id);
    }

    private IQueryable<Guid> Of(IQueryable<Guid> people) =>
        from m in db.Set<Membership>()
        join c in db.Set<Case>() on m.HouseholdId equals c.HouseholdId
        where m.IsApplicant && people.Contains(m.PersonId)
        select c.Id;

    /// <summary>
    /// The beginning of a reference as it is stored, of what was typed with or without hyphens, in any case, and with or
    /// without the letters of the council; null where it is none.
    /// </summary>
    private static string? Reference(string text, string code)
    {
        var bare = string.Concat(text.Where(c => c is not ('-' or '‐' or '‑' or '–' or ' ')))
            .ToUpperInvariant();
        var isOurs = bare.StartsWith(code, StringComparison.Ordinal);
        var rest = isOurs ? bare[code.Length..] : bare;
        if (
            rest.Length is < ReferencePart or > 2 * ReferencePart
            || !rest.All(c => char.IsAsciiLetterOrDigit(c) && !NotInReferences.Contains(c))
            || (!isOurs && !rest.Any(char.IsAsciiDigit))
        )
            return null;
        return $"{code}-{rest[..ReferencePart]}"
            + (rest.Length > ReferencePart ? $"-{rest[ReferencePart..]}" : "");
    }
}
