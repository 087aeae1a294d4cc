using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <summary>Reads an application as the sections see it. Everything is inside the reader's scope.</summary>
public sealed class ApplyReads(
    FosterDb db,
    CaseReads cases,
    AddressReads addresses,
    LondonClock clock
)
{
    /// <summary>The application that an applicant is at: the latest of theirs. Null where they have none.</summary>
    public async Task<ApplyFacts?> OwnAsync(Actor actor, CancellationToken ct) =>
        await CaseOfAsync(actor, ct) is { } caseId ? await OfCaseAsync(caseId, ct) : null;

    public Task<Guid?> CaseOfAsync(Actor actor, CancellationToken ct) =>
        actor.PersonId is { } person
            ? (
                from p in db.Set<ApplicantPart>()
                join a in db.Set<Application>() on p.ApplicationId equals a.Id
                where p.PersonId == person
                orderby a.CreatedOn descending, a.Id descending
                select (Guid?)a.CaseId
            ).FirstOrDefaultAsync(ct)
            : Task.FromResult<Guid?>(null);

    public async Task<ApplyFacts?> OfCaseAsync(Guid caseId, CancellationToken ct)
    {
        var application = await db.Set<Application>()
            .AsNoTracking()
            .SingleOrDefaultAsync(a => a.CaseId == caseId, ct);
        if (application is null)
            return null;
        var reference = await db.Set<Case>()
            .Where(c => c.Id == caseId)
            .Select(c => c.Reference)
            .SingleAsync(ct);
        var parts = await db.Set<ApplicantPart>()
            .AsNoTracking()
            .Where(p => p.ApplicationId == application.Id)
            .OrderBy(p => p.Position)
            .ToListAsync(ct);
        var ids = parts.ConvertAll(p => p.PersonId);
        var people = await cases.PeopleAsync(caseId, ct);
        var lived = await addresses.OfAsync(ids, ct);
        var referees = await db.Set<Referee>()
            .AsNoTracking()
            .Where(r => r.CaseId == caseId)
            .OrderBy(r => r.Id)
            .ToListAsync(ct);
        var backgrounds = await db.Set<RefereeBackground>()
            .AsNoTracking()
            .Where(r => r.CaseId == caseId)
            .ToListAsync(ct);
        var council = await db.Set<Council>()
            .AsNoTracking()
            .SingleAsync(c => c.Id == application.CouncilId, ct);
        var consents = await db.Set<Consent>()
            .AsNoTracking()
            .Where(c => c.CaseId == caseId)
            .OrderBy(c => c.AnsweredAt)
            .ThenBy(c => c.Id)
            .ToListAsync(ct);
        var sections = await db.Set<SectionAnswers>()
            .AsNoTracking()
            .Where(a => a.CaseId == caseId)
            .ToListAsync(ct);
        var accounts = await db.Set<AccountLink>()
            .Where(l => ids.Contains(l.PersonId))
            .Select(l => l.PersonId)
            .ToListAsync(ct);
        var applicants =
            from part in parts
            join person in people on part.PersonId equals person.PersonId
            select new ApplicantFacts(
                person,
                part,
                [.. lived.Where(a => a.PersonId == part.PersonId)],
                [.. referees.Where(r => r.PersonId == part.PersonId)],
                [.. consents.Where(c => c.PersonId == part.PersonId)],
                accounts.Contains(part.PersonId)
            )
            {
                Background = backgrounds.Find(r => r.PersonId == part.PersonId),
            };
        return new ApplyFacts(
            caseId,
            reference,
            application,
            clock.Today,
            [.. applicants],
            [.. people.Where(p => !p.IsApplicant)]
        )
        {
            Needs = RefereeNeeds.Of(council),
            Sections = sections,
        };
    }
}
