using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries;

/// <param name="At">When it was, in UTC.</param>
/// <param name="Outcome">What came of it, in a few words.</param>
public sealed record LogContactInput(
    Guid CaseId,
    DateTime At,
    ContactMethod Method,
    bool Reached,
    string Outcome,
    string? Note
)
{
    /// <summary>The same contact stands there already, written down by the same person.</summary>
    public bool IsIn(IEnumerable<EnquiryContact> contacts, Actor actor) =>
        contacts.Any(c =>
            Minute(c.At) == Minute(At)
            && (c.CaseId, c.Method, c.Reached) == (CaseId, Method, Reached)
            && (c.Outcome, c.Note, c.By) == (Outcome, Note, actor.Name)
        );

    private static long Minute(DateTime at) => at.Ticks / TimeSpan.TicksPerMinute;
}

/// <summary>
/// Writes down a conversation, which meets the first-contact clock, or an attempt, which does not. What is sent a second
/// time is stored once.
/// </summary>
public sealed class LogContact(
    FosterDb db,
    EnquiryAct act,
    Attempts attempts,
    DeadlineBook deadlines,
    BackDating backDating,
    CaseHistory history,
    LondonClock clock
)
{
    public Task<Result> RunAsync(LogContactInput input, Actor actor, CancellationToken ct) =>
        db.WriteTogetherAsync(() => LogAsync(input, actor, ct), ct);

    private async Task<Result> LogAsync(LogContactInput input, Actor actor, CancellationToken ct)
    {
        await db.AloneAsync($"contacts {input.CaseId}", ct);
        if (await act.FindAsync(input.CaseId, ct) is not { } enquiry)
            return EnquiryAct.NotFound;
        var logged = await db.Set<EnquiryContact>()
            .Where(c => c.CaseId == input.CaseId)
            .ToListAsync(ct);
        if (input.IsIn(logged, actor))
            return Result.Done;
        var on = clock.DateOf(input.At);
        var against = new List<Refusal>();
        if (input.At > clock.Now)
            against.Add(new("The date and time must be in the past.", "R-VAL-04", "on"));
        else
            against.AddRange(
                await backDating.AgainstInsteadAsync("recruitment officer", actor, ct, (on, "on"))
            );
        var from = enquiry.State;
        var moved = input.Reached
            ? enquiry.LogContact(actor, input.At, against)
            : enquiry.LogAttempt(actor, input.At, against);
        if (!moved.Ok)
            return moved;
        db.Add(
            new EnquiryContact
            {
                CouncilId = enquiry.CouncilId,
                CaseId = enquiry.CaseId,
                EnquiryId = enquiry.Id,
                At = input.At,
                On = on,
                Method = input.Method,
                Reached = input.Reached,
                Outcome = input.Outcome,
                Note = input.Note,
                By = actor.Name,
            }
        );
        await attempts.CountAsync(enquiry, ct);
        if (input.Reached && from is EnquiryState.Received)
            await ReachedAsync(enquiry, on, ct);
        await history.WriteAsync(
            actor,
            enquiry.CaseId,
            new HistoryNote(
                input.Reached ? "enquiry.contacted" : "enquiry.attempted",
                input.Reached
                    ? $"Spoke with the enquirer: {input.Outcome}"
                    : "Tried to reach the enquirer"
            )
            {
                OccurredOn = on,
                From = from,
                To = enquiry.State,
                Reason = input.Note,
                ForApplicant = input.Reached ? "We spoke with you" : "We tried to reach you",
                Rules = input.Reached ? ["T-ENQ-01", "R-ENQ-02"] : ["R-ENQ-02", "R-ENQ-15"],
            },
            ct
        );
        await act.SaveAsync(enquiry, ct);
        return Result.Done;
    }

    /// <summary>First contact is made, and the pack is due.</summary>
    private async Task ReachedAsync(Enquiry enquiry, DateOnly on, CancellationToken ct)
    {
        await deadlines.MeetAsync(enquiry.CaseId, DeadlineRules.FirstContact, on, ct);
        await deadlines.OpenAsync(
            enquiry.CouncilId,
            enquiry.CaseId,
            enquiry.Id,
            DeadlineRules.InformationPack,
            on,
            Role.RecruitmentOfficer,
            ct,
            forApplicant: "We send you our information pack by"
        );
    }
}
