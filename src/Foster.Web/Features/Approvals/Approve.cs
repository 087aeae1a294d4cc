using Foster.Web.Features.Applications;
using Foster.Web.Features.Assessment;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Documents;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Approvals;

/// <param name="Evidence">What the decision relies on, in the decision maker's own words.</param>
/// <param name="ApprovedElsewhere">Whether another service approved an applicant.</param>
/// <param name="EndedElsewhereOn">The day that approval ended, where it has.</param>
public sealed record ApproveInput(
    Guid CaseId,
    string Reasons,
    string Evidence,
    ReadEverything Read,
    ApprovalTerms Terms,
    bool ApprovedElsewhere,
    DateOnly? EndedElsewhereOn
);

/// <summary>
/// The agency decision maker approves the applicants of a case (T-APP-15). The day of the decision is the day of
/// approval (R-ADM-06).
/// </summary>
public sealed class Approve(
    FosterDb db,
    DecisionReads decisions,
    DutyReads duties,
    CaseReads cases,
    IEnumerable<IStandingApprovals> standing,
    DeadlineBook deadlines,
    SettleDocuments documents,
    LondonClock clock,
    CaseHistory history,
    HandOver handOver
)
{
    public Task<Result<Decision>> RunAsync(ApproveInput input, Actor actor, CancellationToken ct) =>
        db.WriteTogetherAsync(() => DecideAsync(input, actor, ct), ct);

    private async Task<Result<Decision>> DecideAsync(
        ApproveInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await decisions.LoadAsync(input.CaseId, ct) is not var (application, item, minutes))
            return Result<Decision>.Refused("This case is not open to you.");
        var today = clock.Today;
        var against = new List<Refusal>(await duties.AgainstDecidingAsync(input.CaseId, actor, ct));
        against.AddRange(Against(input, minutes, today));
        against.AddRange(await AgainstElsewhereAsync(input.CaseId, today, ct));
        against.AddRange(await AgainstTwiceAsync(input.CaseId, actor, ct));
        var from = application.State;
        var approved = application.Approve(actor, today, against);
        if (!approved.Ok)
            return Result<Decision>.Refused(approved.Refusals);
        var decision = new Decision
        {
            CouncilId = actor.CouncilId,
            CaseId = input.CaseId,
            ItemId = item.Id,
            Outcome = DecisionOutcome.Approved,
            Reasons = input.Reasons.Trim(),
            Evidence = input.Evidence.Trim(),
            Terms = input.Terms,
            Read = input.Read,
            EndedElsewhereOn = input.EndedElsewhereOn,
            DecidedOn = today,
            RecordedAt = clock.Now,
            DecidedById = actor.AccountId,
            DecidedBy = actor.Name,
        };
        db.Add(decision);
        db.Add(
            new OutcomeNotice
            {
                CouncilId = actor.CouncilId,
                CaseId = input.CaseId,
                DecisionId = decision.Id,
                DecidedOn = today,
            }
        );
        await ClocksAsync(decision, ct);
        await documents.OfCaseAsync(
            input.CaseId,
            "No paper is needed any more: the applicants are approved.",
            ct
        );
        await history.WriteAsync(actor, input.CaseId, Note(decision, from), ct);
        await handOver.PublishAsync(
            new CarersApproved(input.CaseId, decision.Id, today, input.Terms),
            actor,
            ct
        );
        await db.SaveChangesAsync(ct);
        return decision;
    }

    /// <summary>One active approval per person, whatever case it stands in (R-VAL-09).</summary>
    private async Task<IReadOnlyList<Refusal>> AgainstTwiceAsync(
        Guid caseId,
        Actor actor,
        CancellationToken ct
    )
    {
        // Two who approve at once decide one after the other.
        await db.AloneAsync($"approvals {actor.CouncilId}", ct);
        var people = await cases.ApplicantsAsync(caseId, ct);
        var against = new List<Refusal>();
        foreach (var source in standing)
            against.AddRange(
                (await source.AmongAsync(people, caseId, ct)).Select(p => new Refusal(
                    $"{p.FullName}, born {BritishDate.Long(p.DateOfBirth!.Value)}, is approved by this council already. Nobody holds two approvals: the first has to end before this one begins.",
                    "R-VAL-09"
                ))
            );
        return against;
    }

    private async Task ClocksAsync(Decision decision, CancellationToken ct)
    {
        await deadlines.MeetAsync(
            decision.CaseId,
            DeadlineRules.DecisionMakerDecision,
            decision.DecidedOn,
            ct
        );
        await deadlines.OpenAsync(
            decision.CouncilId,
            decision.CaseId,
            decision.Id,
            DeadlineRules.OralOutcome,
            decision.DecidedOn,
            Role.Assessor,
            ct,
            forApplicant: "We tell you the decision in person or by telephone"
        );
        await deadlines.OpenAsync(
            decision.CouncilId,
            decision.CaseId,
            decision.Id,
            DeadlineRules.WrittenOutcome,
            decision.DecidedOn,
            Role.PanelAdviser,
            ct,
            forApplicant: "We send you the decision in writing"
        );
    }

    /// <summary>Everything but who decides and from which state.</summary>
    private static List<Refusal> Against(ApproveInput input, Minutes? minutes, DateOnly today)
    {
        var against = new List<Refusal>(Reasons.Against(input.Reasons));
        if (string.IsNullOrWhiteSpace(input.Evidence))
            against.Add(
                new Refusal("Name the evidence that you relied on.", "R-ADM-02", "evidence")
            );
        if (input.Read != ReadEverything.All)
            against.Add(
                new Refusal(
                    "Read the report, the minutes, the observations and the options for review, and tick each.",
                    "R-ADM-08",
                    "read"
                )
            );
        against.AddRange(input.Terms.Against());
        if (input.ApprovedElsewhere && input.EndedElsewhereOn is null)
            against.Add(
                new Refusal(
                    "Nobody is approved by two services at once. Enter the day on which the other approval ended.",
                    "R-TRF-01",
                    "ended"
                )
            );
        if (input is { ApprovedElsewhere: true, EndedElsewhereOn: { } ended } && ended > today)
            against.Add(
                new Refusal(
                    $"The other approval runs until {BritishDate.Long(ended)}. Approve on that day or later.",
                    "R-TRF-01",
                    "ended"
                )
            );
        if (minutes?.SignedOn is not { } signed || signed > today)
            against.Add(new Refusal("The minutes are not signed.", "R-VAL-04"));
        return against;
    }

    /// <summary>What is on record of approvals elsewhere stands, whatever is entered here (R-TRF-01).</summary>
    private async Task<IEnumerable<Refusal>> AgainstElsewhereAsync(
        Guid caseId,
        DateOnly today,
        CancellationToken ct
    )
    {
        var ends = (await db.OfCaseAsync<PreviousApproval>(caseId, ct))
            .Select(p => p.EndedOn)
            .Concat(
                (await db.OfCaseAsync<Transfer>(caseId, ct))
                    .Where(t => t.IsOpen)
                    .Select(t => t.OldApprovalEndsOn)
            )
            .ToList();
        return
        [
            .. ends.Contains(null)
                ? new[]
                {
                    new Refusal(
                        "On record is an approval by another service whose end is not known. The assessor has to record the day on which it ends.",
                        "R-TRF-01"
                    ),
                }
                : [],
            .. ends.Max() is { } last && last > today
                ? new[]
                {
                    new Refusal(
                        $"On record is an approval by another service until {BritishDate.Long(last)}. Approve on that day or later.",
                        "R-TRF-01"
                    ),
                }
                : [],
        ];
    }

    private static HistoryNote Note(Decision decision, ApplicationState from) =>
        new("decision.approved", $"Approved: {decision.Terms!.InWords()}")
        {
            OccurredOn = decision.DecidedOn,
            From = from,
            To = ApplicationState.Approved,
            ForApplicant =
                "The agency decision maker has decided. We will tell you in person or by telephone, and in writing.",
            ReasonCode = "approved",
            Reason =
                decision.Reasons.Length <= 4_000 ? decision.Reasons : decision.Reasons[..4_000],
            Rules = ["T-APP-15", "R-ADM-02", "R-ADM-06", "R-SOD-01"],
            Payload = new { decision.Id, decision.Terms },
        };
}
