using System.Net;
using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Foster.Tests.Applications;

/// <summary>
/// What is typed about oneself, addresses, the household and consents is kept before it is saved (row 2), for whoever
/// typed it alone (R-SOD-13), and counts for nothing until then (R-APP-05).
/// </summary>
public abstract class TypedFormTests(FosterHost host)
{
    [Fact]
    public async Task What_is_typed_about_oneself_is_kept_and_is_on_record_only_once_it_is_saved()
    {
        var stage = await JoinedAsync();
        using var robin = await VisitorAsync(stage, 0);
        var page = await robin.GetAsync("/apply/you");
        var saved = page.Form().Value("First name and any middle names");
        var form = Typed(page);

        Assert.Equal(HttpStatusCode.OK, (await KeepAsync(robin, form)).Status);
        Assert.Equal(HttpStatusCode.OK, (await KeepAsync(robin, form)).Status);
        page = await robin.GetAsync("/apply/you");
        Assert.Equal(
            "Robin Typed",
            page.Form("main form:not(#forget)").Value("First name and any middle names")
        );
        Assert.Contains("have not saved it yet", page.Text);
        Assert.Equal(saved, await GivenNameAsync(stage));
        using var alex = await VisitorAsync(stage, 1);
        Assert.DoesNotContain("Robin Typed", (await alex.GetAsync("/apply/you")).Body);

        page = await page.Form("#forget").SubmitAsync();
        Assert.Equal(saved, page.Form().Value("First name and any middle names"));
        page = await Typed(page, "Rob").SubmitAsync("Save and come back later");
        Assert.Equal("/apply", page.Path);
        page = await (await robin.GetAsync("/apply/you"))
            .Form("main form:not(#forget)")
            .SubmitAsync("Save and continue");
        Assert.Empty(page.ErrorSummary);
        Assert.Equal("Rob", await GivenNameAsync(stage));
        Assert.Empty(await TypedAsync(stage));
    }

    [Fact]
    public async Task R_APP_05_a_consent_that_is_only_chosen_is_no_consent()
    {
        var stage = await JoinedAsync();
        using var robin = await VisitorAsync(stage, 0);
        var page = await robin.GetAsync("/apply/consents");
        Assert.Contains("counts when you press", page.Text);
        var first = page
            .Document.QuerySelector("main form input[type=radio]")!
            .GetAttribute("name")!;

        await KeepAsync(robin, page.Form(), (first, "yes"));

        page = await robin.GetAsync("/apply/consents");
        Assert.True(page.Has($"input[name={first}][value=yes][checked]"));
        Assert.Empty(
            await stage.ReadAsync(db =>
                db.Set<Consent>().Where(c => c.CaseId == stage.Case).ToListAsync()
            )
        );
        Assert.Single(await TypedAsync(stage));
    }

    [Fact]
    public async Task R_APP_05_a_no_to_a_mandatory_check_is_answered_at_once_with_what_follows()
    {
        var stage = await JoinedAsync();
        using var robin = await VisitorAsync(stage, 0);
        var form = (await robin.GetAsync("/apply/consents")).Form();
        foreach (var wording in ConsentWordings.AskedOf(null))
            form.Choose(
                wording.Question,
                wording.CheckKey is "CHK-02" or "CHK-07" ? "No" : "Yes, I agree"
            );

        var page = await form.Choose(
                "Has another fostering service approved you as a foster carer at any time in the last 12 months?",
                "Yes"
            )
            .SubmitAsync();

        Assert.Contains(
            "You said no to: DBS certificate. We cannot finish stage 1 without this check.",
            page.Notification
        );
        // The further question stands in the middle of a long page: the notice leads to it.
        var link = page.Links.Single(l => l.TextContent.Contains("its reference"));
        Assert.True(page.Has(link.GetAttribute("href")!));
    }

    [Theory]
    [InlineData("/apply/addresses/add", "Town or city (optional)", "Halftown")]
    [InlineData("/apply/household/add", "First name", "Halfname")]
    public async Task Somebody_or_somewhere_half_added_waits_on_its_page(
        string path,
        string field,
        string typed
    )
    {
        var stage = await JoinedAsync();
        using var robin = await VisitorAsync(stage, 0);
        var form = (await robin.GetAsync(path)).Form("form#save").Fill(field, typed);

        Assert.Equal(HttpStatusCode.OK, (await KeepAsync(robin, form)).Status);

        Assert.Equal(typed, (await robin.GetAsync(path)).Form("form#save").Value(field));
        using var alex = await VisitorAsync(stage, 1);
        Assert.DoesNotContain(typed, (await alex.GetAsync(path)).Body);
        // The list says so too, to whoever typed it.
        var list = path[..path.LastIndexOf('/')];
        var shown = await robin.GetAsync(list);
        Assert.Contains("have not saved it yet", shown.Text);
        Assert.Equal(path, (await shown.FollowAsync("Go on with it")).Path);
        Assert.DoesNotContain("have not saved it yet", (await alex.GetAsync(list)).Text);
    }

    [Fact]
    public async Task Row_26_what_staff_corrected_meanwhile_is_shown_before_kept_words_go_over_it()
    {
        var stage = await JoinedAsync();
        using var robin = await VisitorAsync(stage, 0);
        await KeepAsync(robin, Typed(await robin.GetAsync("/apply/you")));
        await stage.ReadAsync(db =>
            db.Set<Person>()
                .Where(p => p.Id == stage.People[0])
                .ExecuteUpdateAsync(p => p.SetProperty(x => x.GivenName, "Corrected"))
        );

        var page = await (await robin.GetAsync("/apply/you"))
            .Form("main form:not(#forget)")
            .SubmitAsync("Save and continue");

        Assert.Contains("It says now: “Corrected”", page.Text);
        // The whole answer stands beside the field and not in the summary as well.
        Assert.DoesNotContain("Corrected", page.ErrorSummary[0].Text);
        Assert.Equal("Corrected", await GivenNameAsync(stage));
    }

    [Fact]
    public async Task Row_2_a_session_that_ends_on_a_page_of_the_household_gives_the_answers_back()
    {
        var stage = await JoinedAsync();
        using var robin = await VisitorAsync(stage, 0);
        var form = (await robin.GetAsync("/apply/household/add"))
            .Form("form#save")
            .Fill("First name", "Zoë");
        host.Clock.Advance(TimeSpan.FromMinutes(31));

        var page = await form.SubmitAsync("Save");
        page = await page.Form()
            .Fill("Sign-in name or email address", stage.SignInName(0))
            .Fill("Password", ApplicationStage.Password)
            .SubmitAsync();

        Assert.Equal("/apply/household/add", page.Address.AbsolutePath);
        Assert.Equal("Zoë", page.Form("form#save").Value("First name"));
    }

    [Fact]
    public async Task A_person_is_removed_once_they_have_said_that_they_mean_it()
    {
        var stage = await JoinedAsync();
        using var robin = await VisitorAsync(stage, 0);
        var page = await (await robin.GetAsync("/apply/household/add"))
            .Form("form#save")
            .Fill("First name", "Zoë")
            .Fill("Last name", "Demo-Apply")
            .FillDate("Date of birth", 14, 9, 2015)
            .Fill("Who are they to you?", "daughter")
            .SubmitAsync("Save");
        Assert.Contains("You have added 1 person", page.Text);
        page = await page.FollowAsync("Remove Zoë Demo-Apply");
        Assert.Equal("Are you sure you want to remove Zoë Demo-Apply?", page.Heading);
        Assert.DoesNotContain("Zoë", page.Title);
        page = await page.Form().SubmitAsync();
        Assert.Single(page.ErrorSummary);
        page = await page.Form().Choose(page.Heading, "Yes").SubmitAsync();

        Assert.Equal("/apply/household", page.Path);
        Assert.DoesNotContain("Zoë", page.Find("main").TextContent);
    }

    private static HtmlForm Typed(HtmlPage page, string name = "Robin Typed") =>
        page.Form()
            .Fill("First name and any middle names", name)
            .FillDate("Date of birth", 29, 2, 1984)
            .Fill("Telephone number", "01632 960001");

    [Fact]
    public async Task Whoever_types_on_after_sending_reads_why_it_is_not_kept()
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await new ApplicationStage(host).ReadyAsync(1);
        using var robin = await VisitorAsync(stage, 0);
        var form = (await robin.GetAsync("/apply/you")).Form();
        var sent = await stage.SendAsync(0);
        Assert.True(sent.Ok, sent.Reasons);

        var answer = await KeepAsync(robin, form);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("You have sent your part", answer.Body);
        // The script says what the server says, whatever it is.
        Assert.Contains(
            "say(`Not saved. ${said.refused}`)",
            File.ReadAllText(Path.Combine(Repository.Root, "wwwroot-assets/scripts/keep.js"))
        );
    }

    /// <summary>As the script sends it while somebody types.</summary>
    private static async Task<HtmlPage> KeepAsync(
        HtmlVisitor visitor,
        HtmlForm form,
        (string Name, string Value)? tampered = null
    )
    {
        var path = visitor.Page!.Address.AbsolutePath;
        var fields = form
            .Element.Elements.OfType<AngleSharp.Html.Dom.IHtmlInputElement>()
            .Where(i => i.Type is not ("radio" or "checkbox" or "submit") || i.IsChecked)
            .Where(i => i.Name is { Length: > 0 } && i.Name != tampered?.Name)
            .Select(i => (i.Name!, i.Value))
            .ToList();
        if (tampered is { } more)
            fields.Add(more);
        visitor.Headers["Accept"] = "application/json";
        var answer = await visitor.PostAsync(path + "?handler=Keep", [.. fields]);
        visitor.Headers.Remove("Accept");
        return answer;
    }

    private static Task<string> GivenNameAsync(ApplicationStage stage) =>
        stage.ReadAsync(db =>
            db.Set<Person>()
                .Where(p => p.Id == stage.People[0])
                .Select(p => p.GivenName)
                .SingleAsync()
        );

    private static Task<List<TypedForm>> TypedAsync(ApplicationStage stage) =>
        stage.ReadAsync(db => db.Set<TypedForm>().Where(t => t.CaseId == stage.Case).ToListAsync());

    private async Task<ApplicationStage> JoinedAsync()
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await new ApplicationStage(host).InviteAsync(2);
        for (var i = 0; i < 2; i++)
        {
            var made = await stage.AcceptAsync(i);
            Assert.True(made.Ok, made.Reasons);
        }
        return stage;
    }

    private async Task<HtmlVisitor> VisitorAsync(ApplicationStage stage, int index)
    {
        var visitor = host.Visitor();
        await (await visitor.GetAsync("/sign-in"))
            .Form()
            .Fill("Sign-in name or email address", stage.SignInName(index))
            .Fill("Password", ApplicationStage.Password)
            .SubmitAsync();
        return visitor;
    }

    public sealed class OnSqlite(SqliteDemoHost host)
        : TypedFormTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : TypedFormTests(host),
            IClassFixture<PostgresDemoHost>;
}
