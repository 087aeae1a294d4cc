using Foster.Web.Features.Approvals.Emails;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

/// <summary>
/// A meeting with all of its open items, the restricted ones among them that the adviser does not see, and who knows of
/// it. A part of moving and cancelling, which decide, write the history and save.
/// </summary>
public sealed class WholeAgenda(
    FosterDb db,
    ItemReads items,
    CaseReads cases,
    Outbox outbox,
    Links links
)
{
    /// <summary>Does something with the whole council in sight, and only that.</summary>
    public async Task<T> WithAllAsync<T>(Actor actor, Func<Task<T>> act)
    {
        var hidden = db.Scope.HiddenCases;
        db.Scope.EnterCouncil(actor.CouncilId);
        try
        {
            return await act();
        }
        finally
        {
            db.Scope.EnterCouncil(actor.CouncilId, hidden);
        }
    }

    public Task<PanelMeeting?> FindAsync(Guid meetingId, CancellationToken ct) =>
        db.Set<PanelMeeting>().SingleOrDefaultAsync(m => m.Id == meetingId, ct);

    public Task<List<PanelItem>> OpenItemsAsync(Guid meetingId, CancellationToken ct) =>
        db.Set<PanelItem>()
            .Where(i =>
                i.MeetingId == meetingId
                && (i.State == PanelItemState.Listed || i.State == PanelItemState.PapersSent)
            )
            .OrderBy(i => i.Number)
            .ToListAsync(ct);

    /// <summary>Members who were told that papers wait, and the applicants of every item.</summary>
    public async Task TellAsync(
        IReadOnlyList<PanelItem> open,
        Actor actor,
        Func<PanelMailTo, Email> toMember,
        Func<PanelMailTo, Email> toApplicant,
        CancellationToken ct
    )
    {
        var council = await db.Set<Council>().SingleAsync(c => c.Id == actor.CouncilId, ct);
        var told = new HashSet<Guid>();
        foreach (var item in open.Where(i => i.PapersSentOn is not null))
            told.UnionWith(await items.HearersAsync(item, ct));
        var members = await db.Set<Account>()
            .Where(a => told.Contains(a.Id))
            .Select(a => new { a.DisplayName, a.Email })
            .ToListAsync(ct);
        foreach (var member in members)
            if (member.Email is { } email)
                outbox.Post(
                    council.Id,
                    null,
                    toMember(
                        new(
                            email,
                            member.DisplayName.Split(' ')[0],
                            null,
                            council,
                            links.Absolute("/panel")
                        )
                    )
                );
        foreach (var item in open)
        {
            var reference = (await cases.FindAsync(item.CaseId, ct))!.Reference;
            foreach (var applicant in await cases.ApplicantsAsync(item.CaseId, ct))
                if (applicant.Email is { } email)
                    outbox.Post(
                        council.Id,
                        item.CaseId,
                        toApplicant(
                            new(
                                email,
                                applicant.GivenName,
                                reference,
                                council,
                                links.Absolute("/apply/progress")
                            )
                        )
                    );
        }
    }
}
