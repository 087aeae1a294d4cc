using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Applications;

public sealed record SaveYouInput(
    string GivenName,
    string FamilyName,
    string? PreviousNames,
    DateOnly DateOfBirth,
    string Telephone,
    string? Email
);

/// <summary>An applicant says who they are and how to reach them.</summary>
public sealed class SaveYou(
    FosterDb db,
    ChangePerson change,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(SaveYouInput input, Actor actor, CancellationToken ct)
    {
        var found = await db.OpenPartAsync(actor, ct);
        if (!found.Ok)
            return found;
        if (input.DateOfBirth.AddYears(Sections.YouSection.LeastAge) > clock.Today)
            return Result.Refused(
                $"You must be {Sections.YouSection.LeastAge} or over to apply.",
                "R-ELIG-01",
                "date-of-birth"
            );
        var part = found.Value.Part;
        var changed = await change.RunAsync(
            new(
                part.CaseId,
                part.PersonId,
                input.GivenName,
                input.FamilyName,
                input.DateOfBirth,
                input.Email,
                input.Telephone
            ),
            actor,
            ct
        );
        if (!changed.Ok)
            return changed;
        part.PreviousNames = input.PreviousNames;
        part.DetailsSavedAt = clock.Now;
        await history.WriteAsync(
            actor,
            part.CaseId,
            new HistoryNote("application.details", "An applicant saved their details")
            {
                ForApplicant = "You saved your details",
                PersonId = part.PersonId,
                Rules = ["R-VAL-01"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
