using Foster.Web.Features.Applications;
using Foster.Web.Features.Assessment.Checks;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

/// <summary>A check as a row of a list.</summary>
public sealed record CheckLine(
    Guid Id,
    string Kind,
    Guid? PersonId,
    CheckState State,
    DateOnly? RequestedOn,
    DateOnly? ReceivedOn,
    CheckOutcome? Outcome,
    int Chases,
    string? Service,
    Animal? Animal = null
)
{
    public string Title =>
        AssessmentWords.Check(CheckKinds.Of(Kind), Animal)
        + (Service is null ? "" : $", {Service}");

    /// <summary>Nobody has asked for it, and it does not come by itself from the interviews of the referees.</summary>
    public bool IsToBeAskedFor =>
        State == CheckState.Needed
        && CheckKinds.Of(Kind) is { FollowsFromInterviews: false, IsMadeByUs: false };
}

/// <summary>The checks of one person, or of the home and the case.</summary>
public sealed record ChecksOfPerson(string Name, string Who, IReadOnlyList<CheckLine> Checks);

/// <summary>A check with all that its page shows; the certificate number comes masked.</summary>
public sealed record CheckView(
    Guid Id,
    Guid CaseId,
    ICheckKind Kind,
    Guid? PersonId,
    string Whom,
    CheckState State,
    DateOnly? RequestedOn,
    DateOnly? ConsentSeenOn,
    bool ConsentOnRecord,
    bool ConsentStopped,
    Consent? Answer,
    DateOnly? ReceivedOn,
    CheckOutcome? Outcome,
    string? Note,
    string? Reviewer,
    DateOnly? ReviewedOn,
    DateOnly? ExpiresOn,
    string? MaskedCertificate,
    DateOnly? CertificateIssuedOn,
    bool? OnBarredList,
    IReadOnlyList<ChaseLine> Chases,
    Animal? Animal,
    string? MadeBy
)
{
    public string Title => AssessmentWords.Check(Kind, Animal);

    public bool IsOpen => State is CheckState.Needed or CheckState.Requested;

    /// <summary>Nobody may ask for it or record it before a consent was seen (R-APP-05).</summary>
    public bool LacksConsent => Kind.NeedsConsent && !ConsentOnRecord && ConsentSeenOn is null;

    /// <summary>The answer that counts, as on the page of the consents; a paper that was seen only where there is none.</summary>
    public string ConsentWords =>
        ConsentStopped ? "Refused or taken back. The team manager decides how to go on (R-APP-05)"
        : Answer is { } answer ? $"Agrees, {new ConsentLine(answer, null, false).Answered}"
        : ConsentSeenOn is { } seen ? $"On paper, seen on {BritishDate.Long(seen)}"
        : "None on record";
}

public sealed record ChaseLine(DateOnly On, string How, string By);

/// <summary>Checks for pages.</summary>
public sealed class CheckReads(FosterDb db, CaseReads cases)
{
    public async Task<IReadOnlyList<ChecksOfPerson>> ByPersonAsync(
        Guid caseId,
        CancellationToken ct
    )
    {
        var lines = await LinesAsync(caseId, ct);
        var people = await cases.PeopleAsync(caseId, ct);
        var groups = people.Select(p => new ChecksOfPerson(
            p.FullName,
            p.IsApplicant ? "Applicant"
                : p.Relationship.Length > 0 ? p.Relationship
                : "Household member",
            [.. lines.Where(l => l.PersonId == p.PersonId)]
        ));
        return
        [
            .. groups
                .Append(
                    new ChecksOfPerson(
                        "Home and case",
                        "",
                        [.. lines.Where(l => l.PersonId is null)]
                    )
                )
                .Where(g => g.Checks.Count > 0),
        ];
    }

    /// <summary>What a person sees of their own checks, and never of the partner's (R-SOD-13).</summary>
    public async Task<IReadOnlyList<CheckLine>> OwnAsync(
        Guid caseId,
        Guid personId,
        CancellationToken ct
    ) =>
        [
            .. (await LinesAsync(caseId, ct))
                .Where(l => l.PersonId == personId || l.PersonId is null)
                .Select(l => l with { Outcome = null, Chases = 0 }),
        ];

    public async Task<CheckView?> FindAsync(Guid caseId, Guid checkId, CancellationToken ct)
    {
        var check = await db.Set<Check>()
            .AsNoTracking()
            .SingleOrDefaultAsync(c => c.Id == checkId && c.CaseId == caseId, ct);
        if (check is null)
            return null;
        var person = (await cases.PeopleAsync(caseId, ct)).FirstOrDefault(p =>
            p.PersonId == check.PersonId
        );
        var animal = await db.Set<Animal>()
            .AsNoTracking()
            .SingleOrDefaultAsync(a => a.Id == check.AnimalId, ct);
        var service = await db.Set<PreviousApproval>()
            .Where(p => p.Id == check.PreviousApprovalId)
            .Select(p => p.ServiceName)
            .SingleOrDefaultAsync(ct);
        var consents = await db.Set<Consent>()
            .AsNoTracking()
            .Where(c =>
                c.CaseId == caseId && c.PersonId == check.PersonId && c.CheckKey == check.Kind
            )
            .ToListAsync(ct);
        var chases = await db.Set<CheckChase>()
            .Where(c => c.CheckId == checkId)
            .OrderBy(c => c.ChasedOn)
            .Select(c => new ChaseLine(c.ChasedOn, c.How, c.By))
            .ToListAsync(ct);
        return new CheckView(
            check.Id,
            caseId,
            check.About,
            check.PersonId,
            (person?.FullName ?? animal?.Described.Words ?? "The home or the case")
                + (service is null ? "" : $", {service}"),
            check.State,
            check.RequestedOn,
            check.ConsentSeenOn,
            consents.Count > 0,
            consents.Stop(),
            consents.Latest(),
            check.ReceivedOn,
            check.Outcome,
            check.NoteOfKind,
            check.Reviewer,
            check.ReviewedOn,
            check.ExpiresOn,
            Check.Masked(check.CertificateNumber),
            check.CertificateIssuedOn,
            check.OnBarredList,
            chases,
            animal,
            check.MadeBy
        );
    }

    private async Task<IReadOnlyList<CheckLine>> LinesAsync(Guid caseId, CancellationToken ct) =>
        await db.Set<Check>()
            .AsNoTracking()
            .Where(c => c.CaseId == caseId)
            .OrderBy(c => c.Kind)
            .ThenBy(c => c.Id)
            .Select(c => new CheckLine(
                c.Id,
                c.Kind,
                c.PersonId,
                c.State,
                c.RequestedOn,
                c.ReceivedOn,
                c.Outcome,
                db.Set<CheckChase>().Count(h => h.CheckId == c.Id),
                db.Set<PreviousApproval>()
                    .Where(p => p.Id == c.PreviousApprovalId)
                    .Select(p => p.ServiceName)
                    .FirstOrDefault(),
                db.Set<Animal>().FirstOrDefault(a => a.Id == c.AnimalId)
            ))
            .ToListAsync(ct);
}
