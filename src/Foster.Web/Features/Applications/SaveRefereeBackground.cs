using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <param name="EmployerReason">Why the employer should not be asked; null where they may be.</param>
public sealed record SaveRefereeBackgroundInput(
    bool HasEmployer,
    string? EmployerReason,
    bool HasFormerPartner,
    string? FormerPartnerReason
);

/// <summary>An applicant says whether there are an employer and former partners to ask (R-REF-03, CHK-14, CHK-15).</summary>
public sealed class SaveRefereeBackground(FosterDb db, CaseHistory history)
{
    public async Task<Result> RunAsync(
        SaveRefereeBackgroundInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var found = await db.OpenPartAsync(actor, ct);
        if (!found.Ok)
            return found;
        var part = found.Value.Part;
        var said = await db.Set<RefereeBackground>()
            .SingleOrDefaultAsync(r => r.CaseId == part.CaseId && r.PersonId == part.PersonId, ct);
        if (said is null)
            db.Add(
                said = new RefereeBackground
                {
                    CouncilId = part.CouncilId,
                    CaseId = part.CaseId,
                    PersonId = part.PersonId,
                    HasEmployer = input.HasEmployer,
                    HasFormerPartner = input.HasFormerPartner,
                }
            );
        (said.HasEmployer, said.HasFormerPartner) = (input.HasEmployer, input.HasFormerPartner);
        said.EmployerReason = input.HasEmployer ? input.EmployerReason : null;
        said.FormerPartnerReason = input.HasFormerPartner ? input.FormerPartnerReason : null;
        await history.WriteAsync(
            actor,
            part.CaseId,
            new HistoryNote(
                "application.referee-background",
                "An applicant said whether there are an employer and former partners to ask"
            )
            {
                ForApplicant = "You said whether there are an employer and former partners to ask",
                PersonId = part.PersonId,
                Rules = ["R-REF-03"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
