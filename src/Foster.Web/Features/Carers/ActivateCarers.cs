using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Carers;

/// <summary>
/// Makes the approvals of a case active once all have signed and a supervisor is named (T-CAR-02); else refuses with
/// everything that is still missing. Runs after each act that may have been the last; the caller saves.
/// </summary>
public sealed class ActivateCarers(
    FosterDb db,
    CaseReads cases,
    CaseHistory history,
    DeadlineBook deadlines
)
{
    public async Task<Result> RunAsync(Guid caseId, Actor actor, CancellationToken ct)
    {
        var approvals = await db.Set<CarerApproval>()
            .Where(a => a.CaseId == caseId)
            .ToListAsync(ct);
        if (approvals.Count == 0)
            return Result.Refused("There is no approval in this case.", "T-CAR-02");
        var agreement = await db.Set<Agreement>()
            .Where(a => a.CaseId == caseId)
            .OrderByDescending(a => a.Number)
            .Select(a => a.Id)
            .FirstAsync(ct);
        // The act before this one may have added a signature that is not saved yet.
        await db.Set<AgreementSignature>().Where(s => s.AgreementId == agreement).LoadAsync(ct);
        var signatures = db.Set<AgreementSignature>()
            .Local.Where(s => s.AgreementId == agreement)
            .ToList();
        await db.Set<Allocation>()
            .Where(a => a.CaseId == caseId && a.Role == Role.SupervisingSocialWorker)
            .LoadAsync(ct);
        var supervised = db.Set<Allocation>()
            .Local.Any(a =>
                a.CaseId == caseId && a.Role == Role.SupervisingSocialWorker && a.To is null
            );
        var missing = Missing(
            await cases.ApplicantsAsync(caseId, ct),
            approvals,
            signatures,
            supervised
        );
        DateOnly? signedOn = signatures.Count > 0 ? signatures.Max(s => s.SignedOn) : null;
        var refusals = approvals
            .SelectMany(a => a.Activate(actor, signedOn, missing).Refusals)
            .Distinct()
            .ToList();
        if (refusals.Count > 0)
            return Result.Refused(refusals);
        await deadlines.MeetAsync(caseId, DeadlineRules.AgreementSigned, signedOn!.Value, ct);
        await history.WriteAsync(
            actor,
            caseId,
            new HistoryNote("carer.active", "Agreement signed by all; approval active")
            {
                OccurredOn = signedOn,
                ForApplicant =
                    "Everybody has signed your agreement. Children can be placed with you",
                From = ApprovalState.ApprovedAgreementPending,
                To = ApprovalState.Active,
                Rules = ["T-CAR-02", "R-AGR-01"],
            },
            ct
        );
        return Result.Done;
    }

    /// <summary>Everything that keeps the approvals of a household from being active.</summary>
    public static IReadOnlyList<Refusal> Missing(
        IReadOnlyList<CasePerson> carers,
        IReadOnlyList<CarerApproval> approvals,
        IReadOnlyList<AgreementSignature> signatures,
        bool supervised
    )
    {
        var missing = new List<Refusal>();
        foreach (var carer in carers.Where(c => approvals.Any(a => a.PersonId == c.PersonId)))
            if (signatures.All(s => s.PartyId != carer.PersonId))
                missing.Add(
                    new Refusal($"{carer.FullName} has not signed the agreement.", "R-AGR-01")
                );
        if (signatures.All(s => s.As != SignedAs.Service))
            missing.Add(
                new Refusal("Nobody has signed the agreement for the service.", "R-AGR-01")
            );
        if (!supervised)
            missing.Add(new Refusal("No supervising social worker is named.", "R-SUP-01"));
        return missing;
    }
}
