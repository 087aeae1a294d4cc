using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;

namespace Foster.Web.Features.Carers;

/// <summary>The clocks that an approval starts. The caller saves.</summary>
public sealed class CarerClocks(DeadlineBook deadlines)
{
    /// <summary>What a carer never sees the date of (R-SOD-11), whatever else is shown of a case.</summary>
    public static IReadOnlyList<DeadlineLine> Unannounced { get; } =
    [.. DeadlineRules.Lines.Where(l => l.IsUnannounced)];

    /// <summary>Starts everything that counts from the approval and answers with the day to sign by.</summary>
    public async Task<DateOnly> StartAsync(
        IReadOnlyList<CarerApproval> approvals,
        Guid agreementId,
        CancellationToken ct
    )
    {
        var first = approvals[0];
        Task<Deadline> Open(DeadlineLine line, Guid subject, Role holder, string? shown = null) =>
            deadlines.OpenAsync(
                first.CouncilId,
                first.CaseId,
                subject,
                line,
                first.ApprovedOn,
                holder,
                ct,
                forApplicant: shown
            );
        await Open(
            DeadlineRules.SupervisorNamed,
            first.CaseId,
            Role.TeamManager,
            "We name your supervising social worker"
        );
        var sign = await Open(
            DeadlineRules.AgreementSigned,
            agreementId,
            Role.SupervisingSocialWorker,
            "Your agreement is signed"
        );
        // One meeting for the household, an outcome for each of them (R-REV-10).
        await Open(
            DeadlineRules.FirstReviewMeeting,
            first.CaseId,
            Role.SupervisingSocialWorker,
            "Your first review meeting"
        );
        await Open(DeadlineRules.UnannouncedVisit, first.CaseId, Role.SupervisingSocialWorker);
        foreach (var approval in approvals)
        {
            await Open(
                DeadlineRules.FirstReviewDecision,
                approval.Id,
                Role.SupervisingSocialWorker,
                "Your first review is decided"
            );
            // An approval for one named child is that of family or friends, who have six months more (R-DEV-02).
            await Open(
                approval.NamedChildReference is null
                    ? DeadlineRules.TrainingStandards
                    : DeadlineRules.TrainingStandardsConnected,
                approval.Id,
                Role.SupervisingSocialWorker,
                "Your training standards are complete"
            );
        }
        return sign.DueOn;
    }
}
