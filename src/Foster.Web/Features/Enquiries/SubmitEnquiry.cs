using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries.Duplicates;
using Foster.Web.Features.Enquiries.Sources;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries;

/// <summary>Takes an enquiry from whichever channel, opens its case and promises a call (R-ENQ-02, R-ENQ-03).</summary>
public sealed class SubmitEnquiry(
    FosterDb db,
    EnquiryAct act,
    OpenCase openCase,
    RestrictCase restrict,
    DeadlineBook deadlines,
    BackDating backDating,
    CaseHistory history,
    KeptWarm keptWarm,
    CountOnce countOnce,
    RerouteEnquiry reroute,
    SourceBook sources,
    HandOver handOver,
    EnquiryPromise promise,
    RecordedTwice twice,
    LondonClock clock
)
{
    /// <summary>Who took an enquiry that nobody of the team took.</summary>
    public const string TheWebsite = "The website";

    private const int AdultAge = 18;

    /// <summary>
    /// What staff write down is stored once, also where they go back and send it again or have it open in two windows.
    /// </summary>
    public Task<Result<SubmittedEnquiry>> RunAsync(
        SubmitEnquiryInput input,
        Actor actor,
        CancellationToken ct
    ) =>
        input.As is not null || !RecordedTwice.MayBe(actor)
            ? TakeAsync(input, actor, ct)
            : db.WriteTogetherAsync(
                async () =>
                    await twice.FindAsync(input, actor, ct) is { } first
                        ? first
                        : await TakeAsync(input, actor, ct),
                ct
            );

    private async Task<Result<SubmittedEnquiry>> TakeAsync(
        SubmitEnquiryInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var receivedAt = input.ReceivedAt ?? clock.Now;
        var receivedOn = clock.DateOf(receivedAt);
        var against = await AgainstAsync(input, actor, receivedAt, ct);
        if (against.Count > 0)
            return Result<SubmittedEnquiry>.Refused(against);
        var council = (await db.Set<Council>().FindAsync([input.CouncilId], ct))!;
        var applicant = input.Applicant with { Id = input.As?.ApplicantId };
        var earlier = await keptWarm.FindAsync(input, ct);
        NewPerson[] applicants = input.Partner is null ? [applicant] : [applicant, input.Partner];
        var opened = await openCase.RunAsync(
            new(input.CouncilId, applicants, input.Household, input.Address, receivedOn)
            {
                CaseId = input.As?.CaseId,
                Reference = input.As?.Reference,
                PreviousCaseId = earlier.CaseId,
            },
            actor,
            ct
        );
        var enquiry = Make(input, opened.Case.Id, receivedAt, receivedOn, actor);
        await sources.SettleAsync(enquiry, input.Came, ct);
        db.Add(enquiry);
        await history.WriteAsync(
            actor,
            opened.Case.Id,
            new HistoryNote(
                "enquiry.received",
                $"Enquiry received: {ChannelWords.Of(input.Channel)}"
            )
            {
                OccurredOn = receivedOn,
                To = enquiry.State,
                ForApplicant = "You sent us your enquiry",
                Rules = ["R-ENQ-02", "R-ENQ-03"],
            },
            ct
        );
        var due = await deadlines.OpenAsync(
            input.CouncilId,
            opened.Case.Id,
            enquiry.Id,
            DeadlineRules.FirstContact,
            receivedOn,
            Role.RecruitmentOfficer,
            ct,
            forApplicant: "We call you by"
        );
        if (input.Connected)
            await restrict.RunAsync(
                new(opened.Case, EnquiryAct.WhyRestricted, Mentioned(input)),
                actor,
                ct
            );
        if (enquiry.CurrentService is { } service)
            await handOver.PublishAsync(
                new ApprovedCarerEnquired(
                    enquiry.CaseId,
                    enquiry.Id,
                    service,
                    enquiry.ChildrenPlaced,
                    receivedOn
                ),
                actor,
                ct
            );
        await countOnce.LookAsync(enquiry, actor, ct);
        // Also of a carer of another service: what they said of that goes along (R-ENQ-11, R-ENQ-12).
        if (input.KnowsChild)
            await reroute.RunAsync(
                new(enquiry, receivedOn, "They said that they know the child", []),
                actor,
                ct
            );
        await handOver.PublishAsync(
            new EnquiryReceived(
                input.CouncilId,
                opened.Case.Id,
                enquiry.Id,
                [.. applicants.Select(a => a.Email).OfType<string>()],
                [.. applicants.Select(a => a.Telephone).OfType<string>()],
                [.. opened.Applicants.Select(a => a.FullName)],
                receivedOn
            ),
            actor,
            ct
        );
        await keptWarm.JoinAsync(earlier, enquiry, actor, ct);
        if (input.As is null)
            await promise.SendAsync(
                new(enquiry.CaseId, enquiry.Id, opened.Applicants[0].Id, opened.Case.Reference),
                opened.Applicants[0],
                council,
                due.DueOn,
                ct
            );
        await act.SaveAsync(enquiry, ct);
        return new SubmittedEnquiry(
            opened.Case.Id,
            enquiry.Id,
            opened.Case.Reference,
            due.DueOn,
            council.TeamName,
            council.Telephone,
            council.OpeningHours,
            opened.Case.Restricted
        );
    }

    internal async Task<List<Refusal>> AgainstAsync(
        SubmitEnquiryInput input,
        Actor actor,
        DateTime receivedAt,
        CancellationToken ct
    )
    {
        var against = new List<Refusal>();
        if (
            !actor.Is(
                Role.Anyone,
                Role.RecruitmentOfficer,
                Role.TeamManager,
                Role.HubWorker,
                Role.System
            )
        )
            against.Add(new("An enquiry is recorded by the recruitment officer.", "R-ENQ-03"));
        if (actor.CouncilId != input.CouncilId)
            against.Add(new("An enquiry is recorded for your own council."));
        if (receivedAt > clock.Now)
            against.Add(
                new(
                    "The enquiry must have arrived by now. Check the date and the time.",
                    "R-VAL-04",
                    "received-on"
                )
            );
        else
            against.AddRange(
                await backDating.AgainstAsync(clock.DateOf(receivedAt), actor, ct, "received-on")
            );
        if (input.Channel is Channel.Web && input.PrivacyNoticeVersion is null)
            against.Add(
                new("Confirm that you have read the privacy notice.", "R-ENQ-03", "privacy")
            );
        against.AddRange(TooYoung(input.Applicant, "date-of-birth"));
        if (input.Partner is { } partner)
            against.AddRange(TooYoung(partner, "partner-date-of-birth"));
        if (input.Applicant is { Email: null, Telephone: null })
            against.Add(
                new("Give a telephone number or an email address.", "R-ENQ-02", "telephone")
            );
        if (!input.ConsentToRecord)
            against.Add(
                new("Without their agreement nothing is written down.", "R-ENQ-03", "consent")
            );
        return against;
    }

    /// <summary>Nobody under 18 can foster; nothing else is ever decided by a form (R-ELIG-01, R-ELIG-05).</summary>
    private Refusal[] TooYoung(NewPerson who, string field) =>
        who.DateOfBirth is { } born && born.AddYears(AdultAge) > clock.Today
            ?
            [
                new(
                    $"{who.GivenName} is not {AdultAge} yet, so we cannot take this enquiry now. Thank you for thinking of children who need a home: we would be glad to hear from you after that birthday.",
                    "R-ELIG-01",
                    field
                ),
            ]
            : [];

    private Enquiry Make(
        SubmitEnquiryInput input,
        Guid caseId,
        DateTime receivedAt,
        DateOnly receivedOn,
        Actor actor
    )
    {
        var enquiry = new Enquiry
        {
            Id = input.As?.EnquiryId ?? Guid.CreateVersion7(),
            CouncilId = input.CouncilId,
            CaseId = caseId,
            ReceivedAt = receivedAt,
            ReceivedOn = receivedOn,
            ReceivedBy =
                actor.Role is Role.Anyone || input.As is not null ? TheWebsite : actor.Name,
            Channel = input.Channel,
            HowHeard = input.HowHeard,
            ConsentToRecord = input.ConsentToRecord,
            Joint = input.Partner is not null,
            SpareRooms = input.SpareRooms,
            Interests = string.Join(", ", input.Interests),
            KnowsChild = input.KnowsChild,
            CurrentService = input.CurrentService,
            ChildrenPlaced = input.CurrentService is not null && input.ChildrenPlaced,
            WhenToCall = input.WhenToCall,
            AccessNeeds = input.AccessNeeds,
            HouseholdSummary = Summary(input),
        };
        if (input.PrivacyNoticeVersion is { } version)
            enquiry.AcknowledgePrivacy(version, receivedAt);
        if (input.Connected)
            enquiry.Connect(input.ConnectionWithWhom);
        return enquiry;
    }

    private string Summary(SubmitEnquiryInput input)
    {
        var adults = input.Household.Count(p =>
            p.DateOfBirth is { } b && b.AddYears(AdultAge) <= clock.Today
        );
        var children = input.Household.Count(p =>
            p.DateOfBirth is { } b && b.AddYears(AdultAge) > clock.Today
        );
        var unknown = input.Household.Count - adults - children;
        return string.Join(
            ", ",
            new[]
            {
                Enquiry.Applicants(input.Partner is not null),
                adults > 0 ? $"other adults at home: {adults}" : null,
                children > 0 ? $"children at home: {children}" : null,
                unknown > 0 ? $"others at home, age not known: {unknown}" : null,
                input.HouseholdNote,
            }.Where(s => s is not null)
        );
    }

    private static IReadOnlyList<string> Mentioned(SubmitEnquiryInput input) =>
        [
            .. new[] { input.Applicant, input.Partner }
                .Concat(input.Household)
                .OfType<NewPerson>()
                .SelectMany(p => new[] { $"{p.GivenName} {p.FamilyName}", p.Email ?? "" }),
            input.ConnectionWithWhom ?? "",
        ];
}
