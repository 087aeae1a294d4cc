namespace Foster.Web.Foundation.Journeys;

/// <summary>The cookie that ties a browser to its draft: until the browser is closed, for this site alone.</summary>
public static class JourneyCookie
{
    public static Guid? Read(HttpContext context, string journey) =>
        Guid.TryParseExact(context.Request.Cookies[NameOf(context, journey)], "N", out var id)
            ? id
            : null;

    /// <summary>True when the browser brought a cookie of this journey, whatever became of the draft.</summary>
    public static bool IsThere(HttpContext context, string journey) =>
        context.Request.Cookies.ContainsKey(NameOf(context, journey));

    public static void Write(HttpContext context, string journey, Guid id) =>
        context.Response.Cookies.Append(NameOf(context, journey), id.ToString("N"), How(context));

    public static void Delete(HttpContext context, string journey) =>
        context.Response.Cookies.Delete(NameOf(context, journey), How(context));

    private static bool IsDevelopment(HttpContext context) =>
        context.RequestServices.GetRequiredService<IWebHostEnvironment>().IsDevelopment();

    private static string NameOf(HttpContext context, string journey) =>
        (IsDevelopment(context) ? "" : "__Host-") + "foster-" + journey;

    private static CookieOptions How(HttpContext context) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = !IsDevelopment(context) || context.Request.IsHttps,
            Path = "/",
            IsEssential = true,
        };
}
