using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Applications;

public sealed record RemoveHouseholdMemberInput(Guid PersonId);

/// <summary>An applicant takes out somebody who does not live with them.</summary>
public sealed class RemoveHouseholdMember(
    FosterDb db,
    ChangeHousehold change,
    TypedForms typed,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(
        RemoveHouseholdMemberInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var found = await db.OpenPartAsync(actor, ct, shared: true);
        if (!found.Ok)
            return found;
        var (application, part) = found.Value;
        var changed = await change.RunAsync(
            new(part.CaseId, input.PersonId, "", "", null, "", clock.Today, Leaves: true),
            actor,
            ct
        );
        if (!changed.Ok)
            return changed;
        await typed.DropOfCaseAsync(part.CaseId, $"household/{input.PersonId}", ct);
        application.HouseholdAnsweredOn = null;
        await history.WriteAsync(
            actor,
            part.CaseId,
            new HistoryNote("application.household", "A person was taken out of the household")
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
