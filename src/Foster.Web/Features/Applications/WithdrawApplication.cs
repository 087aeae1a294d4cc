using Foster.Web.Features.Applications.Emails;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <param name="Statement">Why, in the applicants' own words; may be empty where they would rather not say.</param>
/// <param name="On">The day on which they said so; today when an applicant does it themself.</param>
/// <param name="LetterRead">The mark of the letter as it was read before; null where nobody had to.</param>
public sealed record WithdrawApplicationInput(
    Guid CaseId,
    string ReasonCode,
    string Statement,
    DateOnly On,
    string? LetterRead = null
);

/// <summary>
/// The applicants step back, or their worker writes down that they have (T-APP-23). Every open date ends, the case is
/// closed, whoever holds work of it is told, and a letter confirms it to each applicant (R-APP-08).
/// </summary>
public sealed class WithdrawApplication(
    FosterDb db,
    ApplyReads reads,
    BackDating backDating,
    DeadlineBook deadlines,
    WithdrawalLetter letters,
    IssueLetter issue,
    HandOver handOver,
    CaseHistory history
)
{
    private const string NotOpen = "This case is not open to you.";

    /// <summary>The letter as it would go out, or everything against it. Nothing is changed.</summary>
    public async Task<Result<LetterDraft>> DraftAsync(
        WithdrawApplicationInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await FindAsync(input.CaseId, ct) is not { } application)
            return Result<LetterDraft>.Refused(NotOpen);
        List<Refusal> against =
        [
            .. ApplicationMachine.Table.Against(
                application.State,
                ApplicationVerb.Withdraw,
                actor.Role
            ),
            .. await AgainstAsync(application, input, actor, ct),
        ];
        return against.Count > 0
            ? Result<LetterDraft>.Refused(against)
            : await letters.DraftAsync(application, input.On, ct);
    }

    public async Task<Result> RunAsync(
        WithdrawApplicationInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await FindAsync(input.CaseId, ct) is not { } application)
            return Result.Refused(NotOpen);
        var facts = (await reads.OfCaseAsync(input.CaseId, ct))!;
        var letter = await letters.DraftAsync(application, input.On, ct);
        List<Refusal> against =
        [
            .. await AgainstAsync(application, input, actor, ct),
            .. letter.AgainstUnread(input.LetterRead),
        ];
        var before = application.State;
        var withdrawn = application.Withdraw(actor, input.On, input.ReasonCode, against);
        if (!withdrawn.Ok)
            return withdrawn;
        var by = actor.Is(Role.ProspectiveCarer)
            ? actor
            : actor with
            {
                OnBehalfOf = string.Join(" and ", facts.Applicants.Select(a => a.Person.FullName)),
            };
        (await db.Set<Case>().SingleAsync(c => c.Id == input.CaseId, ct)).ClosedOn = input.On;
        await deadlines.CancelAllAsync(input.CaseId, "The application was withdrawn.", ct);
        await history.WriteAsync(
            by,
            input.CaseId,
            new HistoryNote("application.withdrawn", "Application withdrawn")
            {
                OccurredOn = input.On,
                ForApplicant = "The application was withdrawn",
                From = before,
                To = application.State,
                ReasonCode = input.ReasonCode,
                Reason = string.IsNullOrWhiteSpace(input.Statement) ? null : input.Statement,
                Rules = ["T-APP-23", "R-APP-08", "R-RPT-02"],
                Payload = new { Letter = letter.Template.Key, Words = letter.Version },
            },
            ct
        );
        await issue.IssueAsync(
            letter,
            // Nobody writes a letter to themself.
            actor.Is(Role.ProspectiveCarer)
                ? Actor.System(actor.CouncilId)
                : by,
            ct,
            n =>
                ApplicationEmails.Withdrawn(
                    new MailTo(n.To, n.FirstName, n.Reference, n.Council),
                    input.On,
                    n.Link
                )
        );
        await handOver.PublishAsync(
            new ApplicationWithdrawn(input.CaseId, application.Id, input.On),
            by,
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    private Task<Application?> FindAsync(Guid caseId, CancellationToken ct) =>
        db.Set<Application>().SingleOrDefaultAsync(a => a.CaseId == caseId, ct);

    private async Task<IReadOnlyList<Refusal>> AgainstAsync(
        Application application,
        WithdrawApplicationInput input,
        Actor actor,
        CancellationToken ct
    ) =>
        [
            .. WithdrawalReasons.Knows(input.ReasonCode)
                ? (Refusal[])[]
                : [new Refusal("Choose a reason.", "R-RPT-02", "reason")],
            .. string.IsNullOrWhiteSpace(input.Statement)
            && !(actor.Is(Role.ProspectiveCarer) && input.ReasonCode == WithdrawalReasons.Unsaid)
                ? (Refusal[])
                    [
                        new Refusal(
                            "Enter why you withdraw; a few words are enough",
                            "T-APP-23",
                            "statement"
                        ),
                    ]
                : [],
            .. application.State == ApplicationState.Draft
                ? await backDating.AgainstAsync(input.On, actor, ct)
                : await backDating.AgainstInsteadAsync("assessor", actor, ct, (input.On, "on")),
            .. AgainstOrder(application, input.On),
        ];

    /// <summary>They cannot have stepped back before the steps that are on record (R-VAL-04).</summary>
    private static IEnumerable<Refusal> AgainstOrder(Application application, DateOnly on)
    {
        var (step, what) =
            application.Stage1StartedOn is { } started ? (started, "the decision to assess")
            : application.ReceivedOn is { } received ? (received, "the application was received")
            : (application.CreatedOn, "the application was opened");
        return on < step
            ?
            [
                new Refusal(
                    $"The date is before {what}, on {BritishDate.Long(step)}.",
                    "R-VAL-04",
                    "on"
                ),
            ]
            : [];
    }
}
