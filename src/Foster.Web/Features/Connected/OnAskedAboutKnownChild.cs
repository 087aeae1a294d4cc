using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;

namespace Foster.Web.Features.Connected;

/// <summary>
/// Opens a linked case for a family that asked about a child whom they know: owned by the team manager, who speaks with
/// them within one working day (R-ENQ-11). What is closed to all but named people stays so (R-ENQ-13). The operation
/// that hands over saves.
/// </summary>
public sealed class OnAskedAboutKnownChild(
    FosterDb db,
    OpenLinkedCase open,
    DeadlineBook deadlines,
    CaseHistory history,
    HandOver handOver
) : IOn<AskedAboutKnownChild>
{
    public async Task HandleAsync(AskedAboutKnownChild happened, Actor actor, CancellationToken ct)
    {
        var opened = await open.RunAsync(new(happened.CaseId, happened.On), actor, ct);
        var referral = new ConnectedReferral
        {
            CouncilId = opened.CouncilId,
            CaseId = opened.Id,
            EnquiryCaseId = happened.CaseId,
            OpenedOn = happened.On,
        };
        db.Add(referral);
        await history.WriteAsync(
            actor,
            opened.Id,
            new HistoryNote(
                "connected.opened",
                "A family asked about a child whom they know; the team manager owns the case"
            )
            {
                OccurredOn = happened.On,
                To = referral.State,
                ForApplicant = "You asked us about a child whom you know",
                Rules = ["R-ENQ-11"],
            },
            ct
        );
        await deadlines.OpenAsync(
            opened.CouncilId,
            opened.Id,
            referral.Id,
            DeadlineRules.ConnectedContact,
            happened.On,
            Role.TeamManager,
            ct,
            forApplicant: "We call you by"
        );
        // Whoever fosters for another service now does so here as well (R-ENQ-12).
        var enquiry = (await db.Set<Enquiry>().FindAsync([happened.EnquiryId], ct))!;
        if (enquiry.CurrentService is { } service)
            await handOver.PublishAsync(
                new ApprovedCarerEnquired(
                    opened.Id,
                    enquiry.Id,
                    service,
                    enquiry.ChildrenPlaced,
                    happened.On
                ),
                actor,
                ct
            );
    }
}
