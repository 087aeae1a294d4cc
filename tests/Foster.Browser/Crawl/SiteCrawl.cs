using System.Collections.Concurrent;
using System.Diagnostics;
using Foster.TestKit;
using Foster.Web.Features.Cases;
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

    /// <summary>Addresses of a page that each person opens: the states of a case differ, and so do its pages.</summary>
    private const int Instances = 5;

    /// <summary>The same for somebody who is to the site what another has been before.</summary>
    private const int Repeats = 2;

    private readonly ConcurrentQueue<Finding> findings = [];
    private readonly Stopwatch time = Stopwatch.StartNew();
    private IReadOnlyList<Wanderer> wanderers = [];

    public SiteMap Map { get; private set; } = null!;

    public List<Seen> Pages { get; } = [];

    /// <summary>Pages of the site that a link led somebody to.</summary>
    public HashSet<string> Linked { get; } = [];

    /// <summary>Pages that somebody saw, by a link or by an address made from the database.</summary>
    public HashSet<string> Visited { get; } = [];

    public IReadOnlyList<Finding> Findings => [.. findings.Distinct()];

    public List<string> Log { get; } = [];

    public async Task WalkAsync()
    {
        Map = await SiteMap.ReadAsync(host);
        wanderers = await Wanderer.AllAsync(host, Map);
        Note($"{wanderers.Count} people ready");
        var faults = new PageFaults(await NamesAsync());
        var kinds = new HashSet<string>();
        var everybody = new HashSet<string>();
        foreach (var who in wanderers)
        {
            var walk = new Walk(Map, who, kinds.Add(who.Like) ? Instances : Repeats);
            await walk.RunAsync(a => who.Kind != "visitor" && everybody.Contains(a));
            if (who.Kind == "visitor")
                everybody.UnionWith(walk.Pages.Select(p => p.Address));
            Linked.UnionWith(walk.Routes);
            Pages.AddRange(walk.Pages);
            Note($"{who.Name} ({who.Kind}) saw {walk.Pages.Count} pages");
        }

        Visited.UnionWith(Linked);
        foreach (var seen in Pages)
            foreach (var fault in faults.Of(seen))
                findings.Enqueue(fault);
    }

    public async Task LookAsync()
    {
        var choice = new Choice();
        var chosen = Pages.Where(p => p.Route is not null && choice.IsNew(p)).ToList();
        Note($"{chosen.Count} of {Pages.Count} pages go to Chromium");
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
        Note("looked at");
    }

    public async Task PostAsync()
    {
        var posts = new Dictionary<string, int>();
        var sent = 0;
        // What may be sent empty acts, and then other pages are no longer what they were.
        foreach (var may in new[] { false, true })
        foreach (var seen in Pages)
        {
            foreach (var form in EmptyPost.Asking(seen.Page))
            {
                if (EmptyPost.MustAnswer(form) == may)
                    continue;
                var route = $"{seen.Route} {form.Id} {form.GetAttribute("action")}";
                if (posts.GetValueOrDefault(route) >= FormsOfEachRoute)
                    continue;
                posts[route] = posts.GetValueOrDefault(route) + 1;
                sent++;
                foreach (var fault in await EmptyPost.SendAsync(seen, form))
                    findings.Enqueue(new(fault, $"{seen}"));
            }
        }

        Note($"{sent} forms sent empty");
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
                await looker.WidenAsync();
                await person.OpenAsync(seen.Address);
                Report(seen, await looker.LookAsync());
                if (
                    EmptyPost.Asking(seen.Page).Any(EmptyPost.MustAnswer)
                    && forms.TryAdd(seen.Route!.Pattern, true)
                )
                    Report(seen, await looker.SendEmptyAsync());
                Report(seen, person.TakeComplaints());
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
            findings.Enqueue(new(what, $"{seen}"));
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

    private void Note(string what) => Log.Add($"{time.Elapsed.TotalSeconds,6:0.0} s  {what}");
}
