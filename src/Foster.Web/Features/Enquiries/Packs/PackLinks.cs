namespace Foster.Web.Features.Enquiries.Packs;

/// <summary>The addresses of information packs.</summary>
public static class PackLinks
{
    /// <summary>For everybody: the pack that is sent now.</summary>
    public const string Public = "/information-pack";

    /// <summary>What everybody with a pack is invited to (R-ENQ-04).</summary>
    public const string Events = "/events";

    public const string Admin = "/admin/packs";

    public static string Of(Guid packId) => $"{Public}/{packId}";

    public static string One(Guid packId) => $"{Admin}/{packId}";
}
