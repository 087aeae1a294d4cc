using System.Globalization;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Messages.Admin;

/// <summary>The words of one kind of message that are in use, who wrote them, and all versions.</summary>
public sealed class TemplateModel(TemplateReads templates, ActorSource actors) : PageModel
{
    public TemplateLine Line { get; private set; } = null!;
    public IReadOnlyList<VersionLine> Earlier { get; private set; } = [];
    public string? NextHref { get; private set; }
    public bool IsFirst { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key, string? after, CancellationToken ct)
    {
        if (await templates.OneAsync(key, actors.Required, ct) is not { } line)
            return NotFound();
        Line = line;
        IsFirst = !int.TryParse(after, CultureInfo.InvariantCulture, out var below);
        (Earlier, var next) = await templates.EarlierAsync(
            key,
            IsFirst ? int.MaxValue : below,
            actors.Required,
            ct
        );
        NextHref = next is { } number
            ? CaseLinks.With(
                MessageLinks.WordsOf(key),
                ("after", number.ToString(CultureInfo.InvariantCulture))
            )
            : null;
        return Page();
    }
}
