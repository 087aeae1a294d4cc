using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Questions;

/// <summary>A question without its words.</summary>
/// <param name="DueOn">The open date of its clock; null where none runs.</param>
public sealed record QuestionLine(
    Guid Id,
    Guid CaseId,
    string Reference,
    string Asker,
    QuestionTopic Topic,
    QuestionState State,
    Role Holder,
    DateOnly AskedOn,
    DateTime SinceAt,
    bool IsSeen,
    DateOnly? DueOn,
    string? Why,
    DateOnly Today
)
{
    public bool IsOverdue => State == QuestionState.Open && DueOn < Today;
}

/// <summary>One thing that was written.</summary>
public sealed record QuestionPart(
    QuestionVerb Verb,
    string By,
    Role As,
    DateTime At,
    string Words,
    Guid AccountId
);

/// <summary>A question with everything written in it, the first first.</summary>
/// <param name="ClosedOn">When the case was closed; nothing more is asked then.</param>
public sealed record QuestionThread(
    QuestionLine Line,
    IReadOnlyList<QuestionPart> Parts,
    DateOnly? ClosedOn
);

/// <summary>Which questions the queue shows.</summary>
public enum QuestionFilter
{
    Open,
    Overdue,
    Mine,
    Back,
    Answered,
}

/// <summary>
/// Questions as far as the reader may know of them: whoever asked their own (R-SOD-13); of staff the role that has the case
/// and the team manager, in restricted cases whoever keeps its clocks as well.
/// </summary>
public sealed class QuestionReads(FosterDb db, LondonClock clock)
{
    public const int PageSize = 25;

    /// <summary>What somebody has asked themselves; nothing for anybody else.</summary>
    public IQueryable<Question> Own(Actor actor)
    {
        var asks = QuestionMachine.Askers.Contains(actor.Role);
        return db.Set<Question>().Where(q => asks && q.PersonId == actor.PersonId);
    }

    /// <summary>What this member of staff may read and answer.</summary>
    public IQueryable<Question> For(Actor actor)
    {
        var all = db.Set<Question>();
        if (!QuestionMachine.Answerers.Contains(actor.Role))
            return all.Where(q => false);
        if (actor.Is(Role.TeamManager))
            return all;
        var intake = actor.Has(Capability.IntakeOfficer);
        return all.Where(q =>
            q.Holder == actor.Role
            || (
                db.Set<Case>().Any(c => c.Id == q.CaseId && c.Restricted)
                && (
                    intake
                    || db.Set<NamedPerson>()
                        .Any(n =>
                            n.CaseId == q.CaseId && n.AccountId == actor.AccountId && n.StandsIn
                        )
                )
            )
        );
    }

    /// <summary>A page of the queue: what waits the longest first, answered ones the latest first.</summary>
    public async Task<ListPage<QuestionLine>> PageAsync(
        QuestionFilter filter,
        Actor actor,
        string? after,
        CancellationToken ct
    )
    {
        var found = Within(For(actor), filter, actor);
        var latestFirst = filter == QuestionFilter.Answered;
        if (InstantCursor.Read(after) is var (at, id))
            found = latestFirst
                ? found.Where(q => q.SinceAt < at || (q.SinceAt == at && q.Id.CompareTo(id) < 0))
                : found.Where(q => q.SinceAt > at || (q.SinceAt == at && q.Id.CompareTo(id) > 0));
        var ordered = latestFirst
            ? found.OrderByDescending(q => q.SinceAt).ThenByDescending(q => q.Id)
            : found.OrderBy(q => q.SinceAt).ThenBy(q => q.Id);
        return Cut(await Lines(ordered.Take(PageSize + 1)).ToListAsync(ct));
    }

    /// <summary>A page of somebody's own, the latest first.</summary>
    public async Task<ListPage<QuestionLine>> OwnPageAsync(
        Actor actor,
        string? after,
        CancellationToken ct
    )
    {
        var found = Own(actor);
        if (InstantCursor.Read(after) is var (at, id))
            found = found.Where(q => q.SinceAt < at || (q.SinceAt == at && q.Id.CompareTo(id) < 0));
        return Cut(
            await Lines(
                    found
                        .OrderByDescending(q => q.SinceAt)
                        .ThenByDescending(q => q.Id)
                        .Take(PageSize + 1)
                )
                .ToListAsync(ct)
        );
    }

    /// <summary>Own questions in which something is still to come, or an answer is unread.</summary>
    public async Task<IReadOnlyList<QuestionLine>> OwnWaitingAsync(
        Actor actor,
        CancellationToken ct
    ) =>
        await Lines(
                Own(actor)
                    .Where(q =>
                        q.State == QuestionState.Open
                        || q.State == QuestionState.AskedBack
                        || (q.State == QuestionState.Answered && q.SeenAt == null)
                    )
                    .OrderBy(q => q.SinceAt)
                    .ThenBy(q => q.Id)
                    .Take(PageSize)
            )
            .ToListAsync(ct);

    /// <summary>The latest questions of a case that this member of staff may read.</summary>
    public async Task<IReadOnlyList<QuestionLine>> OfCaseAsync(
        Guid caseId,
        Actor actor,
        CancellationToken ct
    ) =>
        await Lines(
                For(actor)
                    .Where(q => q.CaseId == caseId)
                    .OrderByDescending(q => q.SinceAt)
                    .ThenByDescending(q => q.Id)
                    .Take(PageSize)
            )
            .ToListAsync(ct);

    public Task<QuestionThread?> OwnOneAsync(Guid id, Actor actor, CancellationToken ct) =>
        ThreadAsync(Own(actor).Where(q => q.Id == id), ct);

    public Task<QuestionThread?> OneAsync(
        Guid caseId,
        Guid id,
        Actor actor,
        CancellationToken ct
    ) => ThreadAsync(For(actor).Where(q => q.CaseId == caseId && q.Id == id), ct);

    /// <summary>The case in which somebody asks: the open one, or else their last. Null where they have none.</summary>
    public Task<Case?> CaseOfAsync(Actor actor, CancellationToken ct) =>
        // The scope of applicants and carers holds their own cases and no others.
        QuestionMachine.Askers.Contains(actor.Role)
            ? db.Set<Case>()
                .AsNoTracking()
                .OrderBy(c => c.ClosedOn != null)
                .ThenByDescending(c => c.OpenedOn)
                .ThenByDescending(c => c.Id)
                .FirstOrDefaultAsync(ct)
            : Task.FromResult<Case?>(null);

    private IQueryable<Question> Within(
        IQueryable<Question> all,
        QuestionFilter filter,
        Actor actor
    ) =>
        filter switch
        {
            QuestionFilter.Answered => all.Where(q => q.State == QuestionState.Answered),
            QuestionFilter.Back => all.Where(q => q.State == QuestionState.AskedBack),
            QuestionFilter.Mine => all.Where(q =>
                q.State == QuestionState.Open && q.Holder == actor.Role
            ),
            QuestionFilter.Overdue => all.Where(q =>
                q.State == QuestionState.Open
                && Clocks.Any(d =>
                    d.CaseId == q.CaseId && d.SubjectId == q.Id && d.DueOn < clock.Today
                )
            ),
            _ => all.Where(q => q.State == QuestionState.Open),
        };

    private IQueryable<Deadline> Clocks =>
        db.Set<Deadline>()
            .Where(d =>
                d.Status == DeadlineStatus.Open
                && (
                    d.LineKey == DeadlineRules.QuestionAnswered.Key
                    || d.LineKey == DeadlineRules.QuestionBackAnswered.Key
                )
            );

    private IQueryable<QuestionLine> Lines(IQueryable<Question> questions)
    {
        var today = clock.Today;
        var clocks = Clocks;
        return from q in questions
            join c in db.Set<Case>() on q.CaseId equals c.Id
            join p in db.Set<Person>() on q.PersonId equals p.Id
            select new QuestionLine(
                q.Id,
                q.CaseId,
                c.Reference,
                p.GivenName + " " + p.FamilyName,
                q.Topic,
                q.State,
                q.Holder,
                q.AskedOn,
                q.SinceAt,
                q.SeenAt != null,
                clocks
                    .Where(d => d.CaseId == q.CaseId && d.SubjectId == q.Id)
                    .Select(d => (DateOnly?)d.DueOn)
                    .FirstOrDefault(),
                clocks
                    .Where(d => d.CaseId == q.CaseId && d.SubjectId == q.Id)
                    .Select(d => d.ExplanationText)
                    .FirstOrDefault(),
                today
            );
    }

    private async Task<QuestionThread?> ThreadAsync(
        IQueryable<Question> question,
        CancellationToken ct
    )
    {
        if (await Lines(question).SingleOrDefaultAsync(ct) is not { } line)
            return null;
        var parts = await db.Set<QuestionPost>()
            .AsNoTracking()
            .Where(p => p.QuestionId == line.Id)
            .OrderBy(p => p.At)
            .ThenBy(p => p.Id)
            .ToListAsync(ct);
        return new QuestionThread(
            line,
            [
                .. parts.Select(p => new QuestionPart(
                    p.Verb,
                    p.By,
                    p.As,
                    p.At,
                    p.Words,
                    p.AccountId
                )),
            ],
            await db.Set<Case>()
                .Where(c => c.Id == line.CaseId)
                .Select(c => c.ClosedOn)
                .SingleAsync(ct)
        );
    }

    private static ListPage<QuestionLine> Cut(List<QuestionLine> rows) =>
        new(
            [.. rows.Take(PageSize)],
            rows.Count > PageSize
                ? InstantCursor.Write(rows[PageSize - 1].SinceAt, rows[PageSize - 1].Id)
                : null
        );
}
