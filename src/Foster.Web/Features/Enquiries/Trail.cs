using Foster.Web.Features.Enquiries.Sources;

namespace Foster.Web.Features.Enquiries;

/// <summary>For features whose pages people reach before they enquire: by which link they came, and the touch that it is (M-HUB-09).</summary>
public sealed class Trail(TrailCookie cookie, SourceBook sources)
{
    /// <summary>What they let us remember, or the key in the address of this page; null without either.</summary>
    public CameBy? Of(HttpContext context) => cookie.Read(context) ?? cookie.Here(context);

    /// <summary>The first touch by a link that is known; null without one.</summary>
    public Task<SourceTouch?> FirstAsync(CameBy? came, CancellationToken ct) =>
        sources.FirstAsync(came, ct);
}
