using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

/// <param name="Born">The answer where a date of birth is on record.</param>
/// <param name="Postcode">The answer where there is none.</param>
public sealed record ReadLetterInput(Guid TokenId, DateOnly? Born, string? Postcode);

/// <summary>
/// Opens a letter for the holder of its link, who first says their date of birth. Ten wrong answers lock the link for a
/// quarter of an hour; each one counts, also of several at once.
/// </summary>
public sealed class ReadLetter(FosterDb db, CaseHistory history, LondonClock clock)
{
    public const int MostFailures = 10;
    public static readonly TimeSpan LockLife = TimeSpan.FromMinutes(15);

    private const int Tries = 8;

    /// <returns>The letter to show, or why not.</returns>
    public async Task<Result<Guid>> RunAsync(
        ReadLetterInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await OpenAsync(input, actor, ct);
            }
            catch (DbUpdateConcurrencyException) when (attempt < Tries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Result<Guid>> OpenAsync(
        ReadLetterInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var token = await db.Set<LinkToken>()
            .SingleOrDefaultAsync(
                t => t.Id == input.TokenId && t.Purpose == LinkPurpose.Letter,
                ct
            );
        var letter = token is null
            ? null
            : await db.Set<Letter>().SingleOrDefaultAsync(l => l.Id == token.SubjectId, ct);
        if (token is null || letter is null || token.ExpiresAt <= clock.Now)
            return Result<Guid>.Refused("This letter cannot be opened by this link any more.");
        if (token.LockedUntil is { } until)
        {
            if (until > clock.Now)
                return Result<Guid>.Refused(LockedWords(until));
            (token.LockedUntil, token.Failures) = (null, 0);
        }
        if (!await IsRightAsync(letter, input, ct))
            return await FailAsync(token, letter, input, actor, ct);
        token.Failures = 0;
        if (letter.FirstReadAt is null)
        {
            letter.FirstReadAt = clock.Now;
            await history.WriteAsync(
                actor,
                letter.CaseId,
                new HistoryNote("letter.read", "Letter read by its link: " + letter.Subject)
                {
                    PersonId = letter.PersonId,
                    ForApplicant = "You read your letter",
                },
                ct
            );
        }
        await db.SaveChangesAsync(ct);
        return letter.Id;
    }

    /// <summary>When the link can be used again, in words.</summary>
    public static string LockedWords(DateTime until) =>
        $"There were {MostFailures} wrong answers, so this link is locked. Try again after {BritishTime.Of(TimeOnly.FromDateTime(London.Wall(until.AddMinutes(1))))}, or call us.";

    private async Task<Result<Guid>> FailAsync(
        LinkToken token,
        Letter letter,
        ReadLetterInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        token.Failures++;
        var left = MostFailures - token.Failures;
        if (left <= 0)
        {
            token.LockedUntil = clock.Now + LockLife;
            await history.WriteAsync(
                actor,
                letter.CaseId,
                new HistoryNote(
                    "letter.locked",
                    $"The link to a letter was locked for {LockLife.TotalMinutes:0} minutes after {MostFailures} wrong answers"
                ),
                ct
            );
        }
        await db.SaveChangesAsync(ct);
        var (what, field) = input.Born is null
            ? ("postcode", "postcode")
            : ("date of birth", "born");
        return left <= 0
            ? Result<Guid>.Refused(LockedWords(token.LockedUntil!.Value))
            : Result<Guid>.Refused(
                $"That {what} is not the one we have. Check it and try again. {Left(left)}",
                field: field
            );
    }

    private static string Left(int tries) =>
        tries == 1 ? "You have 1 more try." : $"You have {tries} more tries.";

    private async Task<bool> IsRightAsync(
        Letter letter,
        ReadLetterInput input,
        CancellationToken ct
    )
    {
        var born = await db.Set<Person>()
            .Where(p => p.Id == letter.PersonId)
            .Select(p => p.DateOfBirth)
            .SingleOrDefaultAsync(ct);
        if (born is not null)
            return born == input.Born;
        return input.Postcode is { } postcode
            && await db.Set<Address>()
                .AnyAsync(
                    a => a.PersonId == letter.PersonId && a.To == null && a.Postcode == postcode,
                    ct
                );
    }
}
