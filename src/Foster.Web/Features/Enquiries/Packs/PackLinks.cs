namespace Foster.Web.Features.Enquiries.Packs;

/// <summary>The addresses of information packs.</summary>
public static class PackLinks
{
    /// <summary>For everybody: the pack that is sent now.</summary>
    public const string Public = "/information-pack";

    public const string Admin = "/admin/packs";

    public static string Of(Guid packId) => $"{Public}/{packId}";

    public static string One(Guid packId) => $"{Admin}/{packId}";
}
