using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Applications;

/// <summary>An applicant says that everybody who lives with them is listed, or that nobody else does.</summary>
public sealed class ConfirmHousehold(FosterDb db, CaseHistory history, LondonClock clock)
{
    public async Task<Result> RunAsync(Actor actor, CancellationToken ct)
    {
        var found = await db.OpenPartAsync(actor, ct, shared: true);
        if (!found.Ok)
            return found;
        var (application, part) = found.Value;
        application.HouseholdAnsweredOn = clock.Today;
        await history.WriteAsync(
            actor,
            part.CaseId,
            new HistoryNote("application.household-complete", "The household is listed")
            {
                ForApplicant = "You told us who lives with you",
                Rules = ["R-VAL-02"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
