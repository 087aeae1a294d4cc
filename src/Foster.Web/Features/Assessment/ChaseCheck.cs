using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

public sealed record ChaseCheckInput(Guid CheckId, DateOnly On, string How);

/// <summary>Somebody asks where a check has got to. Each time is kept (R-ASSESS-02).</summary>
public sealed class ChaseCheck(
    FosterDb db,
    CheckAct act,
    DeadlineBook deadlines,
    BackDating backDating,
    ConsentGuard consents,
    CaseHistory history
)
{
    /// <summary>What is due after the first, the second and the third chase.</summary>
    internal static readonly DeadlineLine[] Lines =
    [
        DeadlineRules.FirstChase,
        DeadlineRules.SecondChase,
        DeadlineRules.ThirdChase,
    ];

    /// <summary>Everything that runs while an answer is waited for.</summary>
    internal static readonly DeadlineLine[] Waiting =
    [
        .. Lines,
        DeadlineRules.FormerServiceReference,
    ];

    public async Task<Result> RunAsync(ChaseCheckInput input, Actor actor, CancellationToken ct)
    {
        if (await act.FindAsync(input.CheckId, ct) is not { } found)
            return Result.Refused("This check is not open to you.");
        var check = found.Check;
        var result = check.Chase(
            actor,
            input.On,
            [
                .. found.Against,
                .. await backDating.AgainstInsteadAsync("assessor", actor, ct, (input.On, "on")),
                .. check.About.NeedsConsent
                    ? await consents.AgainstAsync(check.CaseId, check.PersonId, check.Kind, ct)
                    : [],
            ]
        );
        if (!result.Ok)
            return result;
        var earlier = await db.Set<CheckChase>().CountAsync(c => c.CheckId == check.Id, ct);
        db.Add(
            new CheckChase
            {
                CouncilId = check.CouncilId,
                CaseId = check.CaseId,
                CheckId = check.Id,
                ChasedOn = input.On,
                How = input.How,
                By = actor.Name,
            }
        );
        if (earlier < Lines.Length)
            await deadlines.MeetAsync(check.CaseId, Lines[earlier], input.On, ct, check.Id);
        if (earlier + 1 < Lines.Length)
            await deadlines.OpenAsync(
                check.CouncilId,
                check.CaseId,
                check.Id,
                Lines[earlier + 1],
                check.RequestedOn ?? input.On,
                Role.Assessor,
                ct,
                title: $"{found.Called}: chase again"
            );
        await history.WriteAsync(
            actor,
            check.CaseId,
            new HistoryNote("check.chased", $"{found.Title} chased{found.ForWhom}")
            {
                OccurredOn = input.On,
                PersonId = check.PersonId,
                Reason = input.How,
                Rules = ["R-ASSESS-02"],
                ForApplicant = found.OfApplicant ? $"We asked again for: {found.Title}" : null,
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
