using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Carers;

/// <param name="Name">The signer's full name as they typed it.</param>
public sealed record SignAgreementInput(Guid CaseId, string Name);

/// <summary>
/// A carer signs the agreement for themselves, or a supervising social worker or the team manager for the service
/// (R-AGR-01). Answers with what is still missing; with nothing missing the approvals are active (T-CAR-02).
/// </summary>
public sealed class SignAgreement(
    FosterDb db,
    CaseReads cases,
    ActivateCarers activate,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result<IReadOnlyList<Refusal>>> RunAsync(
        SignAgreementInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var approvals = await db.Set<CarerApproval>()
            .Where(a => a.CaseId == input.CaseId)
            .ToListAsync(ct);
        var agreement = await db.Set<Agreement>()
            .Where(a => a.CaseId == input.CaseId)
            .OrderByDescending(a => a.Number)
            .FirstOrDefaultAsync(ct);
        if (approvals.Count == 0 || agreement is null)
            return Result<IReadOnlyList<Refusal>>.Refused(
                "There is no agreement to sign in this case.",
                "R-AGR-01"
            );
        var asCarer = actor.Is(Role.ApprovedCarer);
        var signer = asCarer
            ? (await cases.ApplicantsAsync(input.CaseId, ct))
                .FirstOrDefault(c => c.PersonId == actor.PersonId)
                ?.FullName
            : actor.Name;
        var own = asCarer ? approvals.SingleOrDefault(a => a.PersonId == actor.PersonId) : null;
        var against = CarerMachine
            .Table.Against((own ?? approvals[0]).State, ApprovalVerb.Sign, actor.Role)
            .ToList();
        if (asCarer && own is null)
            against.Add(new Refusal("You have no approval in this case.", "R-AGR-01"));
        var party = asCarer ? actor.PersonId ?? Guid.Empty : actor.CouncilId;
        if (
            await db.Set<AgreementSignature>()
                .AnyAsync(s => s.AgreementId == agreement.Id && s.PartyId == party, ct)
        )
            against.Add(
                new Refusal(
                    asCarer
                        ? "You have signed this agreement already."
                        : "This agreement is signed for the service already.",
                    "R-AGR-01"
                )
            );
        if (clock.Today < agreement.IssuedOn)
            against.Add(
                new Refusal("The agreement cannot be signed before the approval.", "T-CAR-02")
            );
        if (signer is not null && Person.Fold(input.Name) != Person.Fold(signer))
            against.Add(
                new Refusal($"Type your full name as we have it: {signer}.", "R-AGR-01", "name")
            );
        if (against.Count > 0)
            return Result<IReadOnlyList<Refusal>>.Refused(against);
        db.Add(
            new AgreementSignature
            {
                CouncilId = agreement.CouncilId,
                CaseId = agreement.CaseId,
                AgreementId = agreement.Id,
                As = asCarer ? SignedAs.Carer : SignedAs.Service,
                PartyId = party,
                AccountId = actor.AccountId,
                Name = input.Name,
                SignedOn = clock.Today,
                SignedAt = clock.Now,
            }
        );
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote(
                "carer.agreement-signed",
                asCarer ? $"Agreement signed by {signer}" : "Agreement signed for the service"
            )
            {
                ForApplicant = asCarer
                    ? "A carer has signed the agreement"
                    : "The service has signed the agreement",
                Rules = ["R-AGR-01"],
                Payload = new { agreement.Number },
            },
            ct
        );
        var still = await activate.RunAsync(input.CaseId, actor, ct);
        await db.SaveChangesAsync(ct);
        return Result.Of(still.Refusals);
    }
}
