using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Messages;

/// <summary>A version of a council's words.</summary>
public sealed record VersionLine(
    int Number,
    bool IsDefault,
    Wording Words,
    DateTime AddedAt,
    string AddedBy,
    string? Why
);

/// <summary>A kind of message, and the newest version of the council's words; null where there was never one.</summary>
public sealed record TemplateLine(MailTemplate Template, VersionLine? Newest)
{
    /// <summary>The council's own version that is in use; null where Foster's words are.</summary>
    public VersionLine? Own => Newest is { IsDefault: false } own ? own : null;

    public Wording Words => Own?.Words ?? Template.Words;

    public bool IsLetter => Template is LetterTemplate;

    /// <summary>A newer program can fill these words no more, so Foster's stand in.</summary>
    public bool IsBroken =>
        Own is { } own && WordingCheck.AgainstPlaces(Template, own.Words).Count > 0;
}

/// <summary>The words of messages in a council.</summary>
public sealed class TemplateReads(FosterDb db)
{
    public const int PageSize = 10;

    /// <summary>All kinds of messages by name.</summary>
    public async Task<IReadOnlyList<TemplateLine>> AllAsync(Actor actor, CancellationToken ct)
    {
        var versions = Of(actor);
        var newest = await Lines(
                versions.Where(v =>
                    v.Number == versions.Where(o => o.Key == v.Key).Max(o => o.Number)
                )
            )
            .ToDictionaryAsync(v => v.Key, v => v.Line, ct);
        return
        [
            .. MailTemplates.All.Select(t => new TemplateLine(t, newest.GetValueOrDefault(t.Key))),
        ];
    }

    /// <summary>Null for a kind whose words are fixed, or that there is not.</summary>
    public async Task<TemplateLine?> OneAsync(string key, Actor actor, CancellationToken ct)
    {
        if (WordsAct.Find(key) is not { } template)
            return null;
        var newest = await Lines(
                Of(actor).Where(v => v.Key == key).OrderByDescending(v => v.Number).Take(1)
            )
            .SingleOrDefaultAsync(ct);
        return new TemplateLine(template, newest?.Line);
    }

    /// <summary>Versions, newest first, below a number.</summary>
    public async Task<(IReadOnlyList<VersionLine> Versions, int? Next)> EarlierAsync(
        string key,
        int below,
        Actor actor,
        CancellationToken ct
    )
    {
        var rows = await Lines(
                Of(actor)
                    .Where(v => v.Key == key && v.Number < below)
                    .OrderByDescending(v => v.Number)
                    .Take(PageSize + 1)
            )
            .Select(v => v.Line)
            .ToListAsync(ct);
        return ([.. rows.Take(PageSize)], rows.Count > PageSize ? rows[PageSize - 1].Number : null);
    }

    private IQueryable<TemplateVersion> Of(Actor actor) =>
        db.Set<TemplateVersion>().AsNoTracking().Where(v => v.CouncilId == actor.CouncilId);

    private static IQueryable<Keyed> Lines(IQueryable<TemplateVersion> versions) =>
        versions.Select(v => new Keyed(
            v.Key,
            new VersionLine(
                v.Number,
                v.IsDefault,
                new Wording(v.Subject, v.Body, v.Text),
                v.AddedAt,
                v.AddedBy,
                v.Why
            )
        ));

    private sealed record Keyed(string Key, VersionLine Line);
}
