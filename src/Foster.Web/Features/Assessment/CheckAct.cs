using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

/// <summary>A check with what every act on it has to know.</summary>
/// <param name="ForWhom">The name as it follows the title, or nothing.</param>
/// <param name="Called">What the check is called where those of a couple stand in one list: with the first name.</param>
public sealed record FoundCheck(
    Check Check,
    Application Application,
    Animal? Animal,
    string ForWhom,
    bool OfApplicant,
    IReadOnlyList<Refusal> Against,
    string Called
)
{
    /// <summary>What is checked, with the animal where there is one for each.</summary>
    public string Title => AssessmentWords.Check(Check.About, Animal);
}

/// <summary>Finds a check for an act, and says whether the case is where checks are worked on.</summary>
public sealed class CheckAct(FosterDb db, CaseReads cases, ConsentBook book)
{
    private static readonly ApplicationState[] Working =
    [
        ApplicationState.Stage1,
        ApplicationState.Stage1Complete,
        ApplicationState.Stage1Passed,
    ];

    public async Task<FoundCheck?> FindAsync(Guid checkId, CancellationToken ct)
    {
        var check = await db.Set<Check>().SingleOrDefaultAsync(c => c.Id == checkId, ct);
        if (check is null)
            return null;
        var application = await db.Set<Application>()
            .SingleAsync(a => a.CaseId == check.CaseId, ct);
        var person = (await cases.PeopleAsync(check.CaseId, ct)).FirstOrDefault(p =>
            p.PersonId == check.PersonId
        );
        var animal = await db.Set<Animal>().SingleOrDefaultAsync(a => a.Id == check.AnimalId, ct);
        return new FoundCheck(
            check,
            application,
            animal,
            person is null ? "" : $" for {person.FullName}",
            person is { IsApplicant: true } || check.PersonId is null,
            Against(application),
            Called(check, person, animal)
        );
    }

    /// <summary>Refused where checks are not worked on, or not any more.</summary>
    public static IReadOnlyList<Refusal> Against(Application application) =>
        Working.Contains(application.State)
            ? []
            :
            [
                new Refusal(
                    $"Checks are worked on in stage 1 and until the report is shared. The application is {ApplicationMachine.Words(application.State)}.",
                    "T-APP-05"
                ),
            ];

    /// <summary>Whose check it is stands in its title; no more of the name, so that a title stays short.</summary>
    public static string Called(Check check, CasePerson? person, Animal? animal = null) =>
        check.About.Title
        + (
            animal is not null ? $", {Short(animal.Described.Name ?? animal.Described.Title)}"
            : person is not null ? $", {Short(person.GivenName)}"
            : ""
        );

    private static string Short(string name) => name.Length > 60 ? name[..60] : name;

    /// <summary>What this person answered about the check on paper becomes a row like every other answer (R-APP-05). Callers save.</summary>
    public async Task AnsweredAsync(
        FoundCheck found,
        bool agrees,
        DateOnly on,
        Actor actor,
        CancellationToken ct
    )
    {
        var check = found.Check;
        if (check.PersonId is { } person && ConsentWordings.Find(check.Kind) is not null)
            await book.NoteAsync(
                new(check.CouncilId, check.CaseId, person, check.Kind, agrees, on, actor.Name),
                found.Application.ReceivedOn is not null,
                actor,
                ct
            );
    }
}
