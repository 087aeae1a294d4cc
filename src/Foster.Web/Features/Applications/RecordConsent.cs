using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <param name="Given">False where they refuse, or take back what they agreed to.</param>
/// <param name="On">The day they signed or said it.</param>
public sealed record RecordConsentInput(
    Guid CaseId,
    Guid PersonId,
    string CheckKey,
    bool Given,
    DateOnly On
);

/// <summary>
/// Staff record what somebody without an account answers about a check: an adult of the household, at any time, and an
/// applicant who has not answered yet (R-APP-05).
/// </summary>
public sealed class RecordConsent(
    FosterDb db,
    CaseReads cases,
    ConsentBook book,
    BackDating backDating,
    CaseHistory history
)
{
    /// <summary>The checks about which staff may record this person's answer.</summary>
    /// <param name="approvedElsewhere">Of an applicant, whether another service approved them (R-TRF-05).</param>
    public static IReadOnlyList<ConsentWording> For(
        CasePerson person,
        bool? approvedElsewhere,
        DateOnly today,
        IReadOnlyList<Consent> answers
    ) =>
        person.IsApplicant
            ?
            [
                .. ConsentWordings
                    .AskedOf(approvedElsewhere)
                    .Where(w => answers.All(c => c.CheckKey != w.CheckKey)),
            ]
        : person.AgeOn(today) is null or >= ConsentAge ? [ConsentWordings.HouseholdAdult]
        : [];

    /// <summary>Who is nearly grown up is asked beforehand, so that the check is there on the birthday (R-VAL-02).</summary>
    private const int ConsentAge = 16;

    public async Task<Result> RunAsync(RecordConsentInput input, Actor actor, CancellationToken ct)
    {
        var application = await db.Set<Application>()
            .SingleOrDefaultAsync(a => a.CaseId == input.CaseId, ct);
        var person = (await cases.PeopleAsync(input.CaseId, ct)).FirstOrDefault(p =>
            p.PersonId == input.PersonId
        );
        if (application is null || person is null)
            return Result.Refused("This person is not open to you.");
        var answers = await db.Set<Consent>()
            .Where(c => c.CaseId == input.CaseId && c.PersonId == input.PersonId)
            .ToListAsync(ct);
        var against = new List<Refusal>();
        if (!actor.Is(Role.Assessor, Role.TeamManager))
            against.Add(
                new Refusal(
                    "Only the assessor or the team manager records a consent on paper.",
                    "R-APP-05"
                )
            );
        if (!application.IsOpen)
            against.Add(new Refusal("The application is over, so nothing is asked any more."));
        var elsewhere = await db.Set<ApplicantPart>()
            .Where(p => p.CaseId == input.CaseId && p.PersonId == input.PersonId)
            .Select(p => p.ApprovedElsewhere)
            .FirstOrDefaultAsync(ct);
        if (!For(person, elsewhere, input.On, answers).Any(w => w.CheckKey == input.CheckKey))
            against.Add(
                new Refusal(
                    person.IsApplicant
                        ? "They have answered about this check themselves, and change it in their application."
                        : "This person is not asked about this check.",
                    "R-APP-05"
                )
            );
        else if (
            answers.Where(c => c.CheckKey == input.CheckKey).Latest() is { WithdrawnAt: null } last
            && last.Given == input.Given
        )
            against.Add(
                new Refusal(
                    last.Given ? "They agree already." : "Their refusal is on record already.",
                    "R-APP-05",
                    "answer"
                )
            );
        against.AddRange(
            await backDating.AgainstInsteadAsync("assessor", actor, ct, (input.On, "on"))
        );
        if (against.Count > 0)
            return Result.Refused(against);
        await book.NoteAsync(
            new(
                application.CouncilId,
                input.CaseId,
                input.PersonId,
                input.CheckKey,
                input.Given,
                input.On,
                actor.Name
            ),
            application.ReceivedOn is not null,
            actor,
            ct
        );
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote(
                input.Given ? "application.consent-seen" : "application.consent-refused",
                (input.Given ? "Consent seen on paper: " : "Does not agree to a check: ")
                    + ConsentWordings.Find(input.CheckKey)!.Name
            )
            {
                OccurredOn = input.On,
                PersonId = input.PersonId,
                Rules = ["R-APP-05"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
