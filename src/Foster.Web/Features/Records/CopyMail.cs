using Foster.Web.Features.Cases;
using Foster.Web.Features.Records.Emails;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Records;

/// <summary>Tells who asked for a copy in their account that it waits there. The caller saves.</summary>
public sealed class CopyMail(FosterDb db, Links links, Outbox outbox)
{
    public async Task ReadyAsync(SubjectAccess access, CancellationToken ct)
    {
        var person = await db.Set<Person>().SingleAsync(p => p.Id == access.PersonId, ct);
        if (person.Email is not { } address)
            return;
        var reference = await db.Set<Case>()
            .Where(c => c.Id == access.CaseId)
            .Select(c => c.Reference)
            .SingleAsync(ct);
        var council = await db.Set<Council>().SingleAsync(c => c.Id == access.CouncilId, ct);
        outbox.Post(
            access.CouncilId,
            access.CaseId,
            CopyEmails.Ready(
                address,
                person.GivenName,
                reference,
                council,
                links.Absolute(RecordsLinks.Own)
            )
        );
    }
}
