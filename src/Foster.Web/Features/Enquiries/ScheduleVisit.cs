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

/// <summary>
/// Agrees the appointment for the initial visit, or moves it (T-ENQ-04). Whoever is visited is told, and of a visit that
/// moves also which one it replaces.
/// </summary>
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
    private static readonly TimeOnly Earliest = new(7, 0);
    private static readonly TimeOnly Latest = new(21, 0);

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
        if (TimeOnly.FromDateTime(London.Wall(input.At)) is var time && IsAtNight(time))
            against.Add(new(AtNight(time), Field: "time"));
        var from = enquiry.State;
        var was = from is EnquiryState.VisitScheduled ? enquiry.VisitAt : null;
        var scheduled = enquiry.ScheduleVisit(actor, input.At, clock.Today, against);
        if (!scheduled.Ok)
            return scheduled;
        await BookAsync(enquiry, input, assessor!, ct);
        await history.WriteAsync(
            actor,
            enquiry.CaseId,
            new HistoryNote(
                "enquiry.visit-booked",
                (
                    was is { } before && before != input.At
                        ? $"Visit moved from {BritishTime.Short(before)} to {BritishTime.Short(input.At)}"
                        : $"Visit booked for {BritishTime.Short(input.At)}"
                ) + $" with {assessor!.Name}"
            )
            {
                From = from,
                To = enquiry.State,
                ForApplicant =
                    was is { } former && former != input.At
                        ? $"Our visit to you has moved to {BritishTime.Long(input.At)}"
                        : $"Our visit to you is on {BritishTime.Long(input.At)}",
                Rules = ["T-ENQ-04", "R-ENQ-05"],
            },
            ct
        );
        // Where only the assessor or the interpreter is another, what they were told still holds.
        if (was != input.At)
            await TellAsync(enquiry, was, input.At, ct);
        await act.SaveAsync(enquiry, ct);
        return Result.Done;
    }

    private static bool IsAtNight(TimeOnly time) => time < Earliest || time > Latest;

    /// <summary>Three in the morning was mostly meant to be three in the afternoon.</summary>
    private static string AtNight(TimeOnly time) =>
        $"Enter a time between {BritishTime.Of(Earliest)} and {BritishTime.Of(Latest)}"
        + (
            time < Earliest && !IsAtNight(time.AddHours(12))
                ? $". Did you mean {BritishTime.Of(time.AddHours(12))}?"
                : "."
        );

    private async Task TellAsync(Enquiry enquiry, DateTime? was, DateTime at, CancellationToken ct)
    {
        var council = await act.CouncilAsync(enquiry, ct);
        var reference = (await act.CaseAsync(enquiry, ct)).Reference;
        foreach (var person in await cases.ApplicantsAsync(enquiry.CaseId, ct))
            if (person.Email is { } email)
                outbox.Post(
                    enquiry.CouncilId,
                    enquiry.CaseId,
                    was is { } before
                        ? EnquiryEmail.VisitMoved(
                            email,
                            person.GivenName,
                            reference,
                            council,
                            before,
                            at
                        )
                        : EnquiryEmail.VisitArranged(
                            email,
                            person.GivenName,
                            reference,
                            council,
                            at
                        )
                );
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
