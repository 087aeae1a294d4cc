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
    string ForWhom,
    bool OfApplicant,
    IReadOnlyList<Refusal> Against,
    string Called
);

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
        return new FoundCheck(
            check,
            application,
            person is null ? "" : $" for {person.FullName}",
            person is { IsApplicant: true } || check.PersonId is null,
            Working.Contains(application.State)
                ? []
                :
                [
                    new Refusal(
                        $"Checks are worked on in stage 1 and until the report is shared. The application is {ApplicationMachine.Words(application.State)}.",
                        "T-APP-05"
                    ),
                ],
            Called(check, person)
        );
    }

    /// <summary>Whose check it is stands in its title; no more of the name, so that a title stays short.</summary>
    public static string Called(Check check, CasePerson? person) =>
        person is null ? check.About.Title : $"{check.About.Title}, {person.GivenName}";

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
