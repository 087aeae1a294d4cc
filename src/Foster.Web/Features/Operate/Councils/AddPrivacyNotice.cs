using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate.Councils;

public sealed record AddPrivacyNoticeInput(string Number, string Text, DateOnly ValidFrom);

/// <summary>
/// Adds a version of the privacy notice. Earlier ones stay as they are: an enquiry keeps the version that its sender read.
/// </summary>
public sealed partial class AddPrivacyNotice(FosterDb db, LondonClock clock, CouncilHistory history)
{
    public const int MaxText = 20_000;

    public const string NumberPattern = "[A-Za-z0-9][A-Za-z0-9.-]{0,19}";

    public async Task<Result> RunAsync(
        AddPrivacyNoticeInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (CouncilAct.Against(actor) is { } refusal)
            return Result.Refused(refusal);
        var number = input.Number.Trim();
        List<Refusal> against =
        [
            .. CouncilAct.Against("the text of the notice", input.Text, "text", MaxText, true),
        ];
        if (!Number().IsMatch(number))
            against.Add(
                new("Use up to 20 letters, figures, full stops and hyphens", null, "number")
            );
        if (input.ValidFrom < clock.Today)
            against.Add(
                new(
                    "A notice is valid from today or later: nobody can have read it before",
                    null,
                    "from"
                )
            );
        var known = await db.Set<PrivacyNotice>()
            .Where(n => n.CouncilId == actor.CouncilId)
            .Select(n => n.Number)
            .Concat(
                db.Set<Council>()
                    .Where(c => c.Id == actor.CouncilId)
                    .Select(c => c.PrivacyNoticeVersion)
            )
            .ToListAsync(ct);
        if (known.Contains(number, StringComparer.OrdinalIgnoreCase))
            against.Add(new($"There is a version {number} already", null, "number"));
        if (against.Count > 0)
            return Result.Refused(against);
        var notice = new PrivacyNotice
        {
            CouncilId = actor.CouncilId,
            Number = number,
            Text = Words.Tidy(input.Text, true),
            ValidFrom = input.ValidFrom,
            AddedAt = clock.Now,
            AddedBy = actor.Name,
        };
        db.Add(notice);
        history.Write(
            actor,
            notice.Id,
            new HistoryNote(
                "council.privacy-notice",
                $"Version {number} of the privacy notice added, valid from {BritishDate.Full(input.ValidFrom)}"
            )
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"\A(?:" + NumberPattern + @")\z")]
    private static partial System.Text.RegularExpressions.Regex Number();
}
