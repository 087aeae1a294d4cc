using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

/// <summary>The decision on the case page.</summary>
public sealed class DecisionSection(FosterDb db, DecisionReads decisions) : ICaseSection
{
    public int Order => 50;

    public async Task<CaseSection?> ForAsync(Guid caseId, Actor actor, CancellationToken ct)
    {
        if (!actor.Role.IsStaff())
            return null;
        var state = await db.Set<Application>()
            .Where(a => a.CaseId == caseId)
            .Select(a => (ApplicationState?)a.State)
            .SingleOrDefaultAsync(ct);
        var made = await decisions.OfCaseAsync(caseId, ct);
        if (state != ApplicationState.AwaitingDecision && made.Count == 0)
            return null;
        var notice = await decisions.NoticeAsync(caseId, ct);
        return new CaseSection(
            "Decision",
            state == ApplicationState.AwaitingDecision ? "With the decision maker"
                : made is [{ Outcome: DecisionOutcome.Approved }, ..] ? "Approved"
                : "Returned",
            [
                .. made.Select(d => new CaseFact(
                    BritishDate.Long(d.DecidedOn),
                    d.Outcome == DecisionOutcome.Approved
                        ? $"Approved by {d.DecidedBy}: {d.Terms!.InWords()}"
                        : $"Returned to {(d.ReturnedToPanel ? "panel" : "assessment")} by {d.DecidedBy}"
                )),
                .. Told(notice),
            ],
            Actions(caseId, state, notice, actor)
        );
    }

    private static IEnumerable<CaseFact> Told(NoticeRow? notice)
    {
        if (notice is null)
            yield break;
        yield return new CaseFact("Told by word of mouth", Day(notice.OralOn, notice.OralDueOn));
        yield return new CaseFact("Told in writing", Day(notice.WrittenOn, notice.WrittenDueOn));
    }

    private static string Day(DateOnly? done, DateOnly? due) =>
        done is { } on ? BritishDate.Long(on)
        : due is { } by ? $"Not yet, due by {BritishDate.Long(by)}"
        : "Not yet";

    private static List<CaseAction> Actions(
        Guid caseId,
        ApplicationState? state,
        NoticeRow? notice,
        Actor actor
    )
    {
        var actions = new List<CaseAction>();
        if (state == ApplicationState.AwaitingDecision && actor.Is(Role.DecisionMaker))
            actions.Add(new CaseAction("Decide", $"/decisions/{caseId}", IsNext: true));
        if (notice is { OralOn: null } && RecordOralNotice.By.Contains(actor.Role))
            actions.Add(
                new CaseAction(
                    "Record that they were told",
                    $"/staff/cases/{caseId}/outcome-told",
                    IsNext: true
                )
            );
        if (notice is { WrittenOn: null } && actor.Is(Role.PanelAdviser))
            actions.Add(
                new CaseAction("Send the written notice", $"/panel/notices/{caseId}", IsNext: true)
            );
        return actions;
    }
}
