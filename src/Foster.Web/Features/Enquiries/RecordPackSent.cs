using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries.Emails;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;

namespace Foster.Web.Features.Enquiries;

public sealed record RecordPackSentInput(Guid CaseId, string PackVersion, DateOnly On);

/// <summary>The information pack went out; the enquirer gets the link to express an interest (T-ENQ-02, R-ENQ-04).</summary>
public sealed class RecordPackSent(
    EnquiryAct act,
    CaseReads cases,
    DeadlineBook deadlines,
    BackDating backDating,
    CaseHistory history,
    Links links,
    Outbox outbox,
    LondonClock clock
)
{
    /// <summary>How long the expression of interest can be opened by its link.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromDays(90);

    public async Task<Result> RunAsync(RecordPackSentInput input, Actor actor, CancellationToken ct)
    {
        if (await act.FindAsync(input.CaseId, ct) is not { } enquiry)
            return EnquiryAct.NotFound;
        var from = enquiry.State;
        DateOnly? contactedOn = enquiry.FirstContactAt is { } at ? clock.DateOf(at) : null;
        var sent = enquiry.SendPack(
            actor,
            input.PackVersion,
            input.On,
            contactedOn,
            await backDating.AgainstAsync(input.On, actor, ct)
        );
        if (!sent.Ok)
            return sent;
        await deadlines.MeetAsync(enquiry.CaseId, DeadlineRules.InformationPack, input.On, ct);
        await history.WriteAsync(
            actor,
            enquiry.CaseId,
            new HistoryNote("enquiry.pack", $"Information pack sent, version {input.PackVersion}")
            {
                OccurredOn = input.On,
                From = from,
                To = enquiry.State,
                ForApplicant = "We sent you our information pack",
                Rules = ["T-ENQ-02", "R-ENQ-04"],
            },
            ct
        );
        await InviteInterestAsync(enquiry, ct);
        await act.SaveAsync(enquiry, ct);
        return Result.Done;
    }

    private async Task InviteInterestAsync(Enquiry enquiry, CancellationToken ct)
    {
        var enquirer = (await cases.ApplicantsAsync(enquiry.CaseId, ct))[0];
        if (enquirer.Email is not { } email)
            return;
        var secret = await links.IssueAsync(
            LinkPurpose.ExpressionOfInterest,
            enquiry.CouncilId,
            enquiry.CaseId,
            enquiry.Id,
            enquirer.PersonId,
            LinkLife,
            ct
        );
        outbox.Post(
            enquiry.CouncilId,
            enquiry.CaseId,
            EnquiryEmail.Pack(
                email,
                enquirer.GivenName,
                (await act.CaseAsync(enquiry, ct)).Reference,
                await act.CouncilAsync(enquiry, ct),
                links.Absolute($"/expression-of-interest/{secret}"),
                clock.Today.AddDays(LinkLife.Days)
            )
        );
    }
}
