using System.Net;
using Foster.TestKit;
using Foster.Web.Features.Applications;
using Xunit;

namespace Foster.Tests.Applications;

/// <summary>Two people without JavaScript, from the e-mailed invitation to the application that both have sent.</summary>
public abstract class ApplyJourneyTests(FosterHost host)
{
    [Fact]
    public async Task A_couple_fills_in_and_sends_an_application()
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await new ApplicationStage(host).InviteAsync();
        var mails = await host.Mail.WaitAsync(2, m => m.IsFor(stage.Email));
        using var robin = host.Visitor();
        using var alex = host.Visitor();
        await JoinAsync(robin, mails.Single(m => m.Text.Contains("Robin")), stage.Email);
        await JoinAsync(alex, mails.Single(m => m.Text.Contains("Alex")), stage.SignInName(1));

        await DetailsAsync(robin, "Robin");
        await HomeAsync(robin);
        await ConsentsAsync(robin);
        await OwnSectionsAsync(stage, 0);
        var household = await robin.GetAsync("/apply/household");
        household = await household
            .Form()
            .Choose("Does anybody live with you?", "Yes, add a person")
            .SubmitAsync();
        household = await household
            .Form("form#save")
            .Fill("First name", "Zoë")
            .Fill("Last name", "Demo-Apply")
            .FillDate("Date of birth", 14, 9, 2015)
            .Fill("Who are they to you?", "daughter")
            .SubmitAsync("Save");
        Assert.Contains("Zoë Demo-Apply", household.Text);
        var tasks = await household
            .Form()
            .Choose("Does anybody else live with you?", "No, that is everybody")
            .SubmitAsync();
        Assert.Equal("/apply", tasks.Path);
        Assert.Contains("Cannot start yet", tasks.Text);
        await SharedSectionsAsync(stage);
        await RefereeAsync(robin, "Ruth Demo-Speak");
        await RefereeAsync(robin, "Ravi Demo-Speak");
        await RefereeAsync(robin, "Rita Demo-Speak", "A member of my family");
        tasks = await OthersAsync(robin);
        Assert.Contains("17 of 17 sections completed", tasks.Text);

        var empty = await (await robin.GetAsync("/apply/send"))
            .Form()
            .SubmitAsync("Agree and send my part");
        Assert.Equal(["connected", "declared"], empty.ErrorSummary.Select(e => e.Field));
        Assert.StartsWith("Error: ", empty.Title);
        var progress = await SendAsync(robin);
        Assert.Contains("We tell you what is still missing", progress.Text);

        var locked = await robin.GetAsync("/apply/you");
        Assert.Contains("You have sent your part of the application, on 15 May", locked.Text);
        Assert.Contains(locked.Links, l => l.GetAttribute("href") == "/apply/questions/new");
        Assert.Empty(locked.Document.QuerySelectorAll("main form"));
        await AlexSeesNothingOfRobinAsync(alex, "Ruth Demo-Speak", "0151 496 0900");

        await DetailsAsync(alex, "Alex");
        await HomeAsync(alex);
        await ConsentsAsync(alex);
        await OwnSectionsAsync(stage, 1);
        await OthersAsync(alex);
        progress = await SendAsync(alex);

        Assert.Contains("15 January 2027", progress.Text);
        Assert.Contains("8 calendar months", progress.Text);
        Assert.Contains("it waits for us", progress.Text);
        Assert.Equal(ApplicationState.Submitted, (await stage.ApplicationAsync()).State);

        var over = await (await robin.GetAsync("/apply/withdraw"))
            .Form()
            .Choose("What is the main reason?", "Money")
            .Fill("Tell us why, in your own words", "The roof leaks.")
            .Check("Yes, I want to withdraw the application")
            .SubmitAsync("Withdraw the application");
        Assert.Contains("The application was withdrawn", over.Text);
        Assert.DoesNotContain("roof", (await alex.GetAsync("/apply/progress")).Text);
        Assert.Contains("nothing to withdraw", (await alex.GetAsync("/apply/withdraw")).Text);
    }

    [Fact]
    public async Task Another_household_cannot_open_what_is_not_theirs()
    {
        var first = await new ApplicationStage(host).ReadyAsync(1);
        var second = await new ApplicationStage(host).ReadyAsync(1);
        var referee = await first.ReadAsync(db =>
            Task.FromResult(db.Set<Referee>().First(r => r.CaseId == first.Case).Id)
        );
        using var visitor = await second.VisitorAsync(0);

        foreach (
            var path in (string[])
                [
                    $"/apply/referees/{referee}",
                    $"/apply/addresses/{Guid.NewGuid()}",
                    "/apply/household/nobody",
                    "/apply/partner",
                ]
        )
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(path)).Status);
        var staff = await visitor.GetAsync($"/staff/applications/{first.Case}");
        Assert.Equal(HttpStatusCode.Forbidden, staff.Status);
    }

    private static async Task JoinAsync(HtmlVisitor visitor, ReceivedMail mail, string name)
    {
        var page = await visitor.GetAsync(mail.Link("/invitation/").AbsolutePath);
        var next = await page.Form()
            .Fill("Sign-in name", name)
            .Fill("Password", ApplicationStage.Password)
            .SubmitAsync("Make my account");
        Assert.Equal("/apply", next.Path);
    }

    /// <summary>The lists of questions have their own tests; here they are answered by the operation alone.</summary>
    private static async Task OwnSectionsAsync(ApplicationStage stage, int index)
    {
        foreach (var key in PlainAnswers.All.Keys)
            if (PlainAnswers.Section(key).Owner == SectionOwner.EachApplicant)
                await stage.AnswerAsync(index, key);
    }

    private static async Task SharedSectionsAsync(ApplicationStage stage)
    {
        foreach (var key in PlainAnswers.All.Keys)
            if (PlainAnswers.Section(key).Owner == SectionOwner.Household)
                await stage.AnswerAsync(0, key);
    }

    private static async Task DetailsAsync(HtmlVisitor visitor, string name)
    {
        var next = await (await visitor.GetAsync("/apply/you"))
            .Form()
            .Fill("First name and any middle names", name)
            .FillDate("Date of birth", 29, 2, 1984)
            .Fill("Telephone number", "0151 496 0900")
            .SubmitAsync();
        Assert.Equal("/apply", next.Path);
    }

    private static async Task HomeAsync(HtmlVisitor visitor)
    {
        var list = await visitor.GetAsync("/apply/addresses");
        var href = list
            .Links.Select(l => l.GetAttribute("href")!)
            .First(h =>
                h.Contains("/apply/addresses/") && !h.EndsWith("/add", StringComparison.Ordinal)
            );
        var next = await (await visitor.GetAsync(href))
            .Form("form#save")
            .FillDate("When did you move in?", 1, 1, 2010)
            .Choose("Do you live there now?", "Yes")
            .SubmitAsync("Save");
        Assert.Contains("There are no gaps", next.Text);
    }

    private static async Task ConsentsAsync(HtmlVisitor visitor)
    {
        var form = (await visitor.GetAsync("/apply/consents")).Form();
        foreach (var wording in ConsentWordings.AskedOf(null))
            form.Choose(wording.Question, wording.CheckKey == "CHK-07" ? "No" : "Yes, I agree");
        const string elsewhere =
            "Has another fostering service approved you as a foster carer at any time in the last 12 months?";
        form.Choose(elsewhere, "Yes");
        // CHK-11: only whom another service approved is asked about its reference.
        var page = await form.SubmitAsync();
        Assert.Equal("/apply/consents", page.Path);
        var former = ConsentWordings.Find(ConsentWordings.FormerService)!;
        // R-TRF-06: access to its records has words of its own.
        var records = ConsentWordings.Find(ConsentWordings.FormerRecords)!;
        page = await page.Form().Choose(former.Question, "Yes, I agree").SubmitAsync();
        Assert.Equal("/apply/consents", page.Path);
        page = await page.Form().Choose(records.Question, "Yes, I agree").SubmitAsync();
        Assert.Equal("/apply", page.Path);
        page = await visitor.GetAsync("/apply/consents");
        Assert.Equal("/apply", (await page.Form().Choose(elsewhere, "No").SubmitAsync()).Path);
        Assert.DoesNotContain(
            former.Question,
            (await visitor.GetAsync("/apply/consents")).Text,
            StringComparison.Ordinal
        );
    }

    /// <summary>R-REF-03: whether there are an employer and a former partner to ask as well.</summary>
    private static async Task<HtmlPage> OthersAsync(HtmlVisitor visitor)
    {
        var list = await (await visitor.GetAsync("/apply/referees/others"))
            .Form()
            .Choose(
                "Do you work for somebody, or have you worked with children or adults who need care?",
                "No"
            )
            .Choose(
                "Do you have a former partner with whom you brought up or looked after children?",
                "No"
            )
            .SubmitAsync("Save");
        Assert.Equal("/apply/referees", list.Path);
        return await visitor.GetAsync("/apply");
    }

    private static async Task<HtmlPage> RefereeAsync(
        HtmlVisitor visitor,
        string name,
        string kind = "A friend or neighbour"
    )
    {
        await (await visitor.GetAsync("/apply/referees/add"))
            .Form("form#save")
            .Fill("Full name", name)
            .Choose("Who are they to you?", kind)
            .Fill("How do they know you?", "friend")
            .Fill("How many years have they known you?", "6")
            .Fill(
                "Their email address (optional)",
                $"{name[..4].ToLowerInvariant()}@foster.example"
            )
            .Check("They are 18 or over and do not live with me")
            .SubmitAsync("Save");
        return await visitor.GetAsync("/apply");
    }

    private static async Task<HtmlPage> SendAsync(HtmlVisitor visitor)
    {
        var sent = await (await visitor.GetAsync("/apply/send"))
            .Form()
            .Choose(
                "Is anybody in your household, or a close relative, a councillor or on the staff of this council?",
                "No"
            )
            .Check("What I have written is true and complete, as far as I know")
            .SubmitAsync("Agree and send my part");
        Assert.Equal("/apply/progress", sent.Path);
        return sent;
    }

    private static async Task AlexSeesNothingOfRobinAsync(HtmlVisitor alex, params string[] words)
    {
        foreach (
            var path in (string[])
                [
                    "/apply",
                    "/apply/you",
                    "/apply/addresses",
                    "/apply/consents",
                    "/apply/referees",
                    "/apply/household",
                    "/apply/send",
                    "/apply/progress",
                ]
        )
        {
            var page = await alex.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.All(words, w => Assert.DoesNotContain(w, page.Body));
        }
    }

    public sealed class OnSqlite(SqliteHost host)
        : ApplyJourneyTests(host),
            IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : ApplyJourneyTests(host),
            IClassFixture<PostgresHost>;
}
