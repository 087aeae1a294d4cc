using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

public sealed record InvitePartnerInput(string Email);

/// <summary>
/// The main applicant has the partner's own invitation sent, to an address that two people may share. Where the partner's
/// address is on record it goes there alone: whoever reads it makes their account and signs in their name, so only staff
/// change it (R-DP-18).
/// </summary>
public sealed class InvitePartner(
    FosterDb db,
    CaseReads cases,
    ChangePerson change,
    SendInvitation send,
    InvitationPause pause,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(InvitePartnerInput input, Actor actor, CancellationToken ct)
    {
        // The partner can be invited also after the main applicant has sent their own part.
        var own = await db.Set<ApplicantPart>()
            .Where(p => p.PersonId == actor.PersonId)
            .OrderByDescending(p => p.Id)
            .FirstOrDefaultAsync(ct);
        if (!actor.Is(Role.ProspectiveCarer) || own is not { Position: 1 })
            return Result.Refused("Only the main applicant can invite the partner.");
        var part = await db.Set<ApplicantPart>()
            .SingleOrDefaultAsync(
                p => p.ApplicationId == own.ApplicationId && p.PersonId != own.PersonId,
                ct
            );
        var person = (await cases.ApplicantsAsync(own.CaseId, ct)).FirstOrDefault(p =>
            p.PersonId == part?.PersonId
        );
        if (part is null || person is null)
            return Result.Refused(
                "You are applying alone. If that has changed, call us: we add your partner and invite them."
            );
        if (await cases.AccountOfAsync(person.PersonId, ct) is not null)
            return Result.Refused($"{person.GivenName} has an account already and can sign in.");
        if (
            await db.Set<Application>()
                .AnyAsync(a => a.Id == own.ApplicationId && a.State != ApplicationState.Draft, ct)
        )
            return Result.Refused("This application has been sent or has ended.", "T-APP-01");
        if (
            person.Email is { } known
            && !string.Equals(known, input.Email, StringComparison.OrdinalIgnoreCase)
        )
            return Result.Refused(
                $"We hold another email address for {person.GivenName}. If it is wrong, call us: we correct it and send the invitation.",
                "R-DP-18",
                "email"
            );
        if (await pause.IsOnAsync(own.CaseId, person.Email ?? input.Email, ct))
            return Result.Refused(
                $"We have just written to this address. Look for our message there, also among the junk mail. You can send another in {InvitationPause.Minutes} minutes.",
                "R-DP-18",
                "email"
            );
        if (person.Email is null)
        {
            var changed = await change.RunAsync(
                new(
                    own.CaseId,
                    person.PersonId,
                    person.GivenName,
                    person.FamilyName,
                    person.DateOfBirth,
                    input.Email,
                    person.Telephone
                ),
                actor,
                ct
            );
            if (!changed.Ok)
                return changed;
        }
        await send.RunAsync(
            new(part, person with { Email = person.Email ?? input.Email }),
            actor,
            ct
        );
        await history.WriteAsync(
            actor,
            own.CaseId,
            new HistoryNote("application.partner-invited", $"Invitation sent to {person.FullName}")
            {
                ForApplicant = $"An invitation was sent to {person.GivenName}",
                Rules = ["R-APP-06", "R-DP-18"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
