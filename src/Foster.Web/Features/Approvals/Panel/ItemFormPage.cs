using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Approvals.Panel;

/// <summary>A page on which something is done with one item: it shows the item, says what stands in the way, and sends.</summary>
[Records(AccessKind.Confidential)]
public abstract class ItemFormPage(ItemPageReads items) : FormPage
{
    public ItemPage Shown { get; private set; } = null!;

    /// <summary>What has to happen before this can be done; the form is shown when it is empty.</summary>
    public IReadOnlyList<Refusal> Blocked { get; private set; } = [];

    public string Back => $"/panel/items/{Shown.Item.Id}";

    public async Task<IActionResult> OnGetAsync(Guid itemId, CancellationToken ct)
    {
        if (!await LoadAsync(itemId, ct))
            return NotFound();
        if (Blocked.Count == 0)
            Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid itemId, CancellationToken ct) =>
        await LoadAsync(itemId, ct) ? await SendAsync(ActAsync, ct) : NotFound();

    /// <summary>Does the act and says where to go next.</summary>
    protected abstract Task<Result<Sent>> ActAsync(CancellationToken ct);

    /// <summary>Puts in what is known, for a page that is opened.</summary>
    protected virtual void Fill() { }

    /// <summary>Loads what the form needs beside the item.</summary>
    protected virtual Task PrepareAsync(CancellationToken ct) => Task.CompletedTask;

    protected virtual IReadOnlyList<Refusal> Against() => [];

    /// <summary>What the item's own table says of an act.</summary>
    protected IReadOnlyList<Refusal> Against(PanelItemVerb verb) =>
        PanelItemMachine.Table.Against(Shown.Item.State, verb, Actor.Role);

    protected static Result<Sent> Done(Result result, string path, string text) =>
        result.Ok ? new Sent(path, text) : Result<Sent>.Refused(result.Refusals);

    private async Task<bool> LoadAsync(Guid itemId, CancellationToken ct)
    {
        if (await items.FindAsync(itemId, Actor, ct) is not { } shown)
            return false;
        Shown = shown;
        await PrepareAsync(ct);
        Blocked = Against();
        return true;
    }
}
