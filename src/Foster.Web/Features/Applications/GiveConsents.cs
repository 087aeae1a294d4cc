using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <param name="Answers">Yes or no by the check it is about.</param>
/// <param name="ApprovedElsewhere">Whether another fostering service approved them in the last twelve months.</param>
public sealed record GiveConsentsInput(
    IReadOnlyDictionary<string, bool> Answers,
    bool ApprovedElsewhere
);

/// <summary>
/// An applicant agrees to checks or refuses them, each in the words in force (R-APP-05). An answer that changes is a
/// new row; the earlier one says when it ended.
/// </summary>
public sealed class GiveConsents(FosterDb db, CaseHistory history, LondonClock clock)
{
    public async Task<Result> RunAsync(GiveConsentsInput input, Actor actor, CancellationToken ct)
    {
        var found = await db.OpenPartAsync(actor, ct);
        if (!found.Ok)
            return found;
        var part = found.Value.Part;
        var earlier = await db.Set<Consent>()
            .Where(c =>
                c.CaseId == part.CaseId && c.PersonId == part.PersonId && c.WithdrawnAt == null
            )
            .ToListAsync(ct);
        part.ApprovedElsewhere = input.ApprovedElsewhere;
        var asked = ConsentWordings.AskedOf(input.ApprovedElsewhere).ToList();
        // A consent that is no longer asked for ends.
        foreach (var consent in earlier.Where(c => asked.TrueForAll(w => w.CheckKey != c.CheckKey)))
            consent.WithdrawnAt = clock.Now;
        foreach (var wording in asked)
        {
            if (!input.Answers.TryGetValue(wording.CheckKey, out var given))
                continue;
            var before = earlier.Find(c => c.CheckKey == wording.CheckKey);
            if (before?.Given == given && before.WordingVersion == wording.Version)
                continue;
            if (before is not null)
                before.WithdrawnAt = clock.Now;
            db.Add(
                new Consent
                {
                    CouncilId = part.CouncilId,
                    CaseId = part.CaseId,
                    PersonId = part.PersonId,
                    CheckKey = wording.CheckKey,
                    WordingVersion = wording.Version,
                    Given = given,
                    AnsweredAt = clock.Now,
                }
            );
        }
        await history.WriteAsync(
            actor,
            part.CaseId,
            new HistoryNote("application.consents", "An applicant answered about consents")
            {
                ForApplicant = "You said which checks you agree to",
                PersonId = part.PersonId,
                Rules = ["R-APP-05", "R-TRF-05"],
                Payload = new { input.Answers, input.ApprovedElsewhere },
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
