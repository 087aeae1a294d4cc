using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Applications;

/// <param name="PersonId">Null adds somebody.</param>
public sealed record SaveHouseholdMemberInput(
    Guid? PersonId,
    string GivenName,
    string FamilyName,
    DateOnly DateOfBirth,
    string Relationship
);

/// <summary>An applicant says who else lives in the household.</summary>
public sealed class SaveHouseholdMember(
    FosterDb db,
    CaseReads cases,
    ChangeHousehold change,
    CaseHistory history,
    LondonClock clock
)
{
    /// <summary>So many people beside the applicants; more are told to the worker.</summary>
    public const int Most = 20;

    public async Task<Result> RunAsync(
        SaveHouseholdMemberInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var found = await db.OpenPartAsync(actor, ct, shared: true);
        if (!found.Ok)
            return found;
        var (application, part) = found.Value;
        if (
            input.PersonId is null
            && (await cases.PeopleAsync(part.CaseId, ct)).Count(p => !p.IsApplicant) >= Most
        )
            return Result.Refused(
                $"You have added {Most} people, which is the most that fits here. Tell your worker about the others."
            );
        if (input.DateOfBirth > clock.Today)
            return Result.Refused(
                "The date of birth must be today or in the past.",
                "R-VAL-04",
                "date-of-birth"
            );
        var changed = await change.RunAsync(
            new(
                part.CaseId,
                input.PersonId,
                input.GivenName,
                input.FamilyName,
                input.DateOfBirth,
                input.Relationship,
                clock.Today
            ),
            actor,
            ct
        );
        if (!changed.Ok)
            return changed;
        // The list has changed, so whether it is everybody is asked again.
        application.HouseholdAnsweredOn = null;
        await history.WriteAsync(
            actor,
            part.CaseId,
            new HistoryNote(
                "application.household",
                input.PersonId is null
                    ? "A person was added to the household"
                    : "A person of the household was corrected"
            )
            {
                ForApplicant = "The people of your household were changed",
                Rules = ["R-VAL-02"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
