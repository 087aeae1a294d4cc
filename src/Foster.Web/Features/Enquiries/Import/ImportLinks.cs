namespace Foster.Web.Features.Enquiries.Import;

/// <summary>The addresses of the import.</summary>
public static class ImportLinks
{
    public const string Home = "/staff/enquiries/import";

    public static string Import(Guid importId) => $"{Home}/{importId}";

    public static string Columns(Guid importId) => $"{Import(importId)}/columns";

    public static string Rows(Guid importId) => $"{Import(importId)}/rows";

    public static string Remove(Guid importId) => $"{Import(importId)}/remove";

    public static string GivenBack(Guid importId) => $"{Import(importId)}/given-back";
}
