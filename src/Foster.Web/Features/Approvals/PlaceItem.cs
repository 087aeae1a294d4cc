using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

public sealed record PlaceItemInput(Application Application, Guid MeetingId);

public sealed record PlacedItem(PanelItem Item, PanelMeeting Meeting);

/// <summary>Puts a case on an agenda and starts the clock for its papers. A part of other operations, which write the history and save.</summary>
public sealed class PlaceItem(FosterDb db, DeadlineBook deadlines, LondonClock clock)
{
    public async Task<Result<PlacedItem>> RunAsync(
        PlaceItemInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var caseId = input.Application.CaseId;
        var meeting = await db.Set<PanelMeeting>()
            .SingleOrDefaultAsync(m => m.Id == input.MeetingId, ct);
        var against = new List<Refusal>();
        if (meeting is null)
            against.Add(new Refusal("Choose a meeting.", null, "meeting"));
        else if (meeting.On < clock.Today || meeting.CancelledOn is not null)
            against.Add(
                new Refusal("Choose a meeting that is still to come.", "R-VAL-04", "meeting")
            );
        else if (input.Application.ReportSharedOn is { } shared && meeting.On < shared)
            against.Add(
                new Refusal("The meeting is before the report was shared.", "R-VAL-04", "meeting")
            );
        if (
            await db.Set<PanelItem>()
                .AnyAsync(
                    i =>
                        i.CaseId == caseId
                        && (
                            i.State == PanelItemState.Listed || i.State == PanelItemState.PapersSent
                        ),
                    ct
                )
        )
            against.Add(new Refusal("The case is on an agenda already.", null, "meeting"));
        if (against.Count > 0)
            return Result<PlacedItem>.Refused(against);
        var item = await AddAsync(meeting!, caseId, actor, ct);
        await deadlines.OpenAsync(
            actor.CouncilId,
            caseId,
            item.Id,
            DeadlineRules.PanelPapers,
            meeting!.On,
            Role.PanelAdviser,
            ct
        );
        return new PlacedItem(item, meeting);
    }

    /// <summary>What the case's history says of it.</summary>
    internal static HistoryNote Note(PlacedItem placed) =>
        new(
            "panel.listed",
            $"On the agenda of panel on {BritishDate.Long(placed.Meeting.On)}, item {placed.Item.Number}"
        )
        {
            ForApplicant =
                $"Your application is on the agenda of panel on {BritishDate.Long(placed.Meeting.On)}. You may come and bring a supporter.",
            Rules = ["R-PANEL-08", "R-PANEL-09"],
            Payload = new { placed.Item.Id, placed.Meeting.On },
        };

    /// <summary>Numbers go on over all items of the meeting, also those that this actor does not see.</summary>
    private async Task<PanelItem> AddAsync(
        PanelMeeting meeting,
        Guid caseId,
        Actor actor,
        CancellationToken ct
    )
    {
        var last = await db.Set<PanelItem>()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .Where(i => i.MeetingId == meeting.Id)
            .MaxAsync(i => (int?)i.Number, ct);
        var item = new PanelItem
        {
            CouncilId = actor.CouncilId,
            CaseId = caseId,
            MeetingId = meeting.Id,
            Number = (last ?? 0) + 1,
            ListedOn = clock.Today,
        };
        db.Add(item);
        return item;
    }
}
