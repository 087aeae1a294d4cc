using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <summary>Whether a link to a reference can be answered by, and why not.</summary>
public enum ReferenceStanding
{
    Open,

    /// <summary>They have sent their answer.</summary>
    Used,
    Expired,

    /// <summary>Nothing is wanted of them any more, answered or not.</summary>
    Over,
}

/// <summary>What a referee sees by their link. People are named only while it is open.</summary>
public sealed record ReferenceLink(
    Actor Actor,
    Guid RefereeId,
    ReferenceStanding Standing,
    DateOnly LastDay,
    string TeamName,
    string Telephone,
    string OpeningHours,
    string CouncilName,
    string Referee,
    string Applicant,
    IReadOnlyList<ReferenceAnswer> Answers
)
{
    /// <summary>The day by which we hope for an answer: the first on which they would be chased (R-ASSESS-02). Null once it is past.</summary>
    public DateOnly? AnswerBy { get; init; }

    /// <summary>The day they declined; null where they did not, or somebody else was named meanwhile.</summary>
    public DateOnly? DeclinedOn { get; init; }

    public bool IsOpen => Standing == ReferenceStanding.Open;

    public ReferenceAnswer? AnswerTo(string question) =>
        Answers.FirstOrDefault(a => a.Question == question);

    /// <summary>Everything that has to be answered is.</summary>
    public bool IsComplete =>
        ReferenceQuestions.All.All(q => q.Optional || AnswerTo(q.Key) is not null);
}

/// <summary>What staff read of a reference that was sent.</summary>
public sealed record SentReference(string Question, IReadOnlyList<ReferenceParagraph> Paragraphs);

/// <summary>Finds the reference behind a link, and those that were sent.</summary>
public sealed class ReferenceLinkReads(
    FosterDb db,
    Links links,
    ActorSource actors,
    CaseReads cases,
    ConsentGuard consents,
    LondonClock clock
)
{
    /// <summary>Null where there was never such a link.</summary>
    public async Task<ReferenceLink?> FindAsync(string? secret, CancellationToken ct)
    {
        if (await links.FindAsync(secret, LinkPurpose.Reference, ct) is not { } token)
            return null;
        var holder = actors.Holder(token.CouncilId, token.CaseId, "Referee", null);
        var council = await db.Set<Council>()
            .AsNoTracking()
            .SingleAsync(c => c.Id == token.CouncilId, ct);
        var referee = await db.Set<Referee>()
            .AsNoTracking()
            .SingleOrDefaultAsync(r => r.Id == token.SubjectId, ct);
        var application = await db.Set<Application>()
            .AsNoTracking()
            .SingleOrDefaultAsync(a => a.CaseId == token.CaseId, ct);
        var standing =
            referee is { AnsweredOn: not null } ? ReferenceStanding.Used
            : !await IsWantedAsync(referee, application, ct) ? ReferenceStanding.Over
            : links.IsLive(token) ? ReferenceStanding.Open
            : ReferenceStanding.Expired;
        var open = standing == ReferenceStanding.Open;
        var applicant = open
            ? (await cases.ApplicantsAsync(token.CaseId, ct)).FirstOrDefault(p =>
                p.PersonId == referee!.PersonId
            )
            : null;
        return new ReferenceLink(
            open ? holder with { Name = referee!.Name } : holder,
            token.SubjectId,
            standing,
            clock.DateOf(token.ExpiresAt),
            council.TeamName,
            council.Telephone,
            council.OpeningHours,
            council.Name,
            open ? referee!.Name : "",
            applicant?.FullName ?? "",
            open ? await AnswersAsync(token.SubjectId, ct) : []
        )
        {
            AnswerBy = open ? await AnswerByAsync(referee!, ct) : null,
            DeclinedOn = referee is { State: RefereeState.Declined } ? referee.LostOn : null,
        };
    }

    private async Task<DateOnly?> AnswerByAsync(Referee referee, CancellationToken ct)
    {
        var (line, today) = (DeadlineRules.FirstChase.Key, clock.Today);
        return await db.Set<Deadline>()
            .Where(d =>
                d.CaseId == referee.CaseId
                && d.SubjectId == referee.Id
                && d.LineKey == line
                && d.Status == DeadlineStatus.Open
                && d.DueOn >= today
            )
            .Select(d => (DateOnly?)d.DueOn)
            .FirstOrDefaultAsync(ct);
    }

    /// <summary>They were asked and not given up, and the applicant agrees to it.</summary>
    private async Task<bool> IsWantedAsync(
        Referee? referee,
        Application? application,
        CancellationToken ct
    ) =>
        referee is { State: RefereeState.Asked }
        && application is not null
        && RefereeAct.IsWorkedOn(application)
        && (
            await consents.AgainstAsync(referee.CaseId, referee.PersonId, AskReferee.Check, ct)
        ).Count == 0;

    /// <summary>What a referee wrote, once it was sent; empty before.</summary>
    public async Task<IReadOnlyList<SentReference>> SentAsync(Guid refereeId, CancellationToken ct)
    {
        if (!await db.Set<Referee>().AnyAsync(r => r.Id == refereeId && r.AnsweredOn != null, ct))
            return [];
        var answers = await AnswersAsync(refereeId, ct);
        return
        [
            .. from question in ReferenceQuestions.All
            join answer in answers on question.Key equals answer.Question
            select new SentReference(question.Field.Label, answer.Paragraphs),
        ];
    }

    private async Task<IReadOnlyList<ReferenceAnswer>> AnswersAsync(
        Guid refereeId,
        CancellationToken ct
    ) =>
        await db.Set<ReferenceAnswer>()
            .AsNoTracking()
            .Where(a => a.RefereeId == refereeId)
            .ToListAsync(ct);
}
