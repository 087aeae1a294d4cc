using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

public sealed record RefereeLine(
    Guid Id,
    string Name,
    string Relationship,
    DateOnly NominatedOn,
    DateOnly? InterviewedOn,
    RefereeState State
);

public sealed record DecisionLine(
    AssessmentStep Step,
    DateOnly On,
    string By,
    Role Role,
    string? ReasonCode,
    string? Reason
);

public sealed record AttendanceLine(
    Guid PersonId,
    string SessionKey,
    DateOnly On,
    string? Feedback
);

public sealed record ObservationLine(
    Guid PersonId,
    string Text,
    DateOnly SentOn,
    string RecordedBy
);

public sealed record AssessorChoice(Guid AccountId, string Name, bool IsQualified);

/// <summary>A refusal at stage 1 that waits for the decision maker.</summary>
public sealed record ProposedRefusal(
    Guid CaseId,
    string Reference,
    string By,
    DateOnly On,
    bool Stage2Open,
    string? ReasonCode,
    string Names = ""
);

/// <summary>The rest of what the pages of an assessment show.</summary>
public sealed class AssessmentWorkReads(
    FosterDb db,
    Stage1Reads stage1,
    SharingReads sharing,
    ReadinessReads readiness,
    CaseNameReads names
)
{
    /// <summary>What is missing for the step that comes next.</summary>
    public async Task<IReadOnlyList<Gap>> GapsAsync(Guid caseId, CancellationToken ct)
    {
        var application = await db.Set<Application>()
            .AsNoTracking()
            .SingleAsync(a => a.CaseId == caseId, ct);
        return application.State switch
        {
            ApplicationState.Stage1 or ApplicationState.Stage1Complete => (
                await stage1.StandingAsync(application, ct)
            ).Gaps,
            ApplicationState.Stage1Passed => await sharing.GapsAsync(application, ct),
            ApplicationState.ReportShared => await readiness.GapsAsync(caseId, ct),
            _ => [],
        };
    }

    public async Task<IReadOnlyList<RefereeLine>> RefereesAsync(
        Guid caseId,
        CancellationToken ct
    ) =>
        await (
            from r in db.Set<Referee>()
            join i in db.Set<RefereeInterview>() on r.Id equals i.RefereeId into interviews
            from i in interviews.DefaultIfEmpty()
            where r.CaseId == caseId
            orderby r.NominatedOn, r.Id
            select new RefereeLine(
                r.Id,
                r.Name,
                r.Relationship,
                r.NominatedOn,
                i == null ? null : i.InterviewedOn,
                r.State
            )
        ).ToListAsync(ct);

    public Task<Referee?> RefereeAsync(Guid caseId, Guid refereeId, CancellationToken ct) =>
        db.Set<Referee>()
            .AsNoTracking()
            .SingleOrDefaultAsync(r => r.Id == refereeId && r.CaseId == caseId, ct);

    public Task<RefereeInterview?> InterviewAsync(Guid refereeId, CancellationToken ct) =>
        db.Set<RefereeInterview>()
            .AsNoTracking()
            .SingleOrDefaultAsync(i => i.RefereeId == refereeId, ct);

    public async Task<IReadOnlyList<DecisionLine>> DecisionsAsync(
        Guid caseId,
        CancellationToken ct
    ) =>
        await db.Set<AssessmentDecision>()
            .Where(d => d.CaseId == caseId)
            .OrderBy(d => d.On)
            .ThenBy(d => d.Id)
            .Select(d => new DecisionLine(d.Step, d.On, d.By, d.Role, d.ReasonCode, d.Reason))
            .ToListAsync(ct);

    public async Task<IReadOnlyList<AttendanceLine>> AttendanceAsync(
        Guid caseId,
        CancellationToken ct
    ) =>
        await db.Set<SessionAttendance>()
            .Where(s => s.CaseId == caseId)
            .OrderBy(s => s.AttendedOn)
            .Select(s => new AttendanceLine(s.PersonId, s.SessionKey, s.AttendedOn, s.Feedback))
            .ToListAsync(ct);

    public Task<AssessmentReport?> ReportAsync(Guid caseId, CancellationToken ct) =>
        db.Set<AssessmentReport>().AsNoTracking().SingleOrDefaultAsync(r => r.CaseId == caseId, ct);

    /// <summary>The applicants' copy of the newest revision, while the report is with them or beyond.</summary>
    public async Task<IReadOnlyList<PackDocument>> ApplicantCopyAsync(
        Guid caseId,
        CancellationToken ct
    )
    {
        var content = await db.Set<ReportRendition>()
            .Where(r => r.CaseId == caseId && r.Kind == RenditionKind.ApplicantCopy)
            .OrderByDescending(r => r.Revision)
            .Select(r => r.Content)
            .FirstOrDefaultAsync(ct);
        return content is null ? [] : Renditions.Read(content);
    }

    public async Task<IReadOnlyList<ObservationLine>> ObservationsAsync(
        Guid caseId,
        CancellationToken ct
    ) =>
        await (
            from o in db.Set<ReportObservation>()
            join r in db.Set<AssessmentReport>() on o.CaseId equals r.CaseId
            where o.CaseId == caseId && o.Revision == r.Revision
            orderby o.SentOn
            select new ObservationLine(o.PersonId, o.Text, o.SentOn, o.RecordedBy)
        ).ToListAsync(ct);

    public async Task<IReadOnlyList<AssessorChoice>> AssessorsAsync(
        Guid councilId,
        CancellationToken ct
    ) =>
        await (
            from r in db.Set<RoleAssignment>()
            join a in db.Set<Account>() on r.AccountId equals a.Id
            join w in db.Set<WorkerProfile>() on a.Id equals w.AccountId into profiles
            from w in profiles.DefaultIfEmpty()
            where r.CouncilId == councilId && r.Role == Role.Assessor && !a.IsDisabled
            orderby a.DisplayName
            select new AssessorChoice(a.Id, a.DisplayName, w != null && w.IsQualifiedAssessor)
        ).ToListAsync(ct);

    /// <summary>Proposals of a refusal of this case that wait for the decision maker (R-ASSESS-05).</summary>
    public async Task<IReadOnlyList<AssessmentDecision>> OpenRefusalsAsync(
        Guid caseId,
        CancellationToken ct
    ) =>
        (
            await db.Set<AssessmentDecision>()
                .AsNoTracking()
                .Where(d => d.CaseId == caseId)
                .ToListAsync(ct)
        ).OpenRefusals();

    /// <summary>Each case once, with the proposal that came last.</summary>
    public async Task<IReadOnlyList<ProposedRefusal>> ProposedRefusalsAsync(CancellationToken ct)
    {
        var rows = await (
            from d in db.Set<AssessmentDecision>()
            join a in db.Set<Application>() on d.CaseId equals a.CaseId
            join c in db.Set<Case>() on d.CaseId equals c.Id
            where
                d.Step == AssessmentStep.ProposeRefusal
                && (
                    a.State == ApplicationState.Stage1 || a.State == ApplicationState.Stage1Complete
                )
                && db.Set<AssessmentDecision>()
                    .Count(p => p.CaseId == d.CaseId && p.Step == AssessmentStep.ProposeRefusal)
                    > db.Set<AssessmentDecision>()
                        .Count(t =>
                            t.CaseId == d.CaseId && t.Step == AssessmentStep.TakeBackRefusal
                        )
            where
                !db.Set<AssessmentDecision>()
                    .Any(p =>
                        p.CaseId == d.CaseId
                        && p.Step == AssessmentStep.ProposeRefusal
                        && (p.On > d.On || (p.On == d.On && p.Id.CompareTo(d.Id) > 0))
                    )
            orderby d.On, d.Id
            select new ProposedRefusal(
                d.CaseId,
                c.Reference,
                d.By,
                d.On,
                a.Stage2StartedOn != null,
                d.ReasonCode,
                ""
            )
        )
            .Take(AssessmentHeaderReads.PageSize)
            .ToListAsync(ct);
        var called = await names.OfAsync([.. rows.Select(r => r.CaseId)], ct);
        return [.. rows.Select(r => r with { Names = called.GetValueOrDefault(r.CaseId, "") })];
    }

    /// <summary>The newest application of somebody's own household; null where there is none.</summary>
    public Task<Guid?> OwnCaseAsync(CancellationToken ct) =>
        db.Set<Application>()
            .OrderByDescending(a => a.CreatedOn)
            .Select(a => (Guid?)a.CaseId)
            .FirstOrDefaultAsync(ct);
}
