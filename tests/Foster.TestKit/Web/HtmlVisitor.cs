using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using Foster.Web.Features.Operate.Demo;

namespace Foster.TestKit;

/// <summary>
/// A person with a browser without JavaScript: keeps cookies, follows links and redirects, fills in what a form
/// shows and sends what it hides. What a person could not do, such as choosing an answer that is not offered, throws.
/// </summary>
public sealed class HtmlVisitor : IDisposable
{
    private const int MostRedirects = 10;

    private readonly HttpClient http;

    public HtmlVisitor(Uri address)
    {
        Address = address;
        http = new HttpClient(
            new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }
        )
        {
            // Longer than any page takes where many tests share two processors.
            Timeout = TimeSpan.FromMinutes(5),
        };
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-GB");
    }

    public Uri Address { get; }

    public CookieJar Cookies { get; } = new();

    /// <summary>Headers that go with every request from now on, such as X-Forwarded-For.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    /// <summary>Off, the page of a redirect is the redirect itself.</summary>
    public bool FollowsRedirects { get; set; } = true;

    /// <summary>Where the visitor is now.</summary>
    public HtmlPage? Page { get; private set; }

    public Task<HtmlPage> GetAsync(string address) => GetAsync(new Uri(Address, address));

    /// <summary>Opens an address, also one from a message, which begins with the site's public name.</summary>
    public Task<HtmlPage> GetAsync(Uri address) =>
        SendAsync(
            HttpMethod.Get,
            address.Host == FosterHost.PublicUrl.Host
                ? new Uri(Address, address.PathAndQuery)
                : address,
            null
        );

    /// <summary>Signs in by the one press of the demonstration, with everything shown that a role may have to show.</summary>
    public async Task<HtmlPage> SignInAsync(string name)
    {
        var token = (await GetAsync("/sign-in"))
            .Find("main form:not([hidden]) input[name=__RequestVerificationToken]")
            .GetAttribute("value")!;
        var page = await PostAsync("/demo", ("name", name), ("__RequestVerificationToken", token));
        return page.Address.AbsolutePath == "/demo" && page.Way.Count == 0 && FollowsRedirects
            ? throw new InvalidOperationException($"{name} was not let in. {page}")
            : page;
    }

    /// <summary>Signs in on the sign-in page with a password; where a second factor is asked for, its page comes next.</summary>
    public async Task<HtmlPage> SignInAsync(string name, string password)
    {
        var page = await GetAsync("/sign-in");
        page = await page.Form()
            .Fill("Sign-in name or email address", name)
            .Fill("Password", password)
            .SubmitAsync("Sign in");
        return page.Address.AbsolutePath == "/sign-in"
            ? throw new InvalidOperationException($"{name} was not let in. {page}")
            : page;
    }

    /// <summary>Sends something that no form offers, as an attacker or a broken client does.</summary>
    public Task<HtmlPage> PostAsync(string address, HttpContent? content = null) =>
        SendAsync(HttpMethod.Post, new Uri(Address, address), content);

    public Task<HtmlPage> PostAsync(string address, params (string Name, string Value)[] fields) =>
        PostAsync(
            address,
            new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)))
        );

    public async Task<HtmlPage> SendAsync(HttpMethod method, Uri address, HttpContent? content)
    {
        var way = new List<Uri>();
        while (true)
        {
            var request = new HttpRequestMessage(method, address) { Content = content };
            Cookies.Write(request);
            foreach (var (name, value) in Headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            if (Page is not null)
            {
                request.Headers.Referrer = Page.Address;
            }

            using var response = await http.SendAsync(request);
            Cookies.Read(response);
            if (!FollowsRedirects || Target(response, address) is not { } next)
            {
                return Page = await ReadAsync(response, address, way);
            }

            way.Add(next);
            if (way.Count > MostRedirects)
            {
                throw new InvalidOperationException(
                    $"Sent round in circles: {string.Join(" → ", way.Select(w => w.PathAndQuery))}"
                );
            }

            if (next.Host != Address.Host)
            {
                throw new InvalidOperationException($"Sent away from the site, to {next}.");
            }

            var again =
                response.StatusCode
                is HttpStatusCode.TemporaryRedirect
                    or HttpStatusCode.PermanentRedirect;
            (method, content) = again ? (method, content) : (HttpMethod.Get, null);
            address = next;
        }
    }

    public void Dispose() => http.Dispose();

    private static Uri? Target(HttpResponseMessage response, Uri from) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308
        && response.Headers.Location is { } location
            ? new Uri(from, location)
            : null;

    private async Task<HtmlPage> ReadAsync(
        HttpResponseMessage response,
        Uri address,
        IReadOnlyList<Uri> way
    )
    {
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var isHtml = response.Content.Headers.ContentType?.MediaType == "text/html";
        var document = await new HtmlParser().ParseDocumentAsync(
            isHtml ? Encoding.UTF8.GetString(bytes) : ""
        );
        var headers = response
            .Headers.Concat(response.Content.Headers)
            .ToDictionary(
                h => h.Key,
                h => string.Join(", ", h.Value),
                StringComparer.OrdinalIgnoreCase
            );
        return new HtmlPage(this, document, bytes)
        {
            Address = address,
            Status = response.StatusCode,
            Headers = headers,
            Way = way,
        };
    }
}
