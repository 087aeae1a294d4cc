using System.Text.Json;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;

namespace Foster.Web.Features.Enquiries;

public sealed record SetAsideEnquiryInput(
    SubmitEnquiryInput Enquiry,
    IReadOnlyList<SpamSign> Signs
);

/// <summary>
/// Lays an enquiry aside for somebody to look at. Its sender gets the ordinary confirmation with reference, date and link,
/// and all three hold when it is let in.
/// </summary>
public sealed class SetAsideEnquiry(
    FosterDb db,
    SubmitEnquiry submit,
    EnquiryPromise promise,
    DeadlineBook deadlines,
    CouncilHistory history,
    LondonClock clock
)
{
    public async Task<Result<SubmittedEnquiry>> RunAsync(
        SetAsideEnquiryInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var enquiry = input.Enquiry;
        var against = await submit.AgainstAsync(enquiry, actor, clock.Now, ct);
        if (against.Count > 0)
            return Result<SubmittedEnquiry>.Refused(against);
        var council = (await db.Set<Council>().FindAsync([enquiry.CouncilId], ct))!;
        var due = await deadlines.PreviewAsync(DeadlineRules.FirstContact, clock.Today, ct);
        var row = new SetAsideForm
        {
            CouncilId = council.Id,
            CaseId = Guid.CreateVersion7(),
            EnquiryId = Guid.CreateVersion7(),
            ApplicantId = Guid.CreateVersion7(),
            Reference = OpenCase.NewReference(council.Code),
            Kind = SetAsideKind.Enquiry,
            ReceivedAt = clock.Now,
            PromisedOn = due.On,
            Name = $"{enquiry.Applicant.GivenName} {enquiry.Applicant.FamilyName}",
            Signs = string.Join(' ', input.Signs),
            Content = JsonSerializer.Serialize(enquiry),
        };
        db.Add(row);
        history.Write(
            actor,
            row.Id,
            new HistoryNote("enquiry.set-aside", "An enquiry was set aside as possible spam")
            {
                Rules = ["R-ENQ-01"],
            }
        );
        if (enquiry.Applicant.Email is { } email)
            await promise.SendAsync(
                new(row.CaseId, row.EnquiryId, row.ApplicantId, row.Reference),
                email,
                enquiry.Applicant.GivenName,
                council,
                due.On,
                ct
            );
        await db.SaveChangesAsync(ct);
        return new SubmittedEnquiry(
            row.CaseId,
            row.EnquiryId,
            row.Reference,
            due.On,
            council.TeamName,
            council.Telephone,
            council.OpeningHours,
            Restricted: false
        );
    }
}

public sealed record SetAsideKeepWarmInput(LeaveKeepWarmInput Form, IReadOnlyList<SpamSign> Signs);

/// <summary>The same for somebody who wants to be asked again. No mail goes to them before somebody has looked.</summary>
public sealed class SetAsideKeepWarm(FosterDb db, CouncilHistory history, LondonClock clock)
{
    public async Task<Result> RunAsync(
        SetAsideKeepWarmInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var row = new SetAsideForm
        {
            CouncilId = input.Form.CouncilId,
            CaseId = Guid.CreateVersion7(),
            EnquiryId = Guid.Empty,
            ApplicantId = Guid.Empty,
            Reference = "",
            Kind = SetAsideKind.KeepWarm,
            ReceivedAt = clock.Now,
            PromisedOn = input.Form.AskOn,
            Name = input.Form.FirstName,
            Signs = string.Join(' ', input.Signs),
            Content = JsonSerializer.Serialize(input.Form),
        };
        db.Add(row);
        history.Write(
            actor,
            row.Id,
            new HistoryNote("keep-warm.set-aside", "A wish to be asked again was set aside")
            {
                Rules = ["M-HUB-10"],
            }
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
