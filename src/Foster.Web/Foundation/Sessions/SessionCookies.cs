namespace Foster.Web.Foundation.Sessions;

/// <summary>The cookies of signing in.</summary>
public enum SessionCookie
{
    /// <summary>The key of a session.</summary>
    Session,

    /// <summary>The key of being on the way in: the password was right and the second factor is still to come.</summary>
    Passage,

    /// <summary>The key by which a device is known on which its owner has signed in before.</summary>
    Device,
}

/// <summary>Writes and reads them: for this host alone, out of reach of scripts, over TLS but for a developer's machine.</summary>
public sealed class SessionCookies(IHostEnvironment environment)
{
    public static readonly TimeSpan DeviceLife = TimeSpan.FromDays(180);

    public string Name(SessionCookie cookie) =>
        (environment.IsDevelopment() ? "" : "__Host-")
        + cookie switch
        {
            SessionCookie.Session => "foster",
            SessionCookie.Passage => "foster-passage",
            _ => "foster-device",
        };

    public string? Read(HttpContext context, SessionCookie cookie) =>
        context.Request.Cookies[Name(cookie)];

    public void Write(HttpContext context, SessionCookie cookie, string key) =>
        context.Response.Cookies.Append(Name(cookie), key, Manner(cookie));

    public void Remove(HttpContext context, SessionCookie cookie)
    {
        if (Read(context, cookie) is not null)
            context.Response.Cookies.Delete(Name(cookie), Manner(cookie));
    }

    private CookieOptions Manner(SessionCookie cookie) =>
        new()
        {
            HttpOnly = true,
            IsEssential = true,
            Path = "/",
            SameSite = SameSiteMode.Lax,
            Secure = !environment.IsDevelopment(),
            MaxAge = cookie is SessionCookie.Device ? DeviceLife : null,
        };
}
