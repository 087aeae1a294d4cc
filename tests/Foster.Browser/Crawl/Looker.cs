using System.Text.Json;
using Deque.AxeCore.Commons;
using Foster.TestKit;
using Microsoft.Playwright;

namespace Foster.Browser;

/// <summary>
/// Looks at a page in Chromium once and from all sides: axe, both widths, the keyboard, weight. One load serves all of
/// it, because loading is what costs time.
/// </summary>
internal sealed class Looker(IPage page)
{
    public const int Wide = 1280;

    /// <summary>The width at which a page must still fit: 1280 pixels at 400 %.</summary>
    public const int Narrow = 320;

    /// <summary>Where keys are pressed without waiting for each. Whoever closes it takes the window's focus away.</summary>
    private ICDPSession? keys;

    private const int HeaviestPage = 300 * 1024;

    private static readonly string Eyes = File.ReadAllText(
        Path.Combine(Repository.Root, "tests", "Foster.Browser", "Crawl", "look.js")
    );

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private const string RunAxe = """
        async () => {
          const result = await axe.run(document, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
            resultTypes: ['violations'],
            iframes: false,
          });
          return result.violations.map(v => `axe ${v.id} (${v.help}) at ` +
            v.nodes.slice(0, 3).map(n => `${n.target} ${n.html.slice(0, 160)}`).join('; '));
        }
        """;

    /// <summary>Where pictures of every page go, for people to look at; nowhere unless it is said.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable(
        "FOSTER_PICTURES"
    );

    /// <summary>
    /// Everything about the page that has just been opened, at the width the window has and then at the other one. The
    /// next page begins where this one ends, so that a window is resized once for each page.
    /// </summary>
    public async Task<IReadOnlyList<string>> LookAsync(string name = "page")
    {
        var found = new List<string>();
        await PictureAsync(name);
        await page.EvaluateAsync(Eyes);
        found.AddRange(await AskAsync("fits"));
        if (await page.EvaluateAsync<int>("foster.weight()") is > HeaviestPage and var weight)
            found.Add($"weighs {weight / 1024} KB");
        await page.EvaluateAsync(Axe);
        found.AddRange(await page.EvaluateAsync<string[]>(RunAxe));
        found.AddRange(await TabAsync());
        await TurnAsync();
        await PictureAsync(name);
        found.AddRange(await AskAsync("fits"));
        return found;
    }

    /// <summary>The same without the keyboard, for a page in the middle of something, at both widths.</summary>
    public async Task<IReadOnlyList<string>> GlanceAsync(string name = "page")
    {
        await PictureAsync(name);
        await page.EvaluateAsync(Eyes);
        await page.EvaluateAsync(Axe);
        List<string> found =
        [
            .. await AskAsync("fits"),
            .. await page.EvaluateAsync<string[]>(RunAxe),
        ];
        await TurnAsync();
        await PictureAsync(name);
        found.AddRange(await AskAsync("fits"));
        await TurnAsync();
        return found;
    }

    /// <summary>The page that comes back when its form is sent empty, looked at as the window is.</summary>
    public async Task<IReadOnlyList<string>> SendEmptyAsync(string name = "page")
    {
        var loaded = new TaskCompletionSource();
        void Loaded(object? sender, IPage at) => loaded.TrySetResult();
        page.Load += Loaded;
        await page.EvaluateAsync("foster.sendEmpty()");
        await loaded.Task.WaitAsync(Person.Patience);
        page.Load -= Loaded;
        var found = new List<string>();
        await page.EvaluateAsync(Eyes);
        await PictureAsync(name + "-empty");
        found.AddRange(await AskAsync("erred"));
        found.AddRange(await AskAsync("fits"));
        await page.EvaluateAsync(Axe);
        found.AddRange(await page.EvaluateAsync<string[]>(RunAxe));
        return [.. found.Select(f => "sent empty: " + f)];
    }

    private async Task PictureAsync(string name)
    {
        if (Pictures is null)
            return;
        var safe = name.Replace('/', '_').Replace("{", "").Replace("}", "").Replace(":", "-");
        var file = $"{safe}-{page.ViewportSize!.Width}.png";
        await page.ScreenshotAsync(new() { FullPage = true, Path = Path.Combine(Pictures, file) });
    }

    private Task TurnAsync() =>
        page.ViewportSize!.Width == Wide
            ? page.SetViewportSizeAsync(Narrow, 640)
            : page.SetViewportSizeAsync(Wide, 800);

    /// <summary>Presses Tab once for each thing that it must reach, then uses the skip link.</summary>
    private async Task<IReadOnlyList<string>> TabAsync()
    {
        var stops = await page.EvaluateAsync<int>("foster.watch()");
        keys ??= await page.Context.NewCDPSessionAsync(page);
        await Task.WhenAll(Enumerable.Range(0, stops + 1).Select(_ => PressAsync("Tab", 9)));
        var found = await AskAsync("walked");
        if (await page.EvaluateAsync<bool>("foster.toSkip()"))
        {
            await PressAsync("Enter", 13, "\r");
            await PressAsync("Tab", 9);
            found = [.. found, .. await AskAsync("skipped")];
        }

        return found;
    }

    private Task<JsonElement?> PressAsync(string key, int code, string? text = null) =>
        keys!.SendAsync(
            "Input.dispatchKeyEvent",
            new Dictionary<string, object>
            {
                ["type"] = text is null ? "rawKeyDown" : "keyDown",
                ["key"] = key,
                ["code"] = key,
                ["windowsVirtualKeyCode"] = code,
                ["text"] = text ?? "",
            }
        );

    private Task<string[]> AskAsync(string what) =>
        page.EvaluateAsync<string[]>($"foster.{what}()");
}
