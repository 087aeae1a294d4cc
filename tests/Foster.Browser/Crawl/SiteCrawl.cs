using System.Collections.Concurrent;
using System.Diagnostics;
using Foster.TestKit;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Foster.Browser;

/// <summary>
/// The whole site as everybody sees it, walked once and asked about by many tests: first without JavaScript along every
/// link, then, where there is something new to see, in Chromium, last every form sent empty.
/// </summary>
internal sealed class SiteCrawl(FosterHost host)
{
    private const int Workers = 2;
    private const int FormsOfEachRoute = 2;

    /// <summary>Addresses of a page that the first person of a kind opens: every link that is offered, within reason.</summary>
    private const int Instances = 200;

    /// <summary>The same for somebody who is to the site what another has been before.</summary>
    private const int Repeats = 3;

    private readonly Stopwatch time = Stopwatch.StartNew();

    public SiteMap Map { get; private set; } = null!;

    public List<Seen> Pages { get; } = [];

    /// <summary>Pages of the site that a link led somebody to.</summary>
    public HashSet<string> Linked { get; } = [];

    /// <summary>Pages that somebody saw, by a link or by an address made from the database.</summary>
    public HashSet<string> Visited { get; } = [];

    /// <summary>What is wrong with pages as they come.</summary>
    public ConcurrentBag<Finding> Answers { get; } = [];

    /// <summary>What Chromium shows to be wrong.</summary>
    public ConcurrentBag<Finding> Looks { get; } = [];

    /// <summary>What is wrong when forms are sent empty.</summary>
    public ConcurrentBag<Finding> Posts { get; } = [];

    public List<string> Log { get; } = [];

    /// <summary>Everybody's walk without JavaScript; then whatever no link leads to, by the address that is known for it.</summary>
    public async Task WalkAsync(bool oneOfEachKind = false)
    {
        Map = await SiteMap.ReadAsync(host);
        var people = await Wanderer.AllAsync(host, Map, oneOfEachKind);
        Note($"{people.Count} people are ready");
        var faults = new PageFaults(await NamesAsync());
        var kinds = new HashSet<string>();
        var walks = people
            .Select(who => new Walk(
                Map,
                who,
                kinds.Add(who.Like) && !oneOfEachKind ? Instances : Repeats
            ))
            .ToList();
        var visitor = walks[0];
        await visitor.RunAsync(_ => false);
        var everybody = visitor.Pages.Select(p => p.Address).ToHashSet();
        await Parallel.ForEachAsync(
            walks.Skip(1),
            new ParallelOptions { MaxDegreeOfParallelism = Workers },
            async (walk, _) => await walk.RunAsync(everybody.Contains)
        );
        Linked.UnionWith(walks.SelectMany(w => w.Routes));
        var signedIn = walks.First(w => w.Who.Kind == nameof(Role.TeamManager));
        foreach (var (pattern, address) in Unlinked.Pages)
        {
            var walk = pattern.StartsWith("/sign-in", StringComparison.Ordinal)
                ? visitor
                : signedIn;
            await walk.OpenAsync(address, Unlinked.Known, pattern);
        }

        Pages.AddRange(walks.SelectMany(w => w.Pages));
        Visited.UnionWith(walks.SelectMany(w => w.Routes));
        foreach (var fault in Pages.SelectMany(faults.Of).Concat(PageFaults.SameTitles(Pages)))
            Answers.Add(fault);
        Note($"{Pages.Count} pages of {Visited.Count} routes were read");
    }

    public async Task LookAsync()
    {
        var choice = new Choice();
        var chosen = Pages.Where(p => p.IsPage && p.Route is not null && choice.IsNew(p)).ToList();

        var forms = new ConcurrentDictionary<string, bool>();
        var queue = new ConcurrentQueue<IGrouping<Wanderer, Seen>>(
            chosen.GroupBy(s => s.Who).OrderByDescending(g => g.Count())
        );
        await Task.WhenAll(
            Enumerable
                .Range(0, Workers)
                .Select(async _ =>
                {
                    while (queue.TryDequeue(out var work))
                        await LookAsAsync(work.Key, [.. work], forms);
                })
        );
        Note(
            $"{chosen.Count} pages were looked at in Chromium, {forms.Count} of them with errors as well"
        );
    }

    public async Task PostAsync()
    {
        var asking =
            from seen in Pages
            from form in EmptyPost.Asking(seen.Page).Select((f, at) => (Element: f, At: at))
            // What may be sent empty acts, and then other pages are no longer what they were.
            orderby EmptyPost.MustAnswer(form.Element) descending
            group (seen, form.Element) by (seen.Route, form.At) into same
            from one in same.Take(FormsOfEachRoute)
            select one;
        var sent = asking.ToList();
        foreach (var (seen, form) in sent)
        foreach (var fault in await EmptyPost.SendAsync(seen, form))
            Posts.Add(new(fault, $"{seen}"));
        Note($"{sent.Count} forms were sent empty");
    }

    private async Task LookAsAsync(
        Wanderer who,
        List<Seen> pages,
        ConcurrentDictionary<string, bool> forms
    )
    {
        var person = await Person.ArriveAsync(host.Address, true, Looker.Wide);
        try
        {
            await person.TakeAsync(who.Visitor);
            var looker = new Looker(person.Page);
            foreach (var seen in pages)
            {
                await person.OpenAsync(seen.Address);
                var name = $"{seen.Route}-{who.Kind}";
                Report(seen, await looker.LookAsync(name));
                if (
                    EmptyPost.Asking(seen.Page).Any(EmptyPost.MustAnswer)
                    && forms.TryAdd(seen.Route!.Pattern, true)
                )
                    Report(seen, await looker.SendEmptyAsync(name));
                // A link that ended says so by its status, and Chromium repeats it.
                var own = $"status of {(int)seen.Page.Status}";
                Report(
                    seen,
                    person.TakeComplaints().Where(c => !c.Contains(own, StringComparison.Ordinal))
                );
            }
        }
        finally
        {
            await person.Context.CloseAsync();
        }
    }

    private void Report(Seen seen, IEnumerable<string> found)
    {
        foreach (var what in found)
            Looks.Add(new(what, $"{seen}"));
    }

    /// <summary>Names of people that no window's title may say.</summary>
    private Task<HashSet<string>> NamesAsync() =>
        host.InScopeAsync(async services =>
        {
            var people = await services
                .GetRequiredService<FosterDb>()
                .Set<Web.Features.Cases.Person>()
                .IgnoreQueryFilters()
                .Select(p => new { p.GivenName, p.FamilyName })
                .ToListAsync();
            return people.SelectMany(p => new[] { p.GivenName, p.FamilyName }).ToHashSet();
        });

    /// <summary>Leaves the figures beside the results of the tests.</summary>
    public Task WriteLogAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, ".test-results"));
        return File.WriteAllLinesAsync(Path.Combine(folder.FullName, "crawl.txt"), Log);
    }

    private void Note(string what)
    {
        lock (Log)
            Log.Add($"{time.Elapsed.TotalSeconds, 6:0.0} s  {what}");
    }
}
