using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries.Emails;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries;

/// <param name="Mentioned">Names and e-mail addresses of the enquirers and of those they are connected with.</param>
public sealed record RestrictEnquiryInput(Case Case, IReadOnlyList<string> Mentioned);

/// <summary>
/// Closes the case of an enquiry to all but the intake officers whom it is not about. When nobody is left to hold it,
/// the administrators are told, by reference only. The caller saves.
/// </summary>
public sealed class RestrictEnquiry(
    FosterDb db,
    RestrictCase restrict,
    CaseHistory history,
    Outbox outbox
)
{
    public async Task RunAsync(RestrictEnquiryInput input, Actor actor, CancellationToken ct)
    {
        var holders = await restrict.RunAsync(
            new(
                input.Case,
                "Connected with staff, a councillor or a panel member",
                input.Mentioned
            ),
            actor,
            ct
        );
        if (holders.Count > 0)
            return;
        await history.WriteAsync(
            actor,
            input.Case.Id,
            new HistoryNote(
                "enquiry.unheld",
                "No intake officer is free to hold this enquiry; the administrators were told"
            )
            {
                Audience = Audience.Restricted,
                Rules = ["R-SOD-08"],
            },
            ct
        );
        var council = await db.Set<Council>().SingleAsync(c => c.Id == input.Case.CouncilId, ct);
        var administrators = await (
            from r in db.Set<RoleAssignment>()
            join a in db.Set<Account>() on r.AccountId equals a.Id
            where r.CouncilId == council.Id && r.Role == Role.Administrator && !a.IsDisabled
            select a.Email
        ).ToListAsync(ct);
        foreach (var email in administrators.OfType<string>())
            outbox.Post(
                council.Id,
                input.Case.Id,
                EnquiryEmail.NobodyHolds(email, input.Case.Reference, council)
            );
    }
}
