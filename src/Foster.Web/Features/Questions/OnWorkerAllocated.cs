using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Questions;

/// <summary>What is open goes with the case: from the recruitment team to the assessor, and on to the supervisor.</summary>
public sealed class OnWorkerAllocated(FosterDb db, DeadlineBook deadlines) : IOn<WorkerAllocated>
{
    public async Task HandleAsync(WorkerAllocated happened, Actor actor, CancellationToken ct)
    {
        Role[] from = happened.Role switch
        {
            Role.Assessor => [Role.RecruitmentOfficer],
            Role.SupervisingSocialWorker =>
            [
                Role.RecruitmentOfficer,
                Role.Assessor,
                Role.TeamManager,
            ],
            _ => [],
        };
        foreach (
            var question in await db.Set<Question>()
                .Where(q => q.CaseId == happened.CaseId && from.Contains(q.Holder))
                .Where(q => QuestionMachine.Waiting.Contains(q.State))
                .ToListAsync(ct)
        )
        {
            question.Holder = happened.Role;
            await deadlines.HandAsync(
                question.CaseId,
                DeadlineRules.QuestionAnswered,
                question.Id,
                happened.Role,
                ct
            );
        }
    }
}
