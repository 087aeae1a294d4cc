using Foster.Web.Features.Assessment;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

/// <summary>
/// Who may not do what, because of what they were to the case before. Looks at everything the account ever did or held
/// in it, in whatever role (R-SOD-12).
/// </summary>
public sealed class DutyReads(FosterDb db, HandsReads hands, AssessmentReads assessment)
{
    private static readonly Role[] OfTheCase =
    [
        Role.Assessor,
        Role.SupervisingSocialWorker,
        Role.TeamManager,
    ];

    /// <summary>Everything against this account deciding on the case (R-SOD-01, 02, 06).</summary>
    public async Task<IReadOnlyList<Refusal>> AgainstDecidingAsync(
        Guid caseId,
        Actor actor,
        CancellationToken ct
    )
    {
        var was = await hands.RolesInAsync(caseId, actor.AccountId, ct);
        var pack = await assessment.PackAsync(caseId, ct);
        if (pack?.Assessors.Contains(actor.AccountId) == true)
            was.Add(Role.Assessor);
        if (pack?.QualityCheckers.Contains(actor.AccountId) == true)
            was.Add(Role.TeamManager);
        var against = HandsReads.AgainstDeciding(actor, was, OfTheCase);
        if (await SatOnPanelAsync(caseId, actor.AccountId, ct) || SatAsMember(was))
            against.Add(
                new Refusal(
                    "You were asked to the panel that heard this case, so you cannot decide on it.",
                    "R-SOD-02"
                )
            );
        return against;
    }

    /// <summary>Everything against this account advising panel or writing its minutes for the case (R-SOD-03).</summary>
    public async Task<IReadOnlyList<Refusal>> AgainstAdvisingAsync(
        Guid caseId,
        Actor actor,
        CancellationToken ct
    )
    {
        if (!actor.Is(Role.PanelAdviser))
            return [];
        return await AssessedAsync(caseId, actor.AccountId, ct)
            ?
            [
                new Refusal(
                    "You assessed this case, so somebody else has to advise panel and write its minutes.",
                    "R-SOD-03"
                ),
            ]
            : [];
    }

    /// <summary>The team managers who see a case, by name.</summary>
    public Task<List<string>> ManagersAsync(Guid caseId, CancellationToken ct) =>
        (
            from r in db.Set<RoleAssignment>()
            join a in db.Set<Account>() on r.AccountId equals a.Id
            join c in db.Set<Case>() on r.CouncilId equals c.CouncilId
            where
                c.Id == caseId
                && r.Role == Role.TeamManager
                && !a.IsDisabled
                && (
                    !c.Restricted
                    || db.Set<NamedPerson>()
                        .Any(n => n.CaseId == caseId && n.AccountId == a.Id && !n.AtPanel)
                )
            orderby a.DisplayName
            select a.DisplayName
        ).ToListAsync(ct);

    /// <summary>Why this member cannot say that they have no conflict: what is on record says otherwise (R-SOD-04).</summary>
    public async Task<string?> KnownConflictAsync(Guid caseId, Guid accountId, CancellationToken ct)
    {
        if (await AssessedAsync(caseId, accountId, ct))
            return "You assessed this case.";
        var was = await hands.RolesInAsync(caseId, accountId, ct);
        return was.Contains(Role.SupervisingSocialWorker)
            ? "You are or were the supervising social worker in this case."
            : null;
    }

    private async Task<bool> AssessedAsync(Guid caseId, Guid accountId, CancellationToken ct) =>
        (await hands.RolesInAsync(caseId, accountId, ct)).Contains(Role.Assessor)
        || (await assessment.PackAsync(caseId, ct))?.Assessors.Contains(accountId) == true;

    private static bool SatAsMember(HashSet<Role> was) =>
        was.Contains(Role.PanelMember) || was.Contains(Role.PanelChair);

    private Task<bool> SatOnPanelAsync(Guid caseId, Guid accountId, CancellationToken ct) =>
        (
            from i in db.Set<PanelItem>()
            join a in db.Set<Attendance>() on i.MeetingId equals a.MeetingId
            where
                i.CaseId == caseId && i.State != PanelItemState.Removed && a.AccountId == accountId
            select a
        ).AnyAsync(ct);
}
