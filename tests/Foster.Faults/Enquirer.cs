using Foster.TestKit;

namespace Foster.Faults;

/// <summary>
/// Somebody who walks the whole enquiry by its pages and, when the site does not answer, presses the button again, for
/// half a minute at most.
/// </summary>
internal sealed class Enquirer(Uri site, string name, bool everyRequestAnew = false)
{
    private const int MostPages = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly PlausibleAnswers answers = new(yes: false, name);

    /// <summary>What a page said that no page may say, when there was such a page.</summary>
    public string? Leak { get; private set; }

    /// <summary>Pages that answered with an error for people.</summary>
    public int Refused { get; private set; }

    /// <summary>Walks to the end.</summary>
    /// <returns>The reference on the confirmation page.</returns>
    public async Task<string> WalkAsync()
    {
        using var visitor = Visitor();
        var page = await ToLastPageAsync(visitor);
        return await SendAsync(page);
    }

    public HtmlVisitor Visitor()
    {
        var visitor = new HtmlVisitor(site);
        if (everyRequestAnew)
            visitor.Headers["Connection"] = "close";
        return visitor;
    }

    /// <summary>Up to the page whose button sends it all.</summary>
    public async Task<HtmlPage> ToLastPageAsync(HtmlVisitor visitor)
    {
        var page = await PatientAsync(() => visitor.GetAsync("/enquire"));
        var first = page.Find("main a.govuk-button--start").GetAttribute("href")!;
        page = await PatientAsync(() => visitor.GetAsync(first));
        for (var pages = 0; pages < MostPages; pages++)
        {
            if (page.Address.AbsolutePath == "/enquire/check")
                return page;
            var at = page;
            page = await PatientAsync(() => answers.AnswerAsync(at));
        }

        throw new InvalidOperationException($"The journey does not end. {page}");
    }

    /// <summary>Presses the last button until the site confirms.</summary>
    public async Task<string> SendAsync(HtmlPage last) =>
        Reference(await PatientAsync(() => answers.OnceAsync(last)));

    /// <summary>Presses the last button once.</summary>
    /// <returns>The reference; null where the site says that it could not take it.</returns>
    public async Task<string?> SendOnceAsync(HtmlPage last)
    {
        var page = await answers.OnceAsync(last);
        Look(page);
        return (int)page.Status >= 500 ? null : Reference(page);
    }

    private static string Reference(HtmlPage page) =>
        page.Has(".govuk-panel--confirmation strong")
            ? page.Find(".govuk-panel--confirmation strong").TextContent.Trim()
            : throw new InvalidOperationException($"No confirmation. {page}");

    private async Task<HtmlPage> PatientAsync(Func<Task<HtmlPage>> step)
    {
        var until = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (true)
        {
            try
            {
                var page = await step();
                Look(page);
                if ((int)page.Status < 500 || Environment.TickCount64 > until)
                    return page;
            }
            catch (Exception e)
                when (e is HttpRequestException or IOException or TaskCanceledException
                    && Environment.TickCount64 < until
                )
            {
                // The site is away; a person waits and presses again.
            }

            await Task.Delay(Pause);
        }
    }

    private void Look(HtmlPage page)
    {
        if ((int)page.Status < 500)
            return;
        Refused++;
        Leak ??= Inside.In(page);
    }
}
