using Foster.Web.Features.Approvals.Emails;
using Foster.Web.Features.Assessment;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

public sealed record SendPapersInput(Guid ItemId);

/// <summary>Opens the papers of an item to everybody asked to the meeting and tells them (R-PANEL-08).</summary>
public sealed class SendPapers(
    FosterDb db,
    ItemReads items,
    AssessmentReads assessment,
    DutyReads duties,
    DeadlineBook deadlines,
    LondonClock clock,
    CaseHistory history,
    Outbox outbox,
    Links links
)
{
    public async Task<Result> RunAsync(SendPapersInput input, Actor actor, CancellationToken ct)
    {
        if (await items.LoadAsync(input.ItemId, ct) is not var (item, meeting, _))
            return Result.Refused("This item is not open to you.");
        var members = await AskedAsync(item, ct);
        var missing = new List<Refusal>(await duties.AgainstAdvisingAsync(item.CaseId, actor, ct));
        if ((await assessment.PackAsync(item.CaseId, ct))?.Documents.Count is null or 0)
            missing.Add(new Refusal("There are no papers yet: the report is missing.", "T-APP-10"));
        if (members.Count == 0)
            missing.Add(
                new Refusal(
                    "Ask members to the meeting first. For a restricted case, name those who hear it.",
                    "R-PANEL-05"
                )
            );
        if (clock.Today > meeting.On)
            missing.Add(new Refusal("The meeting has taken place.", "R-VAL-04"));
        var sent = item.SendPapers(actor, clock.Today, meeting.PapersDueOn, missing);
        if (!sent.Ok)
            return sent;
        await deadlines.MeetAsync(item.CaseId, DeadlineRules.PanelPapers, clock.Today, ct, item.Id);
        await PostAsync(meeting, members, actor, ct);
        await history.WriteAsync(
            actor,
            item.CaseId,
            new HistoryNote(
                "panel.papers-sent",
                item.PapersLate
                    ? $"Papers sent late to {members.Count} panel members; the chair has to accept them or defer"
                    : $"Papers sent to {members.Count} panel members"
            )
            {
                From = PanelItemState.Listed,
                To = item.State,
                Rules = ["R-PANEL-08"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    private async Task PostAsync(
        PanelMeeting meeting,
        List<(string Name, string? Email)> members,
        Actor actor,
        CancellationToken ct
    )
    {
        var council = await db.Set<Council>().SingleAsync(c => c.Id == actor.CouncilId, ct);
        var link = links.Absolute($"/panel/meetings/{meeting.Id}");
        foreach (var (name, email) in members)
            if (email is not null)
                outbox.Post(
                    actor.CouncilId,
                    null,
                    PapersEmail.Wait(email, name.Split(' ')[0], council, meeting.On, link)
                );
    }

    private async Task<List<(string Name, string? Email)>> AskedAsync(
        PanelItem item,
        CancellationToken ct
    )
    {
        var hearers = await items.HearersAsync(item, ct);
        var accounts = await db.Set<Account>()
            .Where(u => hearers.Contains(u.Id))
            .Select(u => new { u.DisplayName, u.Email })
            .ToListAsync(ct);
        return [.. accounts.Select(m => (m.DisplayName, m.Email))];
    }
}
