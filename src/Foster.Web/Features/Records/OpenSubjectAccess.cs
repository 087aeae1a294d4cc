using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Records;

public sealed record OpenSubjectAccessInput(
    Guid CaseId,
    Guid PersonId,
    DateOnly ReceivedOn,
    string Identity
);

/// <summary>A request for a copy has come: the month begins (R-DP-08), and everything stored is gathered.</summary>
public sealed class OpenSubjectAccess(
    FosterDb db,
    CaseReads cases,
    SubjectAccessActs acts,
    BackDating backDating,
    CaseHistory history
)
{
    public async Task<Result<Guid>> RunAsync(
        OpenSubjectAccessInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var people = await cases.PeopleAsync(input.CaseId, ct);
        if (people.FirstOrDefault(p => p.PersonId == input.PersonId) is not { } person)
            return Result<Guid>.Refused("Choose one of the people of this case.", field: "person");
        var against = new List<Refusal>(RecordsWords.AgainstOfficer(actor));
        against.AddRange(await backDating.AgainstAsync(input.ReceivedOn, actor, ct, "received"));
        against.AddRange(await acts.AgainstAnotherAsync(input.PersonId, ct));
        if (against.Count > 0)
            return Result<Guid>.Refused(against);
        var access = new SubjectAccess
        {
            CouncilId = actor.CouncilId,
            CaseId = input.CaseId,
            PersonId = person.PersonId,
            ReceivedOn = input.ReceivedOn,
            Identity = input.Identity,
            OpenedBy = actor.Name,
        };
        await acts.OpenAsync(access, actor.Role, ct);
        await history.WriteAsync(
            actor,
            access.CaseId,
            SubjectAccessActs.Asked(access, person.IsApplicant),
            ct
        );
        await db.SaveChangesAsync(ct);
        return access.Id;
    }
}
