using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <param name="Link">The link that has expired or was used.</param>
public sealed record RenewInvitationInput(LinkToken Link);

/// <summary>
/// Somebody with an old link asks for a new one. It goes to the address on record and nowhere else, and the answer is the
/// same whether or not anything was sent.
/// </summary>
public sealed class RenewInvitation(
    FosterDb db,
    CaseReads cases,
    SendInvitation send,
    InvitationPause pause,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(
        RenewInvitationInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var link = input.Link;
        var open = await db.Set<Application>()
            .AnyAsync(a => a.Id == link.SubjectId && a.State == ApplicationState.Draft, ct);
        var part = await db.Set<ApplicantPart>()
            .SingleOrDefaultAsync(
                p => p.ApplicationId == link.SubjectId && p.PersonId == link.PersonId,
                ct
            );
        var person = (await cases.ApplicantsAsync(link.CaseId, ct)).FirstOrDefault(p =>
            p.PersonId == link.PersonId
        );
        if (!open || part is null || person is null)
            return Result.Done;
        if (person.Email is { } email && await pause.IsOnAsync(link.CaseId, email, ct))
            return Result.Done;
        if (!await send.RunAsync(new(part, person), actor, ct))
            return Result.Done;
        await history.WriteAsync(
            actor,
            link.CaseId,
            new HistoryNote(
                "application.invitation-renewed",
                $"{person.FullName} asked for a new link"
            )
            {
                PersonId = person.PersonId,
                Rules = ["R-DP-18"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
