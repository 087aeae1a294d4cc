using Foster.Web.Features.Applications.Sections;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

public sealed record ChangeRefereeInput(Guid RefereeId, AddRefereeInput To);

/// <summary>An applicant corrects somebody whom they have named.</summary>
public sealed class ChangeReferee(FosterDb db, ApplyReads reads, CaseHistory history)
{
    public async Task<Result> RunAsync(ChangeRefereeInput input, Actor actor, CancellationToken ct)
    {
        var found = await db.OpenPartAsync(actor, ct);
        if (!found.Ok)
            return found;
        var part = found.Value.Part;
        var referee = await db.Set<Referee>()
            .SingleOrDefaultAsync(
                r =>
                    r.Id == input.RefereeId
                    && r.CaseId == part.CaseId
                    && r.PersonId == part.PersonId,
                ct
            );
        if (referee is null)
            return Result.Refused("This person is not among those you named.");
        var facts = (await reads.OfCaseAsync(part.CaseId, ct))!;
        referee.Name = input.To.Name;
        referee.Kind = input.To.Kind;
        referee.Relationship = input.To.Relationship;
        referee.YearsKnown = input.To.YearsKnown;
        referee.Email = input.To.Email;
        referee.Telephone = input.To.Telephone;
        referee.Address = input.To.Address;
        referee.SaidToBeAdult = input.To.IsAdult;
        referee.SharesName = input.To.SharesName;
        var against = RefereeRules.Against(referee, facts);
        if (against.Count > 0)
        {
            db.Entry(referee).State = EntityState.Detached;
            return Result.Refused(against);
        }
        await history.WriteAsync(
            actor,
            part.CaseId,
            new HistoryNote("application.referee-changed", "A referee was corrected")
            {
                ForApplicant = "You corrected somebody who can speak for you",
                PersonId = part.PersonId,
                Rules = ["R-REF-04", "R-VAL-03"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
