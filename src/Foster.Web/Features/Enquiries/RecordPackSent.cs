using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries.Emails;
using Foster.Web.Features.Enquiries.Nurturing;
using Foster.Web.Features.Enquiries.Packs;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries;

public sealed record RecordPackSentInput(Guid CaseId, Guid PackId, PackWay Way, DateOnly On);

/// <summary>
/// A version of the information pack went out by one way; the enquirer gets its link, and the one to express an interest
/// (T-ENQ-02, R-ENQ-04).
/// </summary>
public sealed class RecordPackSent(
    FosterDb db,
    EnquiryAct act,
    CaseReads cases,
    LookUps.LookUpReads lookUps,
    IEnumerable<ISessions> sessions,
    DeadlineBook deadlines,
    BackDating backDating,
    NurtureBook nurtures,
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
        var enquirer = (await cases.ApplicantsAsync(enquiry.CaseId, ct))[0];
        var pack = await db.Set<InformationPack>()
            .AsNoTracking()
            .SingleOrDefaultAsync(p => p.Id == input.PackId && p.CouncilId == actor.CouncilId, ct);
        var sent = enquiry.SendPack(
            actor,
            pack?.Label ?? "",
            input.Way,
            input.On,
            contactedOn,
            [
                .. await lookUps.AgainstAsync(enquiry.CaseId, ct),
                .. await backDating.AgainstInsteadAsync(
                    "recruitment officer",
                    actor,
                    ct,
                    (input.On, "on")
                ),
                .. Against(input, pack, enquirer),
            ]
        );
        if (!sent.Ok)
            return sent;
        var coming = await sessions.NextAsync(enquiry.CouncilId, ct);
        db.Add(
            new PackSending
            {
                CouncilId = enquiry.CouncilId,
                CaseId = enquiry.CaseId,
                EnquiryId = enquiry.Id,
                PersonId = enquirer.PersonId,
                PackId = pack!.Id,
                Label = pack.Label,
                Way = input.Way,
                On = input.On,
                InvitedTo = ComingSession.Words(coming),
                By = actor.Name,
            }
        );
        nurtures.PackSent(enquiry, input.On);
        await deadlines.MeetAsync(enquiry.CaseId, DeadlineRules.InformationPack, input.On, ct);
        await history.WriteAsync(
            actor,
            enquiry.CaseId,
            new HistoryNote(
                "enquiry.pack",
                $"Information pack {pack.Label} sent {EnquiryWords.Of(PackWords.Ways, input.Way).ToLowerInvariant()}"
            )
            {
                OccurredOn = input.On,
                From = from,
                To = enquiry.State,
                ForApplicant = "We sent you our information pack",
                Reason = $"Invited to: {ComingSession.Words(coming)}",
                Rules = ["T-ENQ-02", "R-ENQ-04"],
            },
            ct
        );
        await InviteInterestAsync(enquiry, enquirer, pack, ct);
        await act.SaveAsync(enquiry, ct);
        return Result.Done;
    }

    private static IEnumerable<Refusal> Against(
        RecordPackSentInput input,
        InformationPack? pack,
        CasePerson enquirer
    )
    {
        if (pack is null)
            yield return new("Select the version of the pack.", "T-ENQ-02", "pack");
        else if (input.On < pack.From)
            yield return new(
                $"Pack {pack.Label} is sent from {BritishDate.Long(pack.From)}. Select an earlier version or a later day.",
                "R-VAL-04",
                "on"
            );
        if (input.Way is PackWay.Email && enquirer.Email is null)
            yield return new("They have no email address on record.", "T-ENQ-02", "way");
    }

    private async Task InviteInterestAsync(
        Enquiry enquiry,
        CasePerson enquirer,
        InformationPack pack,
        CancellationToken ct
    )
    {
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
                links.Absolute(PackLinks.Of(pack.Id)),
                links.Absolute(PackLinks.Events),
                links.Absolute($"/expression-of-interest/{secret}"),
                clock.Today.AddDays(LinkLife.Days)
            )
        );
    }
}
