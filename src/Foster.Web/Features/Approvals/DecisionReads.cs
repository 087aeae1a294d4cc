using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

/// <summary>What a decision is made on.</summary>
public sealed record LoadedDecision(Application Application, PanelItem Item, Minutes? Minutes);

/// <summary>A line of the decision desk.</summary>
public sealed record DeskRow(
    Guid CaseId,
    string Reference,
    DateOnly SentOn,
    DateOnly? DueOn,
    RecommendationOutcome? Recommended
);

/// <summary>A decision that was made.</summary>
public sealed record DoneRow(
    Guid Id,
    Guid CaseId,
    string Reference,
    DecisionOutcome Outcome,
    bool ToPanel,
    DateOnly DecidedOn,
    string DecidedBy
);

/// <summary>A date with its reason.</summary>
public sealed record ClockRow(
    string Title,
    string RuleId,
    DateOnly DueOn,
    DeadlineStatus Status,
    string Why
);

/// <summary>A decision whose people are to be told, or were.</summary>
public sealed record NoticeRow(
    Guid Id,
    Guid CaseId,
    string Reference,
    DateOnly DecidedOn,
    DateOnly? OralOn,
    string? OralBy,
    DateOnly? OralDueOn,
    DateOnly? WrittenOn,
    string? WrittenBy,
    DateOnly? WrittenDueOn
);

/// <summary>What the decision maker's pages and the notices show.</summary>
public sealed class DecisionReads(FosterDb db)
{
    public const int PageSize = 25;

    /// <summary>The application with the item that panel heard last; null where there is none in reach.</summary>
    public async Task<LoadedDecision?> LoadAsync(Guid caseId, CancellationToken ct)
    {
        var application = await db.Set<Application>()
            .SingleOrDefaultAsync(a => a.CaseId == caseId, ct);
        var item = await db.Set<PanelItem>()
            .Where(i => i.CaseId == caseId && i.State == PanelItemState.Heard)
            .OrderByDescending(i => i.EndedOn)
            .ThenByDescending(i => i.Id)
            .FirstOrDefaultAsync(ct);
        if (application is null || item is null)
            return null;
        return new LoadedDecision(
            application,
            item,
            await db.Set<Minutes>().SingleOrDefaultAsync(m => m.ItemId == item.Id, ct)
        );
    }

    /// <summary>Cases that wait for a decision, the longest waiting first.</summary>
    public async Task<IReadOnlyList<DeskRow>> WaitingAsync(Cursor after, CancellationToken ct)
    {
        var line = DeadlineRules.DecisionMakerDecision.Key;
        return await (
            from a in db.Set<Application>()
            join c in db.Set<Case>() on a.CaseId equals c.Id
            where
                a.State == ApplicationState.AwaitingDecision
                && (
                    a.SentToDecisionOn > after.On
                    || (a.SentToDecisionOn == after.On && a.CaseId > after.Id)
                )
            orderby a.SentToDecisionOn, a.CaseId
            select new DeskRow(
                a.CaseId,
                c.Reference,
                a.SentToDecisionOn!.Value,
                db.Set<Deadline>()
                    .Where(d =>
                        d.CaseId == a.CaseId && d.LineKey == line && d.Status == DeadlineStatus.Open
                    )
                    .Min(d => (DateOnly?)d.DueOn),
                db.Set<Recommendation>()
                    .Where(r => r.CaseId == a.CaseId)
                    .OrderByDescending(r => r.RecordedAt)
                    .Select(r => (RecommendationOutcome?)r.Outcome)
                    .FirstOrDefault()
            )
        )
            .Take(PageSize + 1)
            .ToListAsync(ct);
    }

    /// <summary>Decisions made, the newest first.</summary>
    public async Task<IReadOnlyList<DoneRow>> DoneAsync(Cursor before, CancellationToken ct) =>
        await (
            from d in db.Set<Decision>()
            join c in db.Set<Case>() on d.CaseId equals c.Id
            where d.DecidedOn < before.On || (d.DecidedOn == before.On && d.Id < before.Id)
            orderby d.DecidedOn descending, d.Id descending
            select new DoneRow(
                d.Id,
                d.CaseId,
                c.Reference,
                d.Outcome,
                d.ReturnedToPanel,
                d.DecidedOn,
                d.DecidedBy
            )
        )
            .Take(PageSize + 1)
            .ToListAsync(ct);

    /// <summary>The decisions of one case, the newest first.</summary>
    public async Task<IReadOnlyList<Decision>> OfCaseAsync(Guid caseId, CancellationToken ct) =>
        await db.Set<Decision>()
            .AsNoTracking()
            .Where(d => d.CaseId == caseId)
            .OrderByDescending(d => d.RecordedAt)
            .ToListAsync(ct);

    /// <summary>The dates of a case by these lines, open ones first.</summary>
    public async Task<IReadOnlyList<ClockRow>> ClocksAsync(
        Guid caseId,
        CancellationToken ct,
        params IReadOnlyList<DeadlineLine> lines
    )
    {
        var keys = lines.Select(l => l.Key).ToList();
        var rows = await db.Set<Deadline>()
            .Where(d => d.CaseId == caseId && keys.Contains(d.LineKey))
            .OrderBy(d => d.DueOn)
            .Select(d => new ClockRow(d.Title, d.RuleId, d.DueOn, d.Status, d.ExplanationText))
            .ToListAsync(ct);
        return [.. rows.OrderBy(r => r.Status)];
    }

    /// <summary>Decisions whose people are still to be told in one way or the other, the oldest first.</summary>
    public Task<List<NoticeRow>> NoticesDueAsync(Cursor after, CancellationToken ct) =>
        Notices(
                db.Set<OutcomeNotice>()
                    .Where(n =>
                        (n.OralOn == null || n.WrittenOn == null)
                        && (n.DecidedOn > after.On || (n.DecidedOn == after.On && n.Id > after.Id))
                    )
            )
            .Take(PageSize + 1)
            .ToListAsync(ct);

    public Task<NoticeRow?> NoticeAsync(Guid caseId, CancellationToken ct) =>
        Notices(db.Set<OutcomeNotice>().Where(n => n.CaseId == caseId)).SingleOrDefaultAsync(ct);

    private IQueryable<NoticeRow> Notices(IQueryable<OutcomeNotice> of)
    {
        var oral = DeadlineRules.OralOutcome.Key;
        var written = DeadlineRules.WrittenOutcome.Key;
        return from n in of
            join c in db.Set<Case>() on n.CaseId equals c.Id
            orderby n.DecidedOn, n.Id
            select new NoticeRow(
                n.Id,
                n.CaseId,
                c.Reference,
                n.DecidedOn,
                n.OralOn,
                n.OralBy,
                db.Set<Deadline>()
                    .Where(d => d.SubjectId == n.DecisionId && d.LineKey == oral)
                    .Min(d => (DateOnly?)d.DueOn),
                n.WrittenOn,
                n.WrittenBy,
                db.Set<Deadline>()
                    .Where(d => d.SubjectId == n.DecisionId && d.LineKey == written)
                    .Min(d => (DateOnly?)d.DueOn)
            );
    }
}
