using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

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
    DeadlineBook deadlines,
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
        if (
            await db.Set<SubjectAccess>()
                .AnyAsync(a => a.PersonId == input.PersonId && a.State != AccessState.Given, ct)
        )
            against.Add(
                new Refusal("A request of this person is open already.", "R-DP-08", "person")
            );
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
        db.Add(access);
        await acts.GatherAsync(access, ct);
        await deadlines.OpenAsync(
            actor.CouncilId,
            input.CaseId,
            access.Id,
            DeadlineRules.SubjectAccess,
            input.ReceivedOn,
            actor.Role,
            ct
        );
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote("records.access-asked", "A copy of what is stored was asked for")
            {
                OccurredOn = input.ReceivedOn,
                PersonId = person.PersonId,
                ForApplicant = person.IsApplicant
                    ? "You asked for a copy of what we store about you"
                    : null,
                Rules = ["R-DP-08"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return access.Id;
    }
}
