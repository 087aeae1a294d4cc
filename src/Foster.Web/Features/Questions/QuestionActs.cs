using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Questions;

/// <summary>What the acts of a question share. The caller saves.</summary>
public sealed class QuestionActs(
    FosterDb db,
    QuestionReads reads,
    DeadlineBook deadlines,
    LondonClock clock
)
{
    public const string WordsField = "words";
    public const string RuleId = "R-ASK-01";

    /// <summary>Said of a question that is not there for the reader.</summary>
    public static Result NotThere { get; } =
        Result.Refused("This question cannot be found.", "R-SOD-13");

    public Task<Question?> OwnAsync(Guid id, Actor actor, CancellationToken ct) =>
        reads.Own(actor).AsTracking().SingleOrDefaultAsync(q => q.Id == id, ct);

    public Task<Question?> ForStaffAsync(Guid caseId, Guid id, Actor actor, CancellationToken ct) =>
        reads
            .For(actor)
            .AsTracking()
            .SingleOrDefaultAsync(q => q.CaseId == caseId && q.Id == id, ct);

    /// <summary>Why nothing can be asked in a case any more, and whether anything was written.</summary>
    public async Task<List<Refusal>> AgainstAskingAsync(
        Guid caseId,
        string words,
        CancellationToken ct
    )
    {
        var against = AgainstWords(words);
        var closed = await db.Set<Case>()
            .Where(c => c.Id == caseId)
            .Select(c => c.ClosedOn)
            .SingleAsync(ct);
        if (closed is { } on)
            against.Add(
                new Refusal(
                    $"The case was closed on {BritishDate.Long(on)}, so nothing new can be asked here. Call us instead.",
                    RuleId
                )
            );
        return against;
    }

    public static List<Refusal> AgainstWords(string words) =>
        string.IsNullOrWhiteSpace(words)
            ? [new Refusal("Write something.", RuleId, WordsField)]
            : [];

    /// <summary>Whose it is to answer: whoever has the case at its stage, else the team.</summary>
    public async Task<Role> HolderAsync(Guid caseId, Role askedAs, CancellationToken ct)
    {
        var held = await db.Set<Allocation>()
            .Where(a => a.CaseId == caseId && a.To == null)
            .Select(a => a.Role)
            .ToListAsync(ct);
        return askedAs == Role.ApprovedCarer
            ? held.Contains(Role.SupervisingSocialWorker)
                ? Role.SupervisingSocialWorker
                : Role.TeamManager
            : held.Contains(Role.Assessor)
                ? Role.Assessor
                : Role.RecruitmentOfficer;
    }

    /// <summary>Starts the clock of the answer and answers with its date.</summary>
    public async Task<DateOnly> StartAsync(Question question, CancellationToken ct) =>
        // The title for the household stays empty: a partner reads the household's dates, and not that this is there.
        (
            await deadlines.OpenAsync(
                question.CouncilId,
                question.CaseId,
                question.Id,
                DeadlineRules.QuestionAnswered,
                clock.Today,
                question.Holder,
                ct,
                title: "A question to answer"
            )
        ).DueOn;

    public Task AnsweredAsync(Question question, CancellationToken ct) =>
        deadlines.MeetAsync(
            question.CaseId,
            DeadlineRules.QuestionAnswered,
            clock.Today,
            ct,
            question.Id
        );

    public Task BackAnsweredAsync(Question question, CancellationToken ct) =>
        deadlines.MeetAsync(
            question.CaseId,
            DeadlineRules.QuestionBackAnswered,
            clock.Today,
            ct,
            question.Id
        );

    /// <summary>Ends whatever clock still runs.</summary>
    public async Task EndAsync(Question question, string why, CancellationToken ct)
    {
        foreach (
            var line in new[] { DeadlineRules.QuestionAnswered, DeadlineRules.QuestionBackAnswered }
        )
            await deadlines.CancelAsync(question.CaseId, line, why, ct, question.Id);
    }

    public void Write(Question question, QuestionVerb verb, string words, Actor actor) =>
        db.Add(
            new QuestionPost
            {
                CouncilId = question.CouncilId,
                CaseId = question.CaseId,
                QuestionId = question.Id,
                PersonId = question.PersonId,
                Verb = verb,
                AccountId = actor.AccountId,
                By = actor.Name,
                As = actor.Role,
                At = clock.Now,
                Words = words.Trim(),
            }
        );

    /// <summary>The act, without a word of the question; told to whoever asked and to nobody else of the household.</summary>
    public static HistoryNote Note(
        Question question,
        QuestionState? from,
        string kind,
        string title,
        string told
    ) =>
        new(kind, title)
        {
            ForApplicant = told,
            PersonId = question.PersonId,
            From = from,
            To = question.State,
            Rules = [RuleId, "R-SOD-13"],
            Payload = new { Question = question.Id, question.Topic },
        };
}
