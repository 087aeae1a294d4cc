using Foster.TestKit;
using Microsoft.Playwright;

namespace Foster.Browser;

/// <summary>
/// Somebody at a browser of their own: own cookies, own window. Everything the browser complains about is kept.
/// </summary>
public sealed class Person
{
    /// <summary>How long a busy machine may take for a page, or for what a script does on it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

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
        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
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

    /// <summary>Presses a button that leads on.</summary>
    public Task PressAsync(string button) => LeadsOnAsync(Button(button));

    /// <summary>Presses a button that changes something on the page itself.</summary>
    public Task TouchAsync(string button) => Button(button).ClickAsync();

    /// <summary>Follows a link to another page.</summary>
    public Task FollowAsync(string link) => LeadsOnAsync(Link(link));

    public ILocator Link(string name) =>
        Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    /// <summary>
    /// Presses what leads to another page, and waits until all of that is there: a click alone is no answer yet, and what is
    /// read at once would be the page that is being left.
    /// </summary>
    public async Task LeadsOnAsync(ILocator pressed)
    {
        var answered = new TaskCompletionSource();
        void Note(object? sender, IFrame frame)
        {
            if (frame == Page.MainFrame)
                answered.TrySetResult();
        }
        Page.FrameNavigated += Note;
        try
        {
            await pressed.ClickAsync();
            await answered.Task.WaitAsync(Patience);
        }
        finally
        {
            Page.FrameNavigated -= Note;
        }
        await Page.WaitForLoadStateAsync(LoadState.Load);
    }

    private ILocator Button(string name) =>
        Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

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
