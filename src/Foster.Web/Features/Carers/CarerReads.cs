using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Carers;

/// <summary>One of the carers of a household as the pages show them.</summary>
public sealed record CarerLine(
    Guid ApprovalId,
    Guid PersonId,
    string Name,
    ApprovalState State,
    DateOnly ApprovedOn,
    DateOnly? AgreementSignedOn,
    string Terms
);

/// <summary>A signature as it is shown.</summary>
public sealed record SignatureLine(SignedAs As, Guid PartyId, string Name, DateOnly SignedOn);

/// <summary>The agreement of a household and who has signed it.</summary>
public sealed record AgreementView(
    Guid Id,
    int Number,
    string Text,
    DateOnly IssuedOn,
    IReadOnlyList<SignatureLine> Signatures
)
{
    public SignatureLine? Of(Guid partyId) => Signatures.FirstOrDefault(s => s.PartyId == partyId);

    public SignatureLine? ForService => Signatures.FirstOrDefault(s => s.As == SignedAs.Service);
}

/// <summary>A due date with the reason for it.</summary>
public sealed record CarerDate(
    string LineKey,
    Guid SubjectId,
    string Title,
    string RuleId,
    DateOnly DueOn,
    DeadlineStatus Status,
    DateOnly? ClosedOn,
    string Why,
    DateOnly Since
);

/// <summary>A household of carers: what its own pages and those of the staff stand on.</summary>
public sealed record CarerHousehold(
    Guid CaseId,
    string Reference,
    IReadOnlyList<CarerLine> Carers,
    CaseWorker? Supervisor,
    AgreementView Agreement,
    IReadOnlyList<string> Missing
)
{
    public bool Active => Carers.All(c => c.State == ApprovalState.Active);
}

/// <summary>A line of a household's history in words for its carers.</summary>
public sealed record CarerEvent(Guid Id, string Title, DateOnly OccurredOn, string By);

/// <summary>What the carers' own pages and the case pages read.</summary>
public sealed class CarerReads(FosterDb db, CaseReads cases, HistoryWords words)
{
    /// <summary>The case in which a person is approved; null where there is none in reach.</summary>
    public Task<Guid?> CaseOfAsync(Guid personId, CancellationToken ct) =>
        db.Set<CarerApproval>()
            .Where(a => a.PersonId == personId)
            .OrderByDescending(a => a.ApprovedOn)
            .ThenByDescending(a => a.Id)
            .Select(a => (Guid?)a.CaseId)
            .FirstOrDefaultAsync(ct);

    /// <summary>A household of carers; null where nobody is approved or the case is out of reach.</summary>
    public async Task<CarerHousehold?> FindAsync(Guid caseId, CancellationToken ct)
    {
        var approvals = await db.Set<CarerApproval>()
            .AsNoTracking()
            .Where(a => a.CaseId == caseId)
            .ToListAsync(ct);
        if (approvals.Count == 0)
            return null;
        var reference = await db.Set<Case>()
            .Where(c => c.Id == caseId)
            .Select(c => c.Reference)
            .SingleAsync(ct);
        var people = await cases.ApplicantsAsync(caseId, ct);
        var workers = await cases.WorkersAsync(caseId, ct);
        var supervisor = workers.FirstOrDefault(w => w.Role == Role.SupervisingSocialWorker);
        var agreement = await db.Set<Agreement>()
            .AsNoTracking()
            .Where(a => a.CaseId == caseId)
            .OrderByDescending(a => a.Number)
            .FirstAsync(ct);
        var signatures = await db.Set<AgreementSignature>()
            .AsNoTracking()
            .Where(s => s.AgreementId == agreement.Id)
            .OrderBy(s => s.SignedAt)
            .ToListAsync(ct);
        var missing = ActivateCarers.Missing(people, approvals, signatures, supervisor is not null);
        return new CarerHousehold(
            caseId,
            reference,
            [
                // The main carer first, as everywhere.
                .. from p in people
                join a in approvals on p.PersonId equals a.PersonId
                select new CarerLine(
                    a.Id,
                    a.PersonId,
                    p.FullName,
                    a.State,
                    a.ApprovedOn,
                    a.AgreementSignedOn,
                    a.Terms.Alone()
                ),
            ],
            supervisor,
            new AgreementView(
                agreement.Id,
                agreement.Number,
                agreement.Text,
                agreement.IssuedOn,
                [.. signatures.Select(s => new SignatureLine(s.As, s.PartyId, s.Name, s.SignedOn))]
            ),
            [.. missing.Select(m => m.Reason)]
        );
    }

    /// <summary>The dates that one carer sees: the household's and their own, none that is kept from them (R-SOD-11).</summary>
    public async Task<IReadOnlyList<CarerDate>> DatesForCarerAsync(
        CarerHousehold household,
        Guid personId,
        CancellationToken ct
    )
    {
        var kept = CarerClocks.Unannounced.Select(l => l.Key).ToArray();
        var subjects = household
            .Carers.Where(c => c.PersonId == personId)
            .Select(c => c.ApprovalId)
            .Append(household.CaseId)
            .Append(household.Agreement.Id)
            .ToArray();
        return await db.Set<Deadline>()
            .Where(d =>
                d.CaseId == household.CaseId
                && d.ApplicantTitle != null
                && subjects.Contains(d.SubjectId)
                && !kept.Contains(d.LineKey)
            )
            .OrderBy(d => d.DueOn)
            .ThenBy(d => d.Id)
            .Select(d => new CarerDate(
                d.LineKey,
                d.SubjectId,
                d.ApplicantTitle!,
                d.RuleId,
                d.DueOn,
                d.Status,
                d.ClosedOn,
                d.ExplanationText,
                d.TriggerOn
            ))
            .ToListAsync(ct);
    }

    /// <summary>The open dates of a household of carers, for its staff.</summary>
    public async Task<IReadOnlyList<CarerDate>> DatesForStaffAsync(
        CarerHousehold household,
        CancellationToken ct
    )
    {
        var subjects = household
            .Carers.Select(c => c.ApprovalId)
            .Append(household.CaseId)
            .Append(household.Agreement.Id)
            .ToArray();
        return await db.Set<Deadline>()
            .Where(d =>
                d.CaseId == household.CaseId
                && d.Status == DeadlineStatus.Open
                && subjects.Contains(d.SubjectId)
            )
            .OrderBy(d => d.DueOn)
            .ThenBy(d => d.Id)
            .Select(d => new CarerDate(
                d.LineKey,
                d.SubjectId,
                d.Title,
                d.RuleId,
                d.DueOn,
                d.Status,
                d.ClosedOn,
                d.ExplanationText,
                d.TriggerOn
            ))
            .ToListAsync(ct);
    }

    /// <summary>What happened on the way of a household, in the words its carer may read; newest first.</summary>
    public async Task<IReadOnlyList<CarerEvent>> HistoryAsync(
        Guid caseId,
        Guid personId,
        Guid? after,
        int count,
        CancellationToken ct
    )
    {
        var seen = db.Set<HistoryEntry>()
            .Where(h =>
                h.CaseId == caseId
                && h.IsTold
                && (h.Audience == Audience.Applicant || h.Audience == Audience.Carer)
                && (h.PersonId == null || h.PersonId == personId)
            );
        if (
            after is { } id
            && await seen.Where(h => h.Id == id)
                .Select(h => new { h.OccurredOn, h.RecordedAt })
                .SingleOrDefaultAsync(ct)
                is { } last
        )
            seen = seen.Where(h =>
                h.OccurredOn < last.OccurredOn
                || (h.OccurredOn == last.OccurredOn && h.RecordedAt < last.RecordedAt)
                || (
                    h.OccurredOn == last.OccurredOn
                    && h.RecordedAt == last.RecordedAt
                    && h.Id.CompareTo(id) < 0
                )
            );
        var rows = await seen.OrderByDescending(h => h.OccurredOn)
            .ThenByDescending(h => h.RecordedAt)
            .ThenByDescending(h => h.Id)
            .Take(count)
            .Select(h => new
            {
                h.Id,
                h.OccurredOn,
                h.ActorName,
                h.Body!.Content,
            })
            .ToListAsync(ct);
        return
        [
            .. from h in rows
            let said = words.Open(h.Id, h.Content)
            select new CarerEvent(h.Id, said.PublicTitle!, h.OccurredOn, said.By ?? h.ActorName),
        ];
    }
}
