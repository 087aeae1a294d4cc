using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

/// <param name="ConsentSeenOn">The day on which the applicant’s signed consent was seen.</param>
public sealed record SendServiceRequestInput(
    Guid PreviousApprovalId,
    ServiceRequestKind Kind,
    DateOnly On,
    DateOnly ConsentSeenOn
);

/// <summary>
/// A former service is asked for access to its records, which it has to give within 15 working days (R-TRF-06), or for a
/// reference that the law does not ask for, by the protocol within 28 days (R-TRF-07).
/// </summary>
public sealed class SendServiceRequest(
    FosterDb db,
    CaseReads cases,
    DeadlineBook deadlines,
    BackDating backDating,
    ConsentGuard consents,
    ConsentBook book,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(
        SendServiceRequestInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var approval = await db.Set<PreviousApproval>()
            .SingleOrDefaultAsync(p => p.Id == input.PreviousApprovalId, ct);
        if (approval is null)
            return Result.Refused("This approval is not open to you.");
        var application = await db.Set<Application>()
            .SingleAsync(a => a.CaseId == approval.CaseId, ct);
        var records = input.Kind == ServiceRequestKind.Records;
        var against = new List<Refusal>();
        if (!actor.Is(Role.Assessor, Role.TeamManager))
            against.Add(
                new Refusal(
                    "Only the assessor or the team manager asks a former service.",
                    "R-TRF-06"
                )
            );
        if (!RefereeAct.IsWorkedOn(application))
            against.Add(
                new Refusal(
                    "A former service is asked between the decision to assess and the sharing of the report.",
                    "R-TRF-06"
                )
            );
        if (!records && approval.IsRecent(application.ReceivedOn ?? application.CreatedOn))
            against.Add(
                new Refusal(
                    "The approval ran in the 12 months before the application, so this reference is the check CHK-11. Ask for it there.",
                    "R-TRF-05",
                    "kind"
                )
            );
        if (
            await db.Set<ServiceRequest>()
                .AnyAsync(
                    r =>
                        r.PreviousApprovalId == approval.Id
                        && r.Kind == input.Kind
                        && r.State == ServiceRequestState.Sent,
                    ct
                )
        )
            against.Add(
                new Refusal("This was asked for already and is not answered.", "R-TRF-06", "kind")
            );
        if (input.ConsentSeenOn > input.On)
            against.Add(new Refusal("Consent comes before the request.", "R-VAL-04", "consent"));
        against.AddRange(
            await consents.AgainstAsync(
                approval.CaseId,
                approval.PersonId,
                ServiceRequest.ConsentTo(input.Kind),
                ct
            )
        );
        against.AddRange(await backDating.AgainstAsync(input.On, actor, ct));
        if (against.Count > 0)
            return Result.Refused(against);
        var request = new ServiceRequest
        {
            CouncilId = approval.CouncilId,
            CaseId = approval.CaseId,
            PreviousApprovalId = approval.Id,
            PersonId = approval.PersonId,
            Kind = input.Kind,
            SentOn = input.On,
            ConsentSeenOn = input.ConsentSeenOn,
        };
        db.Add(request);
        if (records)
            await NoteConsentAsync(approval, application, input, actor, ct);
        await deadlines.OpenAsync(
            request.CouncilId,
            request.CaseId,
            request.Id,
            request.Line,
            input.On,
            Role.Assessor,
            ct,
            title: records ? "Access to the records of a former service" : null,
            // A date has no owner, so the partner would read whose service was asked (R-SOD-13).
            forApplicant: records && (await cases.ApplicantsAsync(request.CaseId, ct)).Count == 1
                ? "Your former service lets us see its records"
                : null
        );
        await history.WriteAsync(
            actor,
            request.CaseId,
            new HistoryNote(
                "approval.service-asked",
                records
                    ? "A former service was asked for access to its records"
                    : "A former service was asked for a reference"
            )
            {
                OccurredOn = input.On,
                To = request.State,
                PersonId = request.PersonId,
                ForApplicant = records
                    ? "We asked your former service for access to its records"
                    : "We asked your former service for a reference",
                Rules = [records ? "R-TRF-06" : "R-TRF-07", "R-APP-05"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    /// <summary>Where they have not answered themselves, the paper that was seen is their answer, in the words of that day (R-APP-05).</summary>
    private async Task NoteConsentAsync(
        PreviousApproval approval,
        Application application,
        SendServiceRequestInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        const string key = ConsentWordings.FormerRecords;
        if (await consents.HasAnswerAsync(approval.CaseId, approval.PersonId, key, ct))
            return;
        await book.NoteAsync(
            new(
                approval.CouncilId,
                approval.CaseId,
                approval.PersonId,
                key,
                Given: true,
                input.ConsentSeenOn,
                actor.Name
            ),
            application.ReceivedOn is not null,
            actor,
            ct
        );
        await history.WriteAsync(
            actor,
            approval.CaseId,
            new HistoryNote(
                "application.consent-seen",
                "Consent seen on paper: " + ConsentWordings.Find(key)!.Name
            )
            {
                OccurredOn = input.ConsentSeenOn,
                PersonId = approval.PersonId,
                Rules = ["R-APP-05", "R-TRF-06"],
            },
            ct
        );
    }
}
