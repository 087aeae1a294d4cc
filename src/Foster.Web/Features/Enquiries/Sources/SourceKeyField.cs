using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Enquiries.Sources;

/// <summary>The key of a campaign as the address of a journey brings it along; it is asked of nobody.</summary>
public sealed class SourceKeyField() : TextField(TrailCookie.Names[0])
{
    public static SourceKeyField Only { get; } = new() { Optional = true };

    public override Reading Parse(RawValues raw)
    {
        var key = raw[Name].Trim().ToLowerInvariant();
        return Campaign.IsKey(key) ? Reading.Of(key) : Reading.Nothing;
    }
}
