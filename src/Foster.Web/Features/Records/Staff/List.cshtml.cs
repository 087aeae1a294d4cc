using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Records.Staff;

/// <summary>Which records the list shows.</summary>
public enum RecordsFilter
{
    Due,
    Held,
    Done,
}

/// <summary>What is due, on hold or done, for the records officer.</summary>
public sealed class ListModel(RecordsReads records, ActorSource actors, LondonClock clock)
    : PageModel,
        IHasForm
{
    private static readonly ChoiceField<RecordsFilter> Show = new(
        "show",
        new Option<RecordsFilter>(RecordsFilter.Due, "Due to be erased"),
        new Option<RecordsFilter>(RecordsFilter.Held, "On hold"),
        new Option<RecordsFilter>(RecordsFilter.Done, "Erased")
    )
    {
        Label = "Show",
        Optional = true,
        AsSelect = true,
    };

    public Form Form { get; } = new(Show) { Narrows = true };
    public ListPage<RetentionLine>? Found { get; private set; }
    public ListPage<HoldLine>? Held { get; private set; }
    public int Hidden { get; private set; }
    public bool FurtherOn { get; private set; }
    public DateOnly Today => clock.Today;
    public RecordsFilter Shown => Form.Get(Show) ?? RecordsFilter.Due;
    public string? Next => Held is not null ? Held.Next : Found?.Next;

    public string Caption =>
        Shown == RecordsFilter.Done
            ? "Erased records, newest first"
            : "Records whose time is over, the longest over first";

    public async Task<IActionResult> OnGetAsync(string? after, CancellationToken ct)
    {
        if (!actors.Required.Has(Capability.RecordsOfficer))
            return NotFound();
        var asked = Request.Query[Show.Name].FirstOrDefault();
        Form.Answers.Set(
            Show.Name,
            string.IsNullOrEmpty(asked) ? nameof(RecordsFilter.Due) : asked
        );
        Form.Check(clock.Today);
        FurtherOn = after is { Length: > 0 };
        if (Shown == RecordsFilter.Held)
            Held = await records.HeldAsync(after, ct);
        else if (Shown == RecordsFilter.Done)
            Found = await records.ErasedAsync(after, ct);
        else
        {
            Found = await records.DueAsync(after, ct);
            Hidden = await records.HiddenAsync(ct);
        }
        return Page();
    }

    public string Address(string? after = null) =>
        CaseLinks.With(
            RecordsLinks.List,
            (Show.Name, Shown == RecordsFilter.Due ? null : Shown.ToString()),
            ("after", after)
        );
}
