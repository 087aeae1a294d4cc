using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <param name="Statement">Why, in the applicants' own words.</param>
/// <param name="On">The day on which they said so; today when an applicant does it themself.</param>
public sealed record WithdrawApplicationInput(
    Guid CaseId,
    string ReasonCode,
    string Statement,
    DateOnly On
);

/// <summary>
/// The applicants step back, or their worker writes down that they have (T-APP-23). Every open date ends, the case is
/// closed, and whoever holds work of it is told.
/// </summary>
public sealed class WithdrawApplication(
    FosterDb db,
    ApplyReads reads,
    BackDating backDating,
    DeadlineBook deadlines,
    ApplicantMail mail,
    HandOver handOver,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(
        WithdrawApplicationInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var application = await db.Set<Application>()
            .SingleOrDefaultAsync(a => a.CaseId == input.CaseId, ct);
        if (application is null)
            return Result.Refused("This case is not open to you.");
        var facts = (await reads.OfCaseAsync(input.CaseId, ct))!;
        var against = new List<Refusal>();
        if (!WithdrawalReasons.Knows(input.ReasonCode))
            against.Add(new Refusal("Choose a reason.", "R-RPT-02", "reason"));
        if (string.IsNullOrWhiteSpace(input.Statement))
            against.Add(new Refusal("Say why, in a few words.", "T-APP-23", "statement"));
        against.AddRange(
            application.State == ApplicationState.Draft
                ? await backDating.AgainstAsync(input.On, actor, ct)
                : await backDating.AgainstInsteadAsync("assessor", actor, ct, (input.On, "on"))
        );
        against.AddRange(AgainstOrder(application, input.On));
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
                Reason = input.Statement,
                Rules = ["T-APP-23", "R-APP-08", "R-RPT-02"],
            },
            ct
        );
        await mail.WithdrawnAsync(facts, input.On, ct);
        await handOver.PublishAsync(
            new ApplicationWithdrawn(input.CaseId, application.Id, input.On),
            by,
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

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
