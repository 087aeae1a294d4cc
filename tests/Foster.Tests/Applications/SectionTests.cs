using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Applications;

/// <summary>Sections that are lists of questions: kept, finished, private, closed, and read by whom they are for.</summary>
public abstract class SectionTests(FosterHost host)
{
    private const string Secret = "zq-kestrel-lantern";

    [Fact]
    public async Task Without_JavaScript_half_an_answer_is_kept_and_finished_later()
    {
        var stage = await JoinedAsync();
        using var robin = await stage.VisitorAsync(0);

        var page = await robin.GetAsync("/apply/health");
        var later = await page.Form()
            .Fill("Name of your GP practice", Secret)
            .SubmitAsync("Save and come back later");

        Assert.Equal("/apply", later.Path);
        Assert.Contains("is kept", later.Notification);
        Assert.Contains("In progress", StatusOf(later, "Your health and your GP"));
        page = await robin.GetAsync("/apply/health");
        Assert.Equal(Secret, page.Form().Value("Name of your GP practice"));

        var wrong = await page.Form().SubmitAsync("Save and continue");
        Assert.StartsWith("Error: ", wrong.Title);
        Assert.Equal(
            ["gp-address", "conditions", "treated", "declared"],
            wrong.ErrorSummary.Select(e => e.Field)
        );
        Assert.Equal(Secret, wrong.Form().Value("Name of your GP practice"));
        Assert.False((await KeptAsync(stage, "health")).FinishedAt.HasValue);
    }

    [Fact]
    public async Task What_follows_from_an_answer_is_asked_and_not_found_missing()
    {
        var stage = await JoinedAsync();
        using var robin = await stage.VisitorAsync(0);
        var page = await (await robin.GetAsync("/apply/pets"))
            .Form()
            .Choose("Are there any animals at your home?", "Yes")
            .SubmitAsync("Save and continue");

        Assert.Empty(page.ErrorSummary);
        Assert.Contains("more to answer", page.Text);
        page = await Animal(page.Form(), "Animal 1", "Dog", "XL Bully")
            .SubmitAsync("Add another animal");
        Assert.Empty(page.ErrorSummary);
        page = await Animal(page.Form(), "Animal 2", "Cat", "Tabby")
            .SubmitAsync("Add another animal");
        page = await page.Form().SubmitAsync("Remove animal 3");
        Assert.Equal("XL Bully", page.Form().Value("Animal 1", "Breed or type"));
        page = await page.Form().SubmitAsync("Remove animal 1");
        Assert.Equal("Tabby", page.Form().Value("Animal 1", "Breed or type"));

        var done = await page.Form().SubmitAsync("Save and continue");

        Assert.Equal("/apply", done.Path);
        Assert.Contains("Completed", StatusOf(done, "Animals at home"));
    }

    [Fact]
    public async Task In_the_background_the_same_form_is_kept_and_its_key_stays_unused()
    {
        var stage = await JoinedAsync();
        using var robin = await stage.VisitorAsync(0);
        var page = await robin.GetAsync("/apply/work");
        var fields = Fields(page);
        fields["plans"] = "First thoughts";

        var kept = await KeepAsync(robin, "/apply/work", fields);

        Assert.Equal(HttpStatusCode.OK, kept.Status);
        var said = JsonDocument.Parse(kept.Body).RootElement;
        Assert.Matches("^[0-9]{1,2}(:[0-9]{2})?[ap]m$|^mid", said.GetProperty("saved").GetString());
        // With the new mark the page goes on as if it had just been opened.
        fields["as-seen"] = said.GetProperty("seen").GetString()!;
        fields["plans"] = "Second thoughts";
        Assert.Equal(HttpStatusCode.OK, (await KeepAsync(robin, "/apply/work", fields)).Status);
        Assert.Contains("Second thoughts", (await KeptAsync(stage, "work")).All);
        Assert.Empty(await HistoryAsync(stage, "application.section"));

        // Somebody else's window is told, and nothing of the record is lost.
        fields["plans"] = "From an old window";
        var refused = await KeepAsync(robin, "/apply/work", fields);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Second thoughts", (await KeptAsync(stage, "work")).All);
    }

    [Fact]
    public async Task What_was_typed_when_the_session_ended_is_back_after_signing_in()
    {
        var stage = await JoinedAsync();
        using var robin = await stage.VisitorAsync(0);
        var form = (await robin.GetAsync("/apply/smoking"))
            .Form()
            .Choose("Do you smoke or vape?", "I vape");
        host.Clock.Advance(TimeSpan.FromMinutes(31));

        var page = await form.SubmitAsync("Save and continue");
        page = await page.Form()
            .Fill("Sign-in name or email address", stage.SignInName(0))
            .Fill("Password", ApplicationStage.Password)
            .SubmitAsync();

        Assert.Equal("/apply/smoking", page.Address.AbsolutePath);
        Assert.Contains("had to sign in again", page.Text);
        Assert.True(page.Has("input[name=you][value=vape][checked]"));
        Assert.Empty(
            await stage.ReadAsync(db =>
                db.Set<SectionAnswers>().Where(a => a.CaseId == stage.Case).ToListAsync()
            )
        );
    }

    [Fact]
    public async Task R_SOD_13_neither_sees_nor_changes_what_is_the_others()
    {
        var stage = await JoinedAsync();
        await stage.AnswerAsync(0, "health", ("gp", Secret));
        await stage.AnswerAsync(0, "court", ("offences", "yes"), ("offences-what", Secret));
        using var alex = await stage.VisitorAsync(1);

        foreach (var section in ApplySections.All)
            Assert.DoesNotContain(Secret, (await alex.GetAsync(section.Href)).Body);
        foreach (var path in (string[])["/apply", "/apply/send", "/apply/progress"])
            Assert.DoesNotContain(Secret, (await alex.GetAsync(path)).Body);
        foreach (
            var path in (string[])
                [
                    $"/apply/health/{stage.People[0]}",
                    $"/apply/{stage.People[0]}",
                    $"/apply/{(await KeptAsync(stage, "health")).Id}",
                    "/apply/nothing",
                    "/apply/partner/health",
                ]
        )
            Assert.Equal(HttpStatusCode.NotFound, (await alex.GetAsync(path)).Status);

        // Nothing that is posted beside the questions leads to the other's answers.
        var fields = Fields(await alex.GetAsync($"/apply/health?personId={stage.People[0]}"));
        fields["gp"] = "Alex Surgery";
        fields["personId"] = fields["holder"] = stage.People[0].ToString();
        await KeepAsync(alex, $"/apply/health?personId={stage.People[0]}&", fields);
        Assert.Contains(Secret, (await KeptAsync(stage, "health")).All);
        Assert.Contains("Alex Surgery", (await KeptAsync(stage, "health", 1)).All);
        Assert.Contains("Robin’s own part", (await alex.GetAsync("/apply")).Text);
    }

    [Fact]
    public async Task Row_26_what_both_share_is_never_overwritten_unseen()
    {
        var stage = await JoinedAsync();
        await stage.AnswerAsync(0, "home");
        using var robin = await stage.VisitorAsync(0);
        using var alex = await stage.VisitorAsync(1);
        const string Question = "Who sleeps where?";
        var (his, hers) = (
            (await robin.GetAsync("/apply/home")).Form(),
            (await alex.GetAsync("/apply/home")).Form()
        );
        Assert.Equal("We sleep at the front.", hers.Value(Question));

        await his.Fill(Question, "Robin moved rooms.").SubmitAsync("Save and continue");
        var told = await hers.Fill(Question, "Alex saw none of it.")
            .SubmitAsync("Save and continue");

        Assert.Single(told.ErrorSummary);
        Assert.Contains("“Robin moved rooms.”", told.Text);
        Assert.Contains("Robin moved rooms.", (await SharedAsync(stage, "home")).All);
        Assert.Equal("/apply", (await told.Form().SubmitAsync("Save and continue")).Path);
        Assert.Contains("Alex saw none of it.", (await SharedAsync(stage, "home")).All);
    }

    [Fact]
    public async Task R_DP_02_and_R_DP_03_health_and_offences_are_in_the_clear_nowhere()
    {
        var stage = await JoinedAsync();
        await stage.AnswerAsync(0, "health", ("gp", Secret));
        await stage.AnswerAsync(0, "court", ("offences", "yes"), ("offences-what", Secret));
        var id = (await KeptAsync(stage, "court")).Id;

        var cells = await stage.ReadAsync(async db =>
        {
            var connection = db.Database.GetDbConnection();
            await db.Database.OpenConnectionAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "select * from \"SectionAnswers\"";
            await using var reader = await command.ExecuteReaderAsync();
            var all = new List<string>();
            while (await reader.ReadAsync())
                for (var i = 0; i < reader.FieldCount; i++)
                    all.Add(
                        reader.GetValue(i) is byte[] bytes
                            ? System.Text.Encoding.UTF8.GetString(bytes)
                            : reader.GetValue(i).ToString()!
                    );
            return all;
        });

        Assert.NotEqual(Guid.Empty, id);
        Assert.NotEmpty(cells);
        Assert.DoesNotContain(cells, c => c.Contains(Secret, StringComparison.Ordinal));
        Assert.Null((await KeptAsync(stage, "court")).Answers);
        Assert.Contains(Secret, (await KeptAsync(stage, "court")).OffenceAnswers!);
    }

    [Fact]
    public async Task R_ELIG_08_a_declared_offence_reaches_the_team_manager_and_no_message()
    {
        var stage = await JoinedAsync(1);
        await stage.FillAsync(0);
        await stage.AnswerAsync(0, "court", ("offences", "yes"), ("offences-what", Secret));
        Assert.Empty(await HistoryAsync(stage, "declared.offence"));

        Assert.True((await stage.SendAsync(0)).Ok);

        var note = Assert.Single(await HistoryAsync(stage, "declared.offence"));
        Assert.Equal((Audience.Restricted, false), (note.Audience, note.IsTold));
        foreach (var role in Enum.GetValues<Role>().Where(r => r.IsStaff()))
            Assert.Equal(
                role == Role.TeamManager,
                TimelineAudience.OpenTo(role)?.Any(note.Kind.StartsWith) ?? true
            );
        var words = await stage.ReadAsync(db =>
            db.Set<OutboxMessage>().Where(m => m.CaseId == stage.Case).ToListAsync()
        );
        Assert.NotEmpty(words);
        Assert.All(host.Mail.To(stage.Email), m => Assert.DoesNotContain("offence", m.Text));
        var facts = await FactsAsync(stage);
        var court = PlainAnswers.Section("court");
        Assert.DoesNotContain(
            court.StaffAnswers(facts, facts.Main),
            r => r.Value.Contains(Secret) || r.Label.Contains("ffence")
        );
        Assert.Contains(court.OffenceAnswers(facts, facts.Main), r => r.Value == Secret);
    }

    [Fact]
    public async Task R_APP_02_what_is_not_finished_stands_before_sending_with_a_link_to_its_section()
    {
        var stage = await JoinedAsync(1);
        await stage.FillAsync(0);
        var kept = await stage.AsAsync<SaveSection, Result>(
            0,
            (op, actor) => op.RunAsync(new("work", PlainAnswers.Of("work"), false), actor, default)
        );
        Assert.True(kept.Ok, kept.Reasons);
        using var robin = await stage.VisitorAsync(0);

        var page = await robin.GetAsync("/apply/send");

        Assert.Contains("Check “Work and money” and choose “Save and continue” there.", page.Text);
        Assert.Contains(page.Links, l => l.GetAttribute("href") == "/apply/work");
        // It stands first, and there is nothing to press that would be refused.
        Assert.Equal("Before you can send", page.Document.QuerySelector("main h2")!.TextContent);
        Assert.Empty(page.Document.QuerySelectorAll("main form"));
        var sent = await stage.SendAsync(0);
        Assert.Equal("S3-14", Assert.Single(sent.Refusals).RuleId);
    }

    [Fact]
    public async Task After_sending_a_section_says_why_it_is_closed_and_how_it_is_corrected()
    {
        var stage = await JoinedAsync();
        await stage.FillAsync(0);
        Assert.True((await stage.SendAsync(0)).Ok);
        using var robin = await stage.VisitorAsync(0);
        using var alex = await stage.VisitorAsync(1);

        var own = await robin.GetAsync("/apply/work");
        var shared = await alex.GetAsync("/apply/pets");

        Assert.Contains("You have sent your part of the application, on", own.Text);
        Assert.Contains("The other applicant has sent their part", shared.Text);
        Assert.All(
            (HtmlPage[])[own, shared],
            page =>
            {
                Assert.False(page.Has("main form"));
                Assert.Contains(page.Links, l => l.GetAttribute("href") == "/apply/questions/new");
            }
        );
        Assert.True((await alex.GetAsync("/apply/work")).Has("main form"));
        var late = await stage.AsAsync<SaveSection, Result>(
            1,
            (op, actor) => op.RunAsync(new("pets", PlainAnswers.Of("pets"), true), actor, default)
        );
        Assert.Contains("Call your worker", late.Reasons);
    }

    private static HtmlForm Animal(HtmlForm form, string group, string kind, string breed)
    {
        var slug = group.ToLowerInvariant().Replace(' ', '-');
        foreach (
            var (part, value) in ((string, string)[])
                [("kind", kind.ToLowerInvariant()), ("licence", "no"), ("hurt", "no")]
        )
            form
                .Element.QuerySelectorAll<IHtmlInputElement>("input")
                .Single(i => i.Name == $"{slug}-{part}" && i.Value == value)
                .IsChecked = true;
        return form.Fill(group, "Breed or type", breed);
    }

    private async Task<ApplicationStage> JoinedAsync(int applicants = 2)
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await new ApplicationStage(host).InviteAsync(applicants);
        for (var i = 0; i < applicants; i++)
        {
            var made = await stage.AcceptAsync(i);
            Assert.True(made.Ok, made.Reasons);
        }
        return stage;
    }

    /// <summary>The row of the task list.</summary>
    private static string StatusOf(HtmlPage page, string title) =>
        page
            .Document.QuerySelectorAll("li")
            .Single(l =>
                l.TextContent.Contains(title, StringComparison.Ordinal)
                && l.ClassName?.Contains("task-list") == true
            )
            .TextContent;

    private static Dictionary<string, string> Fields(HtmlPage page) =>
        page
            .Document.QuerySelectorAll("main form input[type=hidden], main form textarea")
            .ToDictionary(e => e.GetAttribute("name")!, e => e.GetAttribute("value") ?? "");

    private static async Task<HtmlPage> KeepAsync(
        HtmlVisitor visitor,
        string path,
        Dictionary<string, string> fields
    )
    {
        visitor.Headers["Accept"] = "application/json";
        var answer = await visitor.PostAsync(
            path + (path.Contains('?') ? "" : "?") + "handler=Keep",
            [.. fields.Select(f => (f.Key, f.Value))]
        );
        visitor.Headers.Remove("Accept");
        return answer;
    }

    private static Task<SectionAnswers> KeptAsync(
        ApplicationStage stage,
        string section,
        int index = 0
    )
    {
        var person = stage.People[index];
        return stage.ReadAsync(db =>
            db.Set<SectionAnswers>()
                .SingleAsync(a =>
                    a.CaseId == stage.Case && a.Section == section && a.PersonId == person
                )
        );
    }

    private static Task<SectionAnswers> SharedAsync(ApplicationStage stage, string section) =>
        stage.ReadAsync(db =>
            db.Set<SectionAnswers>()
                .SingleAsync(a =>
                    a.CaseId == stage.Case && a.Section == section && a.PersonId == null
                )
        );

    private static Task<List<HistoryEntry>> HistoryAsync(ApplicationStage stage, string kind) =>
        stage.ReadAsync(db =>
            db.Set<HistoryEntry>()
                .Where(h => h.CaseId == stage.Case && h.Kind == kind)
                .ToListAsync()
        );

    private static async Task<ApplyFacts> FactsAsync(ApplicationStage stage) =>
        (
            await stage.AsStaffAsync(
                Role.TeamManager,
                (services, _) =>
                    services.GetRequiredService<ApplyReads>().OfCaseAsync(stage.Case, default)
            )
        )!;

    public sealed class OnSqlite(SqliteHost host) : SectionTests(host), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : SectionTests(host),
            IClassFixture<PostgresHost>;
}
