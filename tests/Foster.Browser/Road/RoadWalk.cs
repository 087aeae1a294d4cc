using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Approvals;
using Foster.Web.Features.Assessment;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Browser;

/// <summary>
/// A household on the road from enquiry to approval, each act by the person whose it is, at a browser of their own.
/// The clock stands still but for the wait between papers and panel.
/// </summary>
public sealed class RoadWalk(FosterHost host, Func<Task<Person>> arrive)
{
    /// <summary>Shared by the couple, and by no other household of the run.</summary>
    public string Email { get; } = $"casey.{Guid.NewGuid():N}@example.org";
    public string PartnerName { get; } = $"alex.{Guid.NewGuid():N}";
    public const string Password = "a long enough way to sign in";
    private static readonly string[] Chapters =
    [
        "personality",
        "religion",
        "background",
        "work",
        "experience",
        "skills",
        "health",
        "household",
        "summary",
        "annex",
    ];

    /// <summary>Answers to lists of questions where the first one would not fit, or where nothing would follow.</summary>
    private static readonly (string, string)[] Plain =
    [
        ("now", "married"),
        ("since", "2012"),
        ("before", "no"),
        ("hours", "20"),
        ("bedrooms", "3"),
        ("spare", "1"),
        // One question of these stands as optional, which the walk would read of all of them.
        ("earlier-request-1-who", "Casey"),
        ("earlier-request-1-what", "adopt"),
        ("earlier-request-1-with", "Demo Council"),
        ("earlier-request-1-year", "2015"),
        ("earlier-request-1-outcome", "stopped"),
        ("animal-1-kind", "dog"),
        ("animal-1-breed", "Beagle"),
        ("animal-1-licence", "no"),
        ("animal-1-hurt", "no"),
        ("child-1-born", "2001-05-06"),
        ("offences", "no"),
        ("barred", "no"),
    ];

    private readonly Dictionary<string, Person> people = [];

    public Guid CaseId { get; private set; }

    public DateOnly Today => host.Clock.Today;

    public Person Casey => people["casey"];

    /// <summary>Whoever has this name, at their own browser; staff are signed in again when time has passed.</summary>
    public async Task<Person> AsAsync(string name)
    {
        if (!people.TryGetValue(name, out var person))
            people[name] = person = await arrive();
        if (name is "casey" or "alex")
            return person;
        await person.OpenAsync("/account");
        if (person.Page.Url.Contains("/sign-in", StringComparison.Ordinal))
            await person.SignInAsync(name + "@foster.example");
        return person;
    }

    public async Task StaffDoesAsync(string name, string path, params (string, string)[] given) =>
        await (await AsAsync(name)).DoAsync(
            path.Replace("{case}", CaseId.ToString()),
            Today,
            given
        );

    public Task<T> AskAsync<T>(Func<FosterDb, Task<T>> question) =>
        host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<FosterDb>();
            var council = await db.Set<Council>().SingleAsync(c => c.Code == "HAR");
            services.GetRequiredService<CouncilScope>().EnterCouncil(council.Id);
            return await question(db);
        });

    public Task<ApplicationState> StateAsync() =>
        AskAsync(db =>
            db.Set<Application>().Where(a => a.CaseId == CaseId).Select(a => a.State).SingleAsync()
        );

    /// <summary>The address in the newest message of this kind to somebody with this first name.</summary>
    public async Task<string> LinkAsync(string firstName, string path)
    {
        var mails = await host.Mail.WaitAsync(
            1,
            m =>
                m.IsFor(Email)
                && m.Text.Contains("Dear " + firstName, StringComparison.Ordinal)
                && m.Text.Contains(path, StringComparison.Ordinal)
        );
        return new Uri(host.Address, mails[^1].Link(path).ToString()).PathAndQuery;
    }

    /// <param name="fostersFor">The service for which they foster now; null for none.</param>
    /// <param name="knowsChild">They ask about a child whom they know; the case is then the linked one.</param>
    public async Task EnquireAsync(string? fostersFor = null, bool knowsChild = false)
    {
        var casey = people["casey"] = await arrive();
        await casey.OpenAsync("/enquire");
        await casey.LeadsOnAsync(casey.Page.Locator("main a.govuk-button, main form button").First);
        for (var page = 0; page < 30; page++)
        {
            await casey.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.Load);
            if (casey.Page.Url.EndsWith("/enquire/check", StringComparison.Ordinal))
                break;
            await casey.SendAsync(
                Today,
                ("given-name", "Casey"),
                ("family-name", "Demo-Walker"),
                ("date-of-birth", "1985-02-03"),
                ("email", Email),
                ("together", "partner"),
                ("partner-given-name", "Alex"),
                ("partner-family-name", "Demo-Walker"),
                ("partner-date-of-birth", "1984-02-29"),
                ("partner-email", Email),
                ("lines", "7 Example Row"),
                ("town", "Harbourside"),
                ("postcode", "CH41 0ZZ"),
                ("others", "no"),
                ("spare-rooms", "1"),
                ("knows-child", knowsChild ? "yes" : "no"),
                ("fosters-now", fostersFor is null ? "no" : "yes"),
                ("current-service", fostersFor ?? ""),
                ("children-placed", "yes"),
                ("connected", "no")
            );
        }
        await casey.SendAsync(Today);
        Assert.EndsWith("/enquire/sent", casey.Page.Url, StringComparison.Ordinal);
        CaseId = await AskAsync(db =>
            (
                from c in db.Set<Case>()
                join m in db.Set<Membership>() on c.HouseholdId equals m.HouseholdId
                join p in db.Set<Web.Features.Cases.Person>() on m.PersonId equals p.Id
                where p.FamilyName == "Demo-Walker" && m.Position == 1
                orderby c.Id descending
                select c.Id
            ).FirstAsync()
        );
    }

    public async Task InterestAsync()
    {
        await StaffDoesAsync("recruitment", "/staff/enquiries/{case}/contact", ("reached", "yes"));
        await StaffDoesAsync("recruitment", "/staff/enquiries/{case}/pack");
        var casey = people["casey"];
        await casey.OpenAsync(await LinkAsync("Casey", "/expression-of-interest/"));
        for (var page = 0; page < 25; page++)
        {
            if (await casey.Page.Locator("main form[method=post]").CountAsync() == 0)
            {
                var start = casey.Page.Locator("main a.govuk-button").First;
                if (await start.CountAsync() == 0)
                    break;
                await casey.LeadsOnAsync(start);
                continue;
            }
            await casey.SendAsync(Today, ("still", "yes"), ("connected", "no"), ("smokes", "no"));
            if (
                await AskAsync(db =>
                    db.Set<Web.Features.Enquiries.Enquiry>()
                        .AnyAsync(e => e.CaseId == CaseId && e.EoiOn != null)
                )
            )
                break;
        }
    }

    public async Task VisitAsync()
    {
        await StaffDoesAsync("manager", "/staff/enquiries/{case}/assessor");
        await StaffDoesAsync("assessor", "/staff/enquiries/{case}/visit");
        await StaffDoesAsync(
            "assessor",
            "/staff/enquiries/{case}/visit/record",
            ("both-seen", "yes")
        );
    }

    public async Task InviteAsync()
    {
        await StaffDoesAsync("manager", "/staff/enquiries/{case}/outcome", ("decision", "invite"));
        // The letter is read before it is issued.
        await people["manager"].SendAsync(Today);
    }

    public async Task AccountsAsync()
    {
        people["alex"] = await arrive();
        foreach (
            var (key, firstName, signInName) in new[]
            {
                ("casey", "Casey", Email),
                ("alex", "Alex", PartnerName),
            }
        )
            await people[key]
                .DoAsync(
                    await LinkAsync(firstName, "/invitation/"),
                    Today,
                    ("sign-in-name", signInName),
                    ("password", Password),
                    ("password-again", Password)
                );
    }

    public async Task ApplyAsync()
    {
        foreach (var key in new[] { "casey", "alex" })
        {
            var person = people[key];
            await person.DoAsync("/apply/you", Today, ("email", Email));
            var address = await AddressOfAsync(key == "casey" ? 1 : 2);
            await person.DoAsync(
                $"/apply/addresses/{address}",
                Today,
                ("from", "2010-01-01"),
                ("here", "yes")
            );
            await person.DoAsync("/apply/consents", Today, [.. await ConsentsAsync(person)]);
            await AnswerAsync(person, SectionOwner.EachApplicant);
        }
        await Casey.DoAsync("/apply/household", Today, ("more", "no"));
        await AnswerAsync(Casey, SectionOwner.Household);
        foreach (
            var (name, kind) in new[]
            {
                ("Rowan Demo-Friend", "Friend"),
                ("Jo Demo-Neighbour", "Friend"),
                ("Bo Demo-Sister", "Family"),
            }
        )
            await Casey.DoAsync(
                "/apply/referees/add",
                Today,
                ("name", name),
                ("kind", kind),
                ("years-known", "6"),
                ("email", $"{name[..name.IndexOf(' ')].ToLowerInvariant()}@example.org")
            );
        foreach (var key in new[] { "casey", "alex" })
            await people[key]
                .DoAsync(
                    "/apply/referees/others",
                    Today,
                    ("employer", "no"),
                    ("former-partner", "no")
                );
        foreach (var key in new[] { "casey", "alex" })
            await people[key].DoAsync("/apply/send", Today, ("connected", "no"));
    }

    public async Task Stage1Async()
    {
        foreach (
            var check in await AskAsync(db =>
                db.Set<Check>()
                    .Where(c => c.CaseId == CaseId && c.Kind != "CHK-13")
                    .Select(c => new { c.Id, c.Kind })
                    .ToListAsync()
            )
        )
        {
            await StaffDoesAsync(
                "assessor",
                $"/staff/assessments/{{case}}/checks/{check.Id}/request"
            );
            await StaffDoesAsync(
                "assessor",
                $"/staff/assessments/{{case}}/checks/{check.Id}/record",
                ("outcome", "Clear"),
                ("certificate", "001234567890"),
                ("barred", "no")
            );
        }
        foreach (
            var referee in await AskAsync(db =>
                db.Set<Referee>().Where(r => r.CaseId == CaseId).Select(r => r.Id).ToListAsync()
            )
        )
            await StaffDoesAsync(
                "assessor",
                $"/staff/assessments/{{case}}/referees/{referee}",
                ("whole", "no")
            );
    }

    public async Task PassStage1Async()
    {
        await StaffDoesAsync("assessor", "/staff/assessments/{case}/stage-1");
        await StaffDoesAsync("manager", "/staff/assessments/{case}/stage-1");
    }

    public async Task ReportAsync()
    {
        foreach (var person in await ApplicantsAsync())
            await StaffDoesAsync(
                "assessor",
                "/staff/assessments/{case}/training",
                ("person", person.ToString()),
                ("sessions", "all")
            );
        await StaffDoesAsync(
            "assessor",
            "/staff/assessments/{case}/report",
            [
                .. Chapters.Select(c =>
                    (c, "Warm, calm and thoughtful, by everything that we saw and heard.")
                ),
                ("max-children", "2"),
                ("min-age", "0"),
                ("max-age", "11"),
                ("over-limit", "None"),
            ]
        );
        await StaffDoesAsync("manager", "/staff/assessments/{case}/report/quality");
        await StaffDoesAsync("assessor", "/staff/assessments/{case}/report/share");
    }

    public async Task ObserveAsync()
    {
        foreach (var key in new[] { "casey", "alex" })
            await people[key].DoAsync("/apply/report", Today, ("any", "False"));
        if (await StateAsync() != ApplicationState.ReadyForPanel)
            await StaffDoesAsync("assessor", "/staff/assessments/{case}/ready");
    }

    public Task<List<Guid>> ApplicantsAsync() =>
        AskAsync(db =>
            (
                from c in db.Set<Case>()
                join m in db.Set<Membership>() on c.HouseholdId equals m.HouseholdId
                where c.Id == CaseId && m.IsApplicant
                orderby m.Position
                select m.PersonId
            ).ToListAsync()
        );

    public Task<Guid> ItemAsync() =>
        AskAsync(db =>
            db.Set<PanelItem>()
                .Where(i => i.CaseId == CaseId)
                .OrderByDescending(i => i.Id)
                .Select(i => i.Id)
                .FirstAsync()
        );

    private async Task<Guid> AddressOfAsync(int position)
    {
        var person = (await ApplicantsAsync())[position - 1];
        return await AskAsync(db =>
            db.Set<Address>().Where(a => a.PersonId == person).Select(a => a.Id).FirstAsync()
        );
    }

    /// <summary>The sections that are lists of questions, to whatever further questions they lead.</summary>
    private async Task AnswerAsync(Person person, SectionOwner owner)
    {
        foreach (
            var section in ApplySections.All.OfType<AskedSection>().Where(s => s.Owner == owner)
        )
        {
            await person.OpenAsync(section.Href);
            for (var further = 0; further < 4 && !IsDone(); further++)
            {
                // The next page may be the same address again, with further questions.
                var drawn = await DrawnAsync(person);
                await person.SendAsync(Today, Plain);
                await Until.HoldsAsync(async () =>
                    IsDone() || (await DrawnAsync(person) is { } now && now != drawn)
                );
            }
            Assert.True(IsDone(), $"{section.Href} leads nowhere.");
        }
        bool IsDone() => new Uri(person.Page.Url).AbsolutePath == "/apply";
    }

    /// <summary>Tells one page that was handed out from the next.</summary>
    private static async Task<string?> DrawnAsync(Person person)
    {
        try
        {
            var shown = await person
                .Page.Locator("main input[name=shown]")
                .EvaluateAllAsync<string[]>("all => all.map(i => location.pathname + i.value)");
            return shown.Length == 0 ? null : shown[0];
        }
        catch (Microsoft.Playwright.PlaywrightException)
        {
            // Between two pages there is none.
            return null;
        }
    }

    private static async Task<(string, string)[]> ConsentsAsync(Person person)
    {
        await person.OpenAsync("/apply/consents");
        var names = await person.Page.EvaluateAsync<string[]>(
            "() => [...new Set([...document.querySelectorAll('main form input[type=radio]')].map(i => i.name))]"
        );
        // No other service approved them, so none is asked for a reference (CHK-11).
        return [.. names.Select(n => (n, n == "approved-elsewhere" ? "no" : "yes"))];
    }
}
