using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

/// <param name="Kind">A stable key such as enquiry.declined.</param>
/// <param name="Body">Plain paragraphs separated by an empty line; greeting and signature are added.</param>
/// <param name="WordsVersion">Of the council's own words; null for Foster's.</param>
/// <param name="Tell">The e-mail that points to it, where it is one of its own.</param>
public sealed record IssueLetterInput(
    Guid CaseId,
    string Kind,
    string Subject,
    string Body,
    int? WordsVersion = null,
    Func<LetterNotice, Email>? Tell = null
);

/// <summary>What an e-mail that points to a letter can say: nothing of what is in it.</summary>
public sealed record LetterNotice(
    string To,
    string FirstName,
    string Reference,
    Council Council,
    string Link,
    DateOnly Until
);

/// <summary>
/// Writes a letter to each applicant and tells those with an e-mail address that it waits behind a link. Those without
/// are listed for posting. The caller writes the history and saves.
/// </summary>
public sealed class IssueLetter(
    FosterDb db,
    CaseReads cases,
    Links links,
    Outbox outbox,
    LondonClock clock
)
{
    /// <summary>How long a letter can be read by its link.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromDays(90);

    /// <summary>A letter as it was drafted, and perhaps read before.</summary>
    /// <param name="tell">The e-mail that points to it, where it is one of its own.</param>
    public Task<IReadOnlyList<Letter>> IssueAsync(
        LetterDraft draft,
        Actor actor,
        CancellationToken ct,
        Func<LetterNotice, Email>? tell = null
    ) =>
        RunAsync(
            new IssueLetterInput(
                draft.CaseId,
                draft.Template.Key,
                draft.Words.Subject,
                draft.Words.Body,
                draft.Version,
                tell
            ),
            actor,
            ct
        );

    public async Task<IReadOnlyList<Letter>> RunAsync(
        IssueLetterInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var council = await db.Set<Council>().SingleAsync(c => c.Id == actor.CouncilId, ct);
        var reference = await db.Set<Case>()
            .Where(c => c.Id == input.CaseId)
            .Select(c => c.Reference)
            .SingleAsync(ct);
        var letters = new List<Letter>();
        foreach (var person in await cases.ApplicantsAsync(input.CaseId, ct))
        {
            var letter = new Letter
            {
                CouncilId = actor.CouncilId,
                CaseId = input.CaseId,
                PersonId = person.PersonId,
                Kind = input.Kind,
                Subject = input.Subject,
                Body = LetterPress.Whole(person.GivenName, input.Body, council),
                WordsVersion = input.WordsVersion,
                IssuedOn = clock.Today,
                IssuedBy = actor.Name,
            };
            db.Add(letter);
            letters.Add(letter);
            if (person.Email is not { } email)
                continue;
            var secret = await links.IssueAsync(
                LinkPurpose.Letter,
                actor.CouncilId,
                input.CaseId,
                letter.Id,
                person.PersonId,
                LinkLife,
                ct
            );
            outbox.Post(
                actor.CouncilId,
                input.CaseId,
                (input.Tell ?? Emails.LetterEmail.Waits)(
                    new(
                        email,
                        person.GivenName,
                        reference,
                        council,
                        links.Absolute($"/letters/{secret}"),
                        clock.Today.AddDays(LinkLife.Days)
                    )
                )
            );
        }
        return letters;
    }
}
