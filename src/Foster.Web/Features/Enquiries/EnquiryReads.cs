using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries;

/// <summary>One due date of an enquiry and how it was counted.</summary>
public sealed record EnquiryDue(
    string Title,
    string RuleId,
    DateOnly DueOn,
    DeadlineStatus Status,
    DateOnly? ClosedOn,
    string Why,
    string? ForApplicant
)
{
    /// <summary>The line of the catalogue by which it was counted.</summary>
    public string LineKey { get; init; } = "";
}

/// <summary>Everything of one enquiry, for reading only.</summary>
public sealed record EnquiryView(
    Enquiry Enquiry,
    string Reference,
    bool Restricted,
    IReadOnlyList<CasePerson> People,
    NewAddress? Address,
    CaseWorker? Assessor,
    CaseWorker? Officer,
    IReadOnlyList<EnquiryDue> Dues,
    IReadOnlyList<EnquiryContact> Contacts,
    ExpressionOfInterest? Interest,
    IReadOnlyList<InitialVisit> Visits,
    VisitOutcome? Outcome
)
{
    public string Name =>
        string.Join(" and ", People.Where(p => p.IsApplicant).Select(p => p.FullName));

    /// <summary>A concern stands about which the team manager has not decided (R-ENQ-10).</summary>
    public bool IsStopped { get; init; }

    public EnquiryDue? NextDue =>
        Dues.Where(d => d.Status is DeadlineStatus.Open).MinBy(d => d.DueOn);

    /// <summary>What somebody should look at before they call. Only an age under 18 is a bar.</summary>
    public IReadOnlyList<string> FlagsOn(DateOnly today) =>
        [
            .. People
                .Where(p => p.IsApplicant && p.AgeOn(today) < AdultAge)
                .Select(p =>
                    $"{p.GivenName} is under {AdultAge} by the date of birth here, and nobody under {AdultAge} can foster: check the date of birth first (R-ELIG-01)"
                ),
            .. People
                .Where(p => p.IsApplicant && p.AgeOn(today) is >= AdultAge and < AgeToAskAbout)
                // Whoever knows the child is exempt (R-ELIG-01).
                .Where(_ => !Enquiry.KnowsChild)
                .Select(p =>
                    $"{p.GivenName} is under {AgeToAskAbout}: talk it through, it is no bar (R-ELIG-01)"
                ),
            .. Enquiry.SpareRooms is 0
                ? ["No spare room: talk it through, it is no bar (R-ELIG-03)"]
                : Array.Empty<string>(),
            .. Enquiry.CurrentService is { } service
                ?
                [
                    $"Fosters for {service} now{(Enquiry.ChildrenPlaced ? ", with a child placed" : "")}: this is the transfer track (R-ENQ-12)",
                ]
                : Array.Empty<string>(),
            .. Enquiry.KnowsChild
                ? ["About a child they already know: family and friends care may fit (R-ENQ-11)"]
                : Array.Empty<string>(),
        ];

    private const int AdultAge = 18;
    private const int AgeToAskAbout = 21;
}

/// <summary>Reads one enquiry within the reader's scope.</summary>
public sealed class EnquiryReads(FosterDb db, CaseReads cases)
{
    /// <summary>Null where the case is out of reach or does not exist.</summary>
    public async Task<EnquiryView?> FindAsync(Guid caseId, CancellationToken ct)
    {
        var found = await (
            from e in db.Set<Enquiry>().AsNoTracking()
            join c in db.Set<Case>() on e.CaseId equals c.Id
            where e.CaseId == caseId
            select new
            {
                Enquiry = e,
                c.Reference,
                c.Restricted,
            }
        ).SingleOrDefaultAsync(ct);
        if (found is null)
            return null;
        var people = await cases.PeopleAsync(caseId, ct);
        var workers = await cases.WorkersAsync(caseId, ct);
        return new EnquiryView(
            found.Enquiry,
            found.Reference,
            found.Restricted,
            people,
            await AddressAsync(people[0].PersonId, ct),
            workers.FirstOrDefault(w => w.Role is Foundation.Actors.Role.Assessor),
            workers.FirstOrDefault(w => w.Role is Foundation.Actors.Role.RecruitmentOfficer),
            await DuesAsync(found.Enquiry, ct),
            await Of<EnquiryContact>(caseId).OrderByDescending(c => c.At).ToListAsync(ct),
            await Of<ExpressionOfInterest>(caseId)
                .OrderByDescending(i => i.Id)
                .FirstOrDefaultAsync(ct),
            await Of<InitialVisit>(caseId).OrderByDescending(v => v.ScheduledFor).ToListAsync(ct),
            await Of<VisitOutcome>(caseId)
                .OrderByDescending(o => o.DecidedAt)
                .FirstOrDefaultAsync(ct)
        )
        {
            // Whoever withdraws does not end it; the team manager who declines has decided.
            IsStopped =
                (found.Enquiry.IsOpen || found.Enquiry.State is EnquiryState.Withdrawn)
                && await Of<LookUps.LookUp>(caseId)
                    .AnyAsync(
                        l => l.Outcome == LookUps.LookUpOutcome.Concern && l.ClearedOn == null,
                        ct
                    ),
        };
    }

    private IQueryable<T> Of<T>(Guid caseId)
        where T : class, ICaseOwned => db.Set<T>().AsNoTracking().Where(r => r.CaseId == caseId);

    private Task<NewAddress?> AddressAsync(Guid personId, CancellationToken ct) =>
        db.Set<Address>()
            .Where(a => a.PersonId == personId && a.To == null)
            .Select(a => new NewAddress(a.Lines, a.Town, a.Postcode))
            .FirstOrDefaultAsync(ct);

    private async Task<IReadOnlyList<EnquiryDue>> DuesAsync(
        Enquiry enquiry,
        CancellationToken ct
    ) =>
        await db.Set<Deadline>()
            .AsNoTracking()
            .Where(d => d.CaseId == enquiry.CaseId && d.SubjectId == enquiry.Id)
            .OrderBy(d => d.TriggerOn)
            .ThenBy(d => d.Id)
            .Select(d => new EnquiryDue(
                d.Title,
                d.RuleId,
                d.DueOn,
                d.Status,
                d.ClosedOn,
                d.ExplanationText,
                d.ApplicantTitle
            )
            {
                LineKey = d.LineKey,
            })
            .ToListAsync(ct);
}
