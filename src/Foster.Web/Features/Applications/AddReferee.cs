using Foster.Web.Features.Applications.Sections;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Applications;

/// <param name="SharesName">They have the name of somebody in the household, and are somebody else.</param>
public sealed record AddRefereeInput(
    string Name,
    string Relationship,
    int YearsKnown,
    string? Email,
    string? Telephone,
    string? Address,
    bool IsAdult,
    RefereeKind Kind = RefereeKind.Friend,
    bool SharesName = false
);

/// <summary>An applicant names somebody who can speak for them.</summary>
public sealed class AddReferee(FosterDb db, ApplyReads reads, CaseHistory history)
{
    public async Task<Result> RunAsync(AddRefereeInput input, Actor actor, CancellationToken ct)
    {
        var found = await db.OpenPartAsync(actor, ct);
        if (!found.Ok)
            return found;
        var part = found.Value.Part;
        var facts = (await reads.OfCaseAsync(part.CaseId, ct))!;
        var referee = new Referee
        {
            CouncilId = part.CouncilId,
            CaseId = part.CaseId,
            PersonId = part.PersonId,
            Name = input.Name,
            Kind = input.Kind,
            Relationship = input.Relationship,
            Email = input.Email,
            Telephone = input.Telephone,
            Address = input.Address,
            YearsKnown = input.YearsKnown,
            SaidToBeAdult = input.IsAdult,
            SharesName = input.SharesName,
            NominatedOn = facts.Today,
        };
        var against = RefereeRules.Against(referee, facts);
        if (against.Count > 0)
            return Result.Refused(against);
        db.Add(referee);
        await history.WriteAsync(
            actor,
            part.CaseId,
            new HistoryNote("application.referee-named", "A referee was named")
            {
                ForApplicant = "You named somebody who can speak for you",
                PersonId = part.PersonId,
                Rules = ["R-REF-04", "R-VAL-03"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
