using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries.Emails;
using Foster.Web.Features.Enquiries.LookUps;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries;

/// <param name="At">The appointment, in UTC.</param>
/// <param name="Interpreter">Language or sign language; null when none is needed.</param>
public sealed record ScheduleVisitInput(Guid CaseId, DateTime At, string? Interpreter);

/// <summary>Agrees the appointment for the initial visit, or moves it (T-ENQ-04).</summary>
public sealed class ScheduleVisit(
    FosterDb db,
    EnquiryAct act,
    LookUpReads lookUps,
    CaseReads cases,
    BackDating backDating,
    CaseHistory history,
    Outbox outbox,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(ScheduleVisitInput input, Actor actor, CancellationToken ct)
    {
        if (await act.FindAsync(input.CaseId, ct) is not { } enquiry)
            return EnquiryAct.NotFound;
        var on = clock.DateOf(input.At);
        var assessor = (await cases.WorkersAsync(enquiry.CaseId, ct)).FirstOrDefault(w =>
            w.Role is Role.Assessor
        );
        var against = new List<Refusal>(await lookUps.AgainstAsync(enquiry.CaseId, ct));
        if (assessor is null)
            against.Add(new("Name the assessor who visits first.", "T-ENQ-04"));
        if (on < clock.Today)
            against.AddRange(await backDating.AgainstAsync(on, actor, ct));
        if (on < enquiry.EoiOn)
            against.Add(
                new("The visit must be after the expression of interest.", "R-VAL-04", "on")
            );
        var from = enquiry.State;
        var scheduled = enquiry.ScheduleVisit(actor, input.At, clock.Today, against);
        if (!scheduled.Ok)
            return scheduled;
        await BookAsync(enquiry, input, assessor!, ct);
        await history.WriteAsync(
            actor,
            enquiry.CaseId,
            new HistoryNote(
                "enquiry.visit-booked",
                $"Visit booked for {BritishTime.Short(input.At)} with {assessor!.Name}"
            )
            {
                From = from,
                To = enquiry.State,
                ForApplicant = $"Our visit to you is on {BritishTime.Long(input.At)}",
                Rules = ["T-ENQ-04", "R-ENQ-05"],
            },
            ct
        );
        var council = await act.CouncilAsync(enquiry, ct);
        var reference = (await act.CaseAsync(enquiry, ct)).Reference;
        foreach (var person in await cases.ApplicantsAsync(enquiry.CaseId, ct))
            if (person.Email is { } email)
                outbox.Post(
                    enquiry.CouncilId,
                    enquiry.CaseId,
                    EnquiryEmail.VisitArranged(
                        email,
                        person.GivenName,
                        reference,
                        council,
                        input.At
                    )
                );
        await act.SaveAsync(enquiry, ct);
        return Result.Done;
    }

    private async Task BookAsync(
        Enquiry enquiry,
        ScheduleVisitInput input,
        CaseWorker assessor,
        CancellationToken ct
    )
    {
        var visit = await db.Set<InitialVisit>()
            .SingleOrDefaultAsync(v => v.EnquiryId == enquiry.Id && v.CompletedOn == null, ct);
        if (visit is null)
        {
            db.Add(
                new InitialVisit
                {
                    CouncilId = enquiry.CouncilId,
                    CaseId = enquiry.CaseId,
                    EnquiryId = enquiry.Id,
                    ScheduledFor = input.At,
                    Interpreter = input.Interpreter,
                    AssessorId = assessor.AccountId,
                    AssessorName = assessor.Name,
                }
            );
            return;
        }
        visit.ScheduledFor = input.At;
        visit.Interpreter = input.Interpreter;
        visit.AssessorId = assessor.AccountId;
        visit.AssessorName = assessor.Name;
    }
}
