using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Approvals;

public sealed record TakeOffAgendaInput(Guid ItemId, string Reasons);

/// <summary>Takes an item off an agenda before it is heard; the case stays ready for panel.</summary>
public sealed class TakeOffAgenda(
    FosterDb db,
    ItemReads items,
    DutyReads duties,
    DeadlineBook deadlines,
    LondonClock clock,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(TakeOffAgendaInput input, Actor actor, CancellationToken ct)
    {
        if (await items.LoadAsync(input.ItemId, ct) is not var (item, meeting, _))
            return Result.Refused("This item is not open to you.");
        var off = item.TakeOff(
            actor,
            clock.Today,
            [
                .. Reasons.Against(input.Reasons),
                .. await duties.AgainstAdvisingAsync(item.CaseId, actor, ct),
            ]
        );
        if (!off.Ok)
            return off;
        await deadlines.CancelAsync(
            item.CaseId,
            DeadlineRules.PanelPapers,
            "The item was taken off the agenda.",
            ct,
            item.Id
        );
        await items.EndHearingAsync(item, ct);
        await history.WriteAsync(
            actor,
            item.CaseId,
            new HistoryNote(
                "panel.taken-off",
                $"Taken off the agenda of panel on {BritishDate.Long(meeting.On)}"
            )
            {
                ForApplicant =
                    $"Your application is no longer on the agenda of panel on {BritishDate.Long(meeting.On)}. We will tell you the new date.",
                ReasonCode = "taken-off",
                Reason = input.Reasons,
                Rules = ["R-VAL-06"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
