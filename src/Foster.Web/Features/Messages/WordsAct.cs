using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Messages;

/// <summary>Adds a version of a council's words, which holds from then on. The caller writes history and saves.</summary>
public sealed class WordsAct(FosterDb db, LondonClock clock)
{
    public const int MaxWhy = 1_000;
    public const string NotYours = "Only an administrator changes the words of messages.";

    /// <summary>A kind of message whose words a council can change.</summary>
    public static MailTemplate? Find(string key) =>
        MailTemplates.Find(key) is { Fixed: null } template && template.Key == key
            ? template
            : null;

    /// <summary>The newest version of the council in whose scope this runs.</summary>
    public Task<TemplateVersion?> NewestAsync(
        MailTemplate template,
        Actor actor,
        CancellationToken ct
    ) =>
        db.Set<TemplateVersion>()
            .AsNoTracking()
            .Where(v => v.CouncilId == actor.CouncilId && v.Key == template.Key)
            .OrderByDescending(v => v.Number)
            .FirstOrDefaultAsync(ct);

    /// <summary>Nobody else adds a version of these words until the act is saved.</summary>
    public Task AloneAsync(MailTemplate template, Actor actor, CancellationToken ct) =>
        db.AloneAsync($"words:{actor.CouncilId}:{template.Key}", ct);

    public (Guid Id, HistoryNote Note) Add(
        MailTemplate template,
        TemplateVersion? before,
        Wording words,
        bool isDefault,
        string? why,
        Actor actor
    )
    {
        var version = new TemplateVersion
        {
            CouncilId = actor.CouncilId,
            Key = template.Key,
            Number = (before?.Number ?? 0) + 1,
            IsDefault = isDefault,
            Subject = words.Subject,
            Body = words.Body,
            Text = words.Text,
            AddedAt = clock.Now,
            AddedBy = actor.Name,
            Why = string.IsNullOrWhiteSpace(why) ? null : Words.Tidy(why, true),
        };
        db.Add(version);
        return (
            version.Id,
            new HistoryNote(
                "council.message-words",
                isDefault
                    ? $"{What(template)} “{template.Name}”: back to Foster’s own words (version {version.Number})"
                    : $"{What(template)} “{template.Name}”: new words (version {version.Number})"
            )
            {
                Reason = version.Why,
            }
        );
    }

    private static string What(MailTemplate template) =>
        template is LetterTemplate ? "Letter" : "Message";

    public static IEnumerable<Refusal> AgainstWhy(string? why)
    {
        if (why is { Length: > MaxWhy })
            yield return new("The reason must be 1,000 characters or fewer", null, "why");
        if (why is not null && !Words.IsStorable(Words.Tidy(why, true), true))
            yield return new(
                "The reason includes a character that cannot be stored. Delete it and type it again",
                null,
                "why"
            );
    }
}
