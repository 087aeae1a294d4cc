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

    /// <summary>Nothing that axe or a narrow window finds on the page as it is, in a browser that runs scripts: axe is one.</summary>
    protected static async Task LooksRightAsync(IPage page, string name = "page")
    {
        var found = await new Looker(page).GlanceAsync(name).WaitAsync(TimeSpan.FromMinutes(2));
        Assert.True(found.Count == 0, page.Url + ": " + string.Join(Environment.NewLine, found));
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
}
