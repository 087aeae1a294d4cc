using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

/// <param name="ByMember">True where the member gave notice; the service has to give its reasons.</param>
public sealed record RemoveMemberInput(
    Guid EntryId,
    DateOnly NoticeOn,
    bool ByMember,
    string? Reasons
);

/// <summary>Takes somebody off the central list with a month's written notice (R-PANEL-02).</summary>
public sealed class RemoveMember(
    FosterDb db,
    DeadlineBook deadlines,
    BackDating backDating,
    CouncilHistory history
)
{
    public async Task<Result> RunAsync(RemoveMemberInput input, Actor actor, CancellationToken ct)
    {
        if (!actor.Is(Role.PanelAdviser))
            return Result.Refused("Only the panel adviser keeps the central list.", "R-PANEL-02");
        var entry = await db.Set<PanelListEntry>()
            .SingleOrDefaultAsync(e => e.Id == input.EntryId, ct);
        if (entry is null)
            return Result.Refused("This entry of the central list is not there.");
        var dated = await backDating.AgainstAsync(input.NoticeOn, actor, ct);
        var last = await deadlines.PreviewAsync(
            DeadlineRules.CentralListNotice,
            input.NoticeOn,
            ct
        );
        var given = entry.GiveNotice(input.NoticeOn, last.On, input.ByMember, input.Reasons);
        if (dated.Count > 0 || !given.Ok)
            return Result.Refused([.. dated, .. given.Refusals]);
        var name = await db
            .Users.Where(u => u.Id == entry.AccountId)
            .Select(u => u.DisplayName)
            .SingleAsync(ct);
        history.Write(
            actor,
            entry.Id,
            new HistoryNote(
                "panel.notice-given",
                $"{name} leaves the central list on {BritishDate.Long(last.On)}"
            )
            {
                OccurredOn = input.NoticeOn,
                ReasonCode = input.ByMember ? "member" : "service",
                Reason = input.Reasons,
                Rules = ["R-PANEL-02", "R-VAL-06"],
            }
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
