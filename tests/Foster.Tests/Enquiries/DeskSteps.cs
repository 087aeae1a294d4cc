using Foster.Web.Features.Enquiries;
using Foster.Web.Features.Enquiries.Packs;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace Foster.Tests.Enquiries;

/// <summary>The acts of the desk in one line each.</summary>
internal static class DeskSteps
{
    public static InterestAnswers Answers { get; } =
        new("We have room", "Two nieces", "Part time", null, null, false, true, null, null);

    public static Task<Result> ContactAsync(
        this DeskStage desk,
        Guid caseId,
        DateTime at,
        bool reached = true,
        string by = DeskStage.Officer
    ) =>
        desk.AsAsync(
            by,
            (s, actor) =>
                s.GetRequiredService<LogContact>()
                    .RunAsync(
                        new(caseId, at, ContactMethod.Telephone, reached, "Talked", null),
                        actor,
                        default
                    )
        );

    public static async Task<Result> PackAsync(
        this DeskStage desk,
        Guid caseId,
        DateOnly on,
        PackWay way = PackWay.Email
    )
    {
        var pack = await desk.APackAsync();
        return await desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetRequiredService<RecordPackSent>()
                    .RunAsync(new(caseId, pack, way, on), actor, default)
        );
    }

    /// <summary>The council's information pack, added by its administrator where there is none yet.</summary>
    public static Task<Guid> APackAsync(
        this DeskStage desk,
        string label = "2026-1",
        DateOnly? from = null
    ) =>
        desk.AsAsync(
            DeskStage.Administrator,
            async (s, actor) =>
            {
                var packs = await s.GetRequiredService<PackReads>()
                    .PageAsync(actor.CouncilId, null, default);
                if (packs.Lines.FirstOrDefault(p => p.Label == label) is { } there)
                    return there.Id;
                return (
                    await s.GetRequiredService<AddPack>()
                        .RunAsync(
                            new(
                                "Fostering with us",
                                label,
                                from ?? new DateOnly(2010, 1, 4),
                                "What fostering is.\n\nWhat happens next.",
                                null
                            ),
                            actor,
                            default
                        )
                ).Value;
            }
        );

    public static Task<Result> InterestAsync(
        this DeskStage desk,
        Guid caseId,
        bool? connected = false
    ) =>
        desk.AsHolderAsync(
            caseId,
            (s, actor) =>
                s.GetRequiredService<SubmitInterest>()
                    .RunAsync(new(caseId, null, Answers, null, connected, null), actor, default)
        );

    public static Task<Result> AllocateAsync(this DeskStage desk, Guid caseId) =>
        desk.AsAsync(
            DeskStage.Manager,
            (s, actor) =>
                s.GetRequiredService<AllocateVisit>()
                    .RunAsync(new(caseId, desk.IdOf(DeskStage.Assessor)), actor, default)
        );

    public static Task<Result> ScheduleAsync(this DeskStage desk, Guid caseId, DateTime at) =>
        desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetRequiredService<ScheduleVisit>()
                    .RunAsync(new(caseId, at, null), actor, default)
        );

    public static Task<Result> VisitAsync(
        this DeskStage desk,
        Guid caseId,
        DateOnly on,
        bool? both = null
    ) =>
        desk.AsAsync(
            DeskStage.Assessor,
            (s, actor) =>
                s.GetRequiredService<RecordVisit>()
                    .RunAsync(new(caseId, on, both, true, true, "A warm home"), actor, default)
        );

    public static Task<Result> DecideAsync(
        this DeskStage desk,
        Guid caseId,
        bool invite,
        string reasons = "A settled home and time for a child",
        DeclineReason? code = null,
        string by = DeskStage.Manager
    ) =>
        desk.AsAsync(
            by,
            (s, actor) =>
                s.GetRequiredService<DecideVisitOutcome>()
                    .RunAsync(new(caseId, invite, code, reasons), actor, default)
        );

    public static Task<Result> CloseAsync(
        this DeskStage desk,
        Guid caseId,
        Closing closing,
        string by = DeskStage.Officer,
        AskAgain? again = null
    ) =>
        desk.AsAsync(
            by,
            (s, actor) =>
                s.GetRequiredService<CloseEnquiry>()
                    .RunAsync(
                        new(caseId, closing, null, "Written down here", Again: again),
                        actor,
                        default
                    )
        );

    /// <summary>Walks to a stage by the real operations, all on the day on which the clock stands.</summary>
    public static async Task WalkToAsync(
        this DeskStage desk,
        Guid caseId,
        EnquiryState state,
        DateTime now,
        DateOnly today
    )
    {
        var steps = new Func<Task<Result>>[]
        {
            () => desk.ContactAsync(caseId, now),
            () => desk.PackAsync(caseId, today),
            () => desk.InterestAsync(caseId),
            async () =>
            {
                Xunit.Assert.True((await desk.AllocateAsync(caseId)).Ok);
                return await desk.ScheduleAsync(caseId, now);
            },
            () => desk.VisitAsync(caseId, today),
        };
        foreach (var step in steps.Take((int)state))
        {
            var result = await step();
            Xunit.Assert.True(result.Ok, result.Reasons);
        }
    }
}
