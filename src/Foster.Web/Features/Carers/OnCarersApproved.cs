using Foster.Web.Features.Approvals;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Carers;

/// <summary>
/// Opens the carers' side of an approval (T-CAR-01): an approval and a register row for each applicant, the agreement,
/// the clocks, and the carers' area in place of the applicants'. The publisher saves.
/// </summary>
public sealed class OnCarersApproved(
    FosterDb db,
    CaseReads cases,
    CarerClocks clocks,
    CaseHistory history,
    Outbox outbox,
    Links links,
    LondonClock clock
) : IOn<CarersApproved>
{
    public async Task HandleAsync(CarersApproved happened, Actor actor, CancellationToken ct)
    {
        var council = await db.Set<Council>().SingleAsync(c => c.Id == actor.CouncilId, ct);
        var reference = await db.Set<Case>()
            .Where(c => c.Id == happened.CaseId)
            .Select(c => c.Reference)
            .SingleAsync(ct);
        var carers = await cases.ApplicantsAsync(happened.CaseId, ct);
        var approvals = new List<CarerApproval>();
        foreach (var carer in carers)
        {
            var approval = CarerApproval
                .Open(
                    actor.CouncilId,
                    happened.CaseId,
                    carer.PersonId,
                    happened.DecisionId,
                    happened.On,
                    happened.Terms
                )
                .Value;
            db.Add(approval);
            db.Add(await RowAsync(approval, carer, ct));
            await WelcomeAsync(carer.PersonId, actor.CouncilId, ct);
            approvals.Add(approval);
        }
        var agreement = new Agreement
        {
            CouncilId = actor.CouncilId,
            CaseId = happened.CaseId,
            Text = AgreementText.For(
                council,
                [.. carers.Select(c => c.FullName)],
                happened.On,
                happened.Terms
            ),
            IssuedOn = happened.On,
        };
        db.Add(agreement);
        var signBy = await clocks.StartAsync(approvals, agreement.Id, ct);
        foreach (var carer in carers.Where(c => c.Email is not null))
            outbox.Post(
                actor.CouncilId,
                happened.CaseId,
                Emails.AgreementEmail.Waits(
                    carer.Email!,
                    carer.GivenName,
                    reference,
                    council,
                    links.Absolute(CarerLinks.Agreement),
                    signBy
                )
            );
        await history.WriteAsync(
            Actor.System(actor.CouncilId),
            happened.CaseId,
            new HistoryNote("carer.registered", "Entered in the register; agreement issued")
            {
                OccurredOn = happened.On,
                ForApplicant =
                    "You are on the register of foster carers. Your agreement is ready to sign",
                To = ApprovalState.ApprovedAgreementPending,
                Rules = ["T-CAR-01", "R-REG-01", "R-AGR-01"],
                Payload = new { terms = happened.Terms.InWords(), carers = carers.Count },
            },
            ct
        );
    }

    private async Task<RegisterEntry> RowAsync(
        CarerApproval approval,
        CasePerson carer,
        CancellationToken ct
    )
    {
        var home = await db.Set<Address>()
            .Where(a => a.PersonId == carer.PersonId && a.To == null)
            .OrderByDescending(a => a.From)
            .ThenByDescending(a => a.Id)
            .Select(a => new
            {
                a.Lines,
                a.Town,
                a.Postcode,
            })
            .FirstOrDefaultAsync(ct);
        string?[] lines = [home?.Lines, home?.Town, home?.Postcode];
        return new RegisterEntry
        {
            CouncilId = approval.CouncilId,
            CaseId = approval.CaseId,
            ApprovalId = approval.Id,
            PersonId = carer.PersonId,
            Name = carer.FullName,
            Address = string.Join(", ", lines.Where(l => !string.IsNullOrWhiteSpace(l))),
            DateOfBirth = carer.DateOfBirth,
            ApprovedOn = approval.ApprovedOn,
            Terms = approval.Terms.InWords(),
            EnteredOn = clock.Today,
            EnteredBy = Actor.System(approval.CouncilId).Name,
        };
    }

    /// <summary>The carers' area opens and the applicants' closes; whoever is signed in goes on there.</summary>
    private async Task WelcomeAsync(Guid personId, Guid councilId, CancellationToken ct)
    {
        if (await cases.AccountOfAsync(personId, ct) is not { } account)
            return;
        var held = await db.Set<RoleAssignment>()
            .Where(r => r.AccountId == account && r.CouncilId == councilId)
            .ToListAsync(ct);
        db.RemoveRange(held.Where(r => r.Role == Role.ProspectiveCarer));
        if (held.All(r => r.Role != Role.ApprovedCarer))
            db.Add(
                new RoleAssignment
                {
                    AccountId = account,
                    CouncilId = councilId,
                    Role = Role.ApprovedCarer,
                }
            );
    }
}
