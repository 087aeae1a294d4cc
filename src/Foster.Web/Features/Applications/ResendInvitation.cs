using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <param name="Email">A new address for this person; null keeps the one on record.</param>
public sealed record ResendInvitationInput(Guid CaseId, Guid PersonId, string? Email = null);

/// <summary>Staff send an applicant a fresh invitation; the earlier link ends.</summary>
public sealed class ResendInvitation(
    FosterDb db,
    CaseReads cases,
    ChangePerson change,
    SendInvitation send,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(
        ResendInvitationInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (!actor.Is(Role.RecruitmentOfficer, Role.TeamManager))
            return Result.Refused(
                "Invitations are sent by recruitment officers and team managers."
            );
        var part = await db.Set<ApplicantPart>()
            .SingleOrDefaultAsync(
                p => p.CaseId == input.CaseId && p.PersonId == input.PersonId,
                ct
            );
        var person = (await cases.ApplicantsAsync(input.CaseId, ct)).FirstOrDefault(p =>
            p.PersonId == input.PersonId
        );
        var state = await db.Set<Application>()
            .Where(a => a.CaseId == input.CaseId)
            .Select(a => (ApplicationState?)a.State)
            .SingleOrDefaultAsync(ct);
        if (part is null || person is null || state is null)
            return Result.Refused("Choose one of the applicants.", null, "person");
        var against = new List<Refusal>();
        if (state != ApplicationState.Draft)
            against.Add(
                new Refusal(
                    $"The application is {ApplicationMachine.Words(state.Value)}, so nobody needs an invitation.",
                    "T-APP-01"
                )
            );
        if (await cases.AccountOfAsync(person.PersonId, ct) is not null)
            against.Add(
                new Refusal(
                    $"{person.GivenName} has an account already and can sign in.",
                    "R-DP-18",
                    "person"
                )
            );
        if ((input.Email ?? person.Email) is null)
            against.Add(
                new Refusal(
                    $"We hold no email address for {person.GivenName}. Enter one.",
                    "R-DP-18",
                    "email"
                )
            );
        if (against.Count > 0)
            return Result.Refused(against);
        if (input.Email is { } email && email != person.Email)
        {
            var changed = await change.RunAsync(
                new(
                    input.CaseId,
                    person.PersonId,
                    person.GivenName,
                    person.FamilyName,
                    person.DateOfBirth,
                    email,
                    person.Telephone
                ),
                actor,
                ct
            );
            if (!changed.Ok)
                return changed;
            person = person with { Email = email };
        }
        await send.RunAsync(new(part, person), actor, ct);
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote("application.invited-again", $"Invitation sent to {person.FullName}")
            {
                ForApplicant = "We sent you a new invitation",
                PersonId = person.PersonId,
                Rules = ["R-DP-18"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
