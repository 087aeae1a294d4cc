using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Link;

/// <summary>A page of a referee, by the link that was sent to them.</summary>
public abstract class ReferencePage(ReferenceLinkReads links) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    /// <summary>Null where there was never such a link.</summary>
    public ReferenceLink? Link { get; private set; }

    public string Here => "/reference/" + Token;

    /// <summary>The holder of the link.</summary>
    protected Foundation.Actors.Actor Holder => Link!.Actor;

    /// <summary>False where it cannot be answered by this link (any more).</summary>
    protected async Task<bool> AdmitAsync(CancellationToken ct)
    {
        Link = await links.FindAsync(Token, ct);
        return Link is { IsOpen: true };
    }

    /// <summary>Where it is said why the link cannot be used, and how to get a new one; nothing of a link that never was.</summary>
    protected IActionResult Over() => Link is null ? NotFound() : LocalRedirect(Here);
}
