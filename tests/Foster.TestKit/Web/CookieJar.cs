using System.Net;
using Microsoft.Net.Http.Headers;

namespace Foster.TestKit;

/// <summary>
/// The cookies of one visitor to one host. As browsers do for localhost, it sends secure cookies without TLS.
/// </summary>
public sealed class CookieJar
{
    private readonly Dictionary<string, SetCookieHeaderValue> cookies = [];

    public IEnumerable<string> Names => cookies.Keys;

    public string? this[string name] =>
        cookies.TryGetValue(name, out var cookie) ? cookie.Value.ToString() : null;

    /// <summary>A cookie with all that was said about it, such as HttpOnly and SameSite.</summary>
    public SetCookieHeaderValue Find(string name) =>
        cookies.TryGetValue(name, out var cookie)
            ? cookie
            : throw new InvalidOperationException(
                $"No cookie {name}; there are: {string.Join(", ", Names)}."
            );

    /// <summary>As a thief or a closed window does: puts a cookie in, takes one out.</summary>
    public void Set(string name, string value) => cookies[name] = new(name, value) { Path = "/" };

    public void Remove(string name) => cookies.Remove(name);

    public void Clear() => cookies.Clear();

    public CookieJar Copy()
    {
        var copy = new CookieJar();
        foreach (var (name, cookie) in cookies)
        {
            copy.cookies[name] = cookie;
        }

        return copy;
    }

    internal void Read(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Set-Cookie", out var lines))
        {
            return;
        }

        foreach (var cookie in SetCookieHeaderValue.ParseList([.. lines]))
        {
            var gone = cookie.Expires?.Year < 2000 || cookie.MaxAge <= TimeSpan.Zero;
            if (gone)
            {
                cookies.Remove(cookie.Name.ToString());
            }
            else
            {
                cookies[cookie.Name.ToString()] = cookie;
            }
        }
    }

    internal void Write(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath;
        var sent = cookies.Values.Where(c =>
            path.StartsWith(c.Path.Value ?? "/", StringComparison.Ordinal)
        );
        var line = string.Join("; ", sent.Select(c => $"{c.Name}={c.Value}"));
        if (line.Length > 0)
        {
            request.Headers.Add("Cookie", line);
        }
    }
}
