using Foster.TestKit;
using Microsoft.Playwright;

namespace Foster.Browser;

/// <summary>
/// Somebody at a browser of their own: own cookies, own window. Everything the browser complains about is kept.
/// </summary>
public sealed class Person
{
    private readonly List<string> complaints = [];
    private readonly IBrowserContext context;

    private Person(IBrowserContext context, bool hasJavaScript, string home)
    {
        this.context = context;
        HasJavaScript = hasJavaScript;
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                Complain($"console {message.Type}: {message.Text} ({message.Location})");
            }
        };
        context.WebError += (_, error) => Complain($"script error: {error.Error}");
        context.Request += (_, request) =>
        {
            if (
                request.Url.StartsWith("http", StringComparison.Ordinal)
                && !request.Url.StartsWith(home, StringComparison.Ordinal)
            )
            {
                Complain($"asks somebody else: {request.Url}");
            }
        };
        context.RequestFailed += (_, request) =>
        {
            // Leaving a page cuts off what it was still loading; that is no fault.
            if (request.Failure != "net::ERR_ABORTED")
            {
                Complain($"{request.Failure}: {request.Url}");
            }
        };
        context.Response += (_, response) =>
        {
            if (response.Status >= 400 && response.Request.ResourceType != "document")
            {
                Complain($"{response.Status}: {response.Url}");
            }
        };
    }

    public bool HasJavaScript { get; }

    public IBrowserContext Context => context;

    public IPage Page { get; private set; } = null!;

    /// <summary>What the browser's console said against the pages, Content-Security-Policy included.</summary>
    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (complaints)
            {
                return [.. complaints];
            }
        }
    }

    /// <summary>What has been said against the pages since this was asked last.</summary>
    internal IReadOnlyList<string> TakeComplaints()
    {
        lock (complaints)
        {
            List<string> taken = [.. complaints];
            complaints.Clear();
            return taken;
        }
    }

    /// <summary>Goes on where somebody without JavaScript stopped, with their cookies.</summary>
    internal Task TakeAsync(HtmlVisitor visitor) =>
        context.AddCookiesAsync(
            visitor.Cookies.Names.Select(name => new Cookie
            {
                Name = name,
                Value = visitor.Cookies[name]!,
                Url = visitor.Address.ToString(),
            })
        );

    internal static async Task<Person> ArriveAsync(Uri address, bool javaScript, int width)
    {
        var browser = await Chromium.BrowserAsync();
        var context = await browser.NewContextAsync(
            new()
            {
                BaseURL = address.ToString(),
                Locale = "en-GB",
                TimezoneId = "Europe/London",
                JavaScriptEnabled = javaScript,
                ViewportSize = new() { Width = width, Height = 800 },
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        context.SetDefaultTimeout(45_000);
        var person = new Person(context, javaScript, address.ToString());
        person.Page = await context.NewPageAsync();
        return person;
    }

    /// <summary>Opens an address and waits until everything of it is there.</summary>
    public async Task<IResponse> OpenAsync(string path) =>
        await Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load })
        ?? throw new InvalidOperationException($"{path} gave no answer.");

    /// <summary>Signs in by the one press of the demonstration.</summary>
    public async Task SignInAsync(string name)
    {
        await OpenAsync("/sign-in");
        var token = await Page.Locator("input[name=__RequestVerificationToken]")
            .First.GetAttributeAsync("value");
        var form = context.APIRequest.CreateFormData();
        form.Set("name", name);
        form.Set("__RequestVerificationToken", token!);
        var answer = await context.APIRequest.PostAsync("/demo", new() { Form = form });
        if (!answer.Ok)
        {
            throw new InvalidOperationException($"{name} was not let in: {answer.Status}.");
        }

        await OpenAsync(new Uri(answer.Url).PathAndQuery);
    }

    /// <summary>Signs in on the sign-in page with a password; where a second factor is asked for, its page comes next.</summary>
    public async Task SignInAsync(string name, string password)
    {
        await OpenAsync("/sign-in");
        await FillAsync("Sign-in name or email address", name);
        await FillAsync("Password", password);
        await PressAsync("Sign in");
        await Page.WaitForURLAsync(url => !url.EndsWith("/sign-in", StringComparison.Ordinal));
    }

    public Task PressAsync(string button) =>
        Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public Task FollowAsync(string link) =>
        Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();

    public Task FillAsync(string label, string value) =>
        Page.GetByLabel(label, new() { Exact = true }).FillAsync(value);

    public Task ChooseAsync(string group, string answer) =>
        Page.GetByRole(AriaRole.Group, new() { Name = group, Exact = true })
            .GetByLabel(answer, new() { Exact = true })
            .CheckAsync();

    private void Complain(string what)
    {
        lock (complaints)
        {
            complaints.Add(what);
        }
    }
}
