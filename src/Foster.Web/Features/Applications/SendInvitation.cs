using Foster.Web.Features.Applications.Emails;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

public sealed record SendInvitationInput(ApplicantPart Part, CasePerson Person);

/// <summary>
/// Sends an applicant the link with which they make their account; an earlier link ends. Somebody who has an account is
/// shown the way to sign in. The caller writes the history and saves.
/// </summary>
public sealed class SendInvitation(
    FosterDb db,
    CaseReads cases,
    Links links,
    Outbox outbox,
    LondonClock clock
)
{
    /// <summary>How long an invitation can be taken up.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(28);

    /// <returns>True when a message goes out; false where no e-mail address is known.</returns>
    public async Task<bool> RunAsync(SendInvitationInput input, Actor actor, CancellationToken ct)
    {
        var (part, person) = input;
        if (person.Email is not { } email)
            return false;
        var council = await db.Set<Council>().SingleAsync(c => c.Id == actor.CouncilId, ct);
        var reference = await db.Set<Case>()
            .Where(c => c.Id == part.CaseId)
            .Select(c => c.Reference)
            .SingleAsync(ct);
        var to = new MailTo(email, person.GivenName, reference, council);
        if (await cases.AccountOfAsync(person.PersonId, ct) is not null)
        {
            outbox.Post(
                part.CouncilId,
                part.CaseId,
                ApplicationEmails.HasAccount(to, links.Absolute("/sign-in"))
            );
            return true;
        }
        var secret = await links.IssueAsync(
            LinkPurpose.Invitation,
            part.CouncilId,
            part.CaseId,
            part.ApplicationId,
            person.PersonId,
            Life,
            ct
        );
        outbox.Post(
            part.CouncilId,
            part.CaseId,
            ApplicationEmails.Invitation(
                to,
                links.Absolute($"/invitation/{secret}"),
                clock.Today.AddDays(Life.Days)
            )
        );
        part.InvitedOn = clock.Today;
        return true;
    }
}
