using System.Runtime.CompilerServices;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Foster.TestKit;
using Microsoft.Playwright;
using Xunit;

namespace Foster.Browser;

/// <summary>
/// A test with real people at real browsers. Each person has a context of their own; all of them are shown the door
/// at the end, and a test that passed fails after all when a browser complained (see <see cref="Tolerates"/>).
/// </summary>
public abstract class BrowserTest(FosterHost host) : IAsyncLifetime
{
    /// <summary>The width at which a page must still fit: 1280 pixels at 400 %.</summary>
    private const int Narrow = 320;

    private static readonly string[] Standard =
    [
        "wcag2a",
        "wcag2aa",
        "wcag21a",
        "wcag21aa",
        "wcag22a",
        "wcag22aa",
        "best-practice",
    ];

    private readonly List<Person> people = [];

    protected FosterHost Host => host;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var person in people)
        {
            await person.Context.CloseAsync();
        }

        NoConsoleErrors();
    }

    /// <summary>A complaint that the test is about, such as that of a page that is not found.</summary>
    protected virtual bool Tolerates(string complaint) => false;

    /// <summary>Somebody new arrives at a browser.</summary>
    protected async Task<Person> PersonAsync(bool javaScript = true, int width = 1280)
    {
        var person = await Person.ArriveAsync(host.Address, javaScript, width);
        people.Add(person);
        return person;
    }

    /// <summary>No browser has had anything to complain about so far.</summary>
    protected void NoConsoleErrors()
    {
        List<string> complaints =
        [
            .. people.SelectMany(p => p.Complaints).Where(c => !Tolerates(c)),
        ];
        Assert.True(complaints.Count == 0, string.Join(Environment.NewLine, complaints));
    }

    /// <summary>No violation of WCAG 2.2 A and AA, nor of the good practice that axe knows.</summary>
    protected static async Task AxeClean(IPage page)
    {
        var found = await page.RunAxe(
            new AxeRunOptions
            {
                RunOnly = new() { Type = "tag", Values = [.. Standard] },
            }
        );
        var breaches = found.Violations.Select(v =>
            $"{page.Url}: {v.Id} ({v.Help}) at "
            + string.Join("; ", v.Nodes.Select(n => $"{n.Target} {n.Html}"))
        );
        Assert.True(found.Violations.Length == 0, string.Join(Environment.NewLine, breaches));
    }

    /// <summary>
    /// At 320 pixels nothing has to be scrolled sideways, but for tables and pictures inside a box that scrolls.
    /// </summary>
    protected static async Task FitsAt320(IPage page)
    {
        var before = page.ViewportSize;
        await page.SetViewportSizeAsync(Narrow, 640);
        var wide = await page.EvaluateAsync<string[]>(
            """
            () => {
              const limit = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= limit) return [];
              const scrolls = e => e && e !== document.body
                && (/auto|scroll|hidden/.test(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
              const found = [...document.body.querySelectorAll('*')]
                .filter(e => e.getBoundingClientRect().right > limit + 1 && !scrolls(e))
                .map(e => `${e.tagName.toLowerCase()}.${e.className} ends at ${Math.round(e.getBoundingClientRect().right)}`);
              return [`${location.pathname} is ${document.documentElement.scrollWidth} wide`, ...found.slice(0, 8)];
            }
            """
        );
        if (before is not null)
        {
            await page.SetViewportSizeAsync(before.Width, before.Height);
        }

        Assert.True(wide.Length == 0, string.Join(Environment.NewLine, wide));
    }

    /// <summary>A picture of the whole page under .test-results/pictures, for people to look at.</summary>
    protected static Task PictureAsync(
        IPage page,
        string name,
        [CallerMemberName] string test = ""
    ) =>
        page.ScreenshotAsync(
            new()
            {
                FullPage = true,
                Path = Path.Combine(
                    Repository.Root,
                    ".test-results",
                    "pictures",
                    $"{test}-{name}-{page.ViewportSize?.Width}.png"
                ),
            }
        );
}
