using Foster.Web.Features.Approvals.Emails;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

/// <param name="AccountIds">Everybody who hears the item; whoever is left out does not, or no longer.</param>
public sealed record NameForPanelInput(Guid ItemId, IReadOnlyList<Guid> AccountIds);

/// <summary>
/// Says which members hear a restricted case. They alone of panel see it, and only until panel has done with the item
/// (R-SOD-08).
/// </summary>
public sealed class NameForPanel(
    FosterDb db,
    ItemReads items,
    DutyReads duties,
    Naming naming,
    CaseHistory history,
    Outbox outbox,
    Links links
)
{
    public async Task<Result> RunAsync(NameForPanelInput input, Actor actor, CancellationToken ct)
    {
        if (await items.LoadAsync(input.ItemId, ct) is not var (item, meeting, _))
            return Result.Refused("This item is not open to you.");
        var found = await db.Set<Case>().SingleAsync(c => c.Id == item.CaseId, ct);
        var against = new List<Refusal>(Against(found, item, actor));
        against.AddRange(await duties.AgainstAdvisingAsync(item.CaseId, actor, ct));
        var asked = await db.Set<Attendance>()
            .Where(a => a.MeetingId == meeting.Id)
            .Select(a => a.AccountId)
            .ToListAsync(ct);
        if (input.AccountIds.Except(asked).Any())
            against.Add(
                new Refusal("Choose only people who are asked to the meeting.", null, "members")
            );
        var named = new List<Candidate>();
        foreach (var id in input.AccountIds.Intersect(asked))
            if (await naming.FindAsync(found, id, ct) is { } who)
                named.Add(who);
        against.AddRange(
            named.Where(w => w.IsConcerned).Select(w => Naming.Connected(w.Name, "members"))
        );
        if (against.Count > 0)
            return Result.Refused(against);
        var before = await items.HearersAsync(item, ct);
        await naming.EndPanelAsync(item.CaseId, ct, input.AccountIds);
        foreach (var who in named)
            await naming.AddAsync(found, who.AccountId, actor, ct, atPanel: true);
        if (item.PapersSentOn is not null)
            await TellAsync(named.Where(w => !before.Contains(w.AccountId)), meeting, actor, ct);
        await history.WriteAsync(
            actor,
            item.CaseId,
            new HistoryNote(
                "panel.members-named",
                named.Count == 0
                    ? "No member of panel hears this restricted case"
                    : $"These members of panel hear this restricted case: {string.Join(", ", named.Select(w => w.Name))}"
            )
            {
                Audience = Audience.Restricted,
                Rules = ["R-SOD-08", "R-PANEL-05"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    private static IEnumerable<Refusal> Against(Case found, PanelItem item, Actor actor)
    {
        if (!actor.Is(Role.PanelAdviser))
            yield return new Refusal("Only the panel adviser names who hears an item.", "R-SOD-08");
        if (!found.Restricted)
            yield return new Refusal(
                "This case is not restricted: everybody asked to the meeting hears it.",
                "R-SOD-08"
            );
        if (!PanelItemMachine.Open.Contains(item.State))
            yield return new Refusal(
                $"The item is {PanelItemMachine.Words(item.State)}: who hears it stands.",
                "R-SOD-08"
            );
    }

    private async Task TellAsync(
        IEnumerable<Candidate> members,
        PanelMeeting meeting,
        Actor actor,
        CancellationToken ct
    )
    {
        var council = await db.Set<Council>().SingleAsync(c => c.Id == actor.CouncilId, ct);
        var link = links.Absolute($"/panel/meetings/{meeting.Id}");
        foreach (var (name, email) in members.Select(m => (m.Name, m.Email)))
            if (email is not null)
                outbox.Post(
                    actor.CouncilId,
                    null,
                    PapersEmail.Wait(email, name.Split(' ')[0], council, meeting.On, link)
                );
    }
}
