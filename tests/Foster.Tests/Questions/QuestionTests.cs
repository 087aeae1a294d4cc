using System.Net;
using Foster.TestKit;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Questions;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Questions;

/// <summary>Questions of applicants and carers (R-ASK-01). The clock stands on Friday 15 May 2026.</summary>
public abstract class QuestionTests(FosterHost host)
{
    private const string Recruitment = "recruitment@foster.example";
    private const string Manager = "manager@foster.example";
    private const string Secret = "Zebrafinch";
    private static readonly DateOnly Day = new(2026, 5, 15);

    [Fact]
    public async Task A_question_is_asked_once_answered_and_settled()
    {
        var stage = await QuestionStage.OpenAsync(host);
        using var robin = await InAsync(stage.SignIns[0]);
        using var manager = await InAsync(Manager);
        var page = await robin.GetAsync(QuestionLinks.Applicant + "/new");
        Assert.Contains("22 May 2026", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await page.Form("main form").SubmitAsync()).ErrorSummary.Count);
        var form = page.Form("main form").Choose("What is your question about?", "Money");
        form.Fill("Your question", Secret);
        await Task.WhenAll(form.SubmitAsync(), form.SubmitAsync());

        page = await robin.GetAsync(QuestionLinks.Applicant);
        var link = Assert.Single(page.Links, l => l.PathName.Length > 30);
        var id = Guid.Parse(link.PathName.Split('/')[^1]);
        Assert.Contains("Waiting for our answer", page.Text, StringComparison.Ordinal);
        var clock = await stage.ClockAsync(id);
        Assert.Equal(
            (new DateOnly(2026, 5, 22), nameof(Role.RecruitmentOfficer), (string?)null),
            (clock.DueOn, clock.HolderRole, clock.ApplicantTitle)
        );

        page = await manager.GetAsync(CaseLinks.Case(stage.Case));
        Assert.Contains("A question to answer", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, page.Body, StringComparison.Ordinal);
        page = await manager.GetAsync(QuestionLinks.One(stage.Case, id));
        Assert.Contains(Secret, page.Text, StringComparison.Ordinal);
        page = await page.Form("main form")
            .Choose("What do you want to do?", "Ask something back")
            .Fill("What you write", "Which of the two?")
            .SubmitAsync();
        Assert.Contains("Asked back", page.Text, StringComparison.Ordinal);
        Assert.Equal(DeadlineStatus.Met, (await stage.ClockAsync(id)).Status);
        Assert.Equal(
            nameof(Role.ProspectiveCarer),
            (await stage.ClockAsync(id, DeadlineRules.QuestionBackAnswered)).HolderRole
        );

        page = await robin.GetAsync(QuestionLinks.OwnOne(Role.ProspectiveCarer, id));
        Assert.Contains("Which of the two?", page.Text, StringComparison.Ordinal);
        page = await page.Form("main form").Fill("Write more", "The first.").SubmitAsync();
        Assert.Contains("Waiting for our answer", page.Text, StringComparison.Ordinal);
        Assert.Equal(DeadlineStatus.Open, (await stage.ClockAsync(id)).Status);
        Assert.True(
            (await stage.AnswerAsync(Manager, Role.TeamManager, id, "Then it is the second.")).Ok
        );

        page = await robin.GetAsync(QuestionLinks.Applicant);
        Assert.Contains("1 question waits for you", page.Body, StringComparison.Ordinal);
        page = await robin.GetAsync(QuestionLinks.OwnOne(Role.ProspectiveCarer, id));
        Assert.Contains("Then it is the second.", page.Text, StringComparison.Ordinal);
        page = await page.FollowAsync("That is settled");
        Assert.DoesNotContain("1 question waits", page.Body, StringComparison.Ordinal);
        page = await page.Form("main form").SubmitAsync();
        Assert.Contains("Settled", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R_SOD_13_the_partner_learns_neither_the_words_nor_that_there_is_a_question()
    {
        var stage = await QuestionStage.OpenAsync(host);
        var id = await stage.AskAsync(0, Day, Secret);
        using var alex = await InAsync(stage.SignIns[1]);

        var list = await alex.GetAsync(QuestionLinks.Applicant);
        Assert.Contains("You have asked nothing yet", list.Text, StringComparison.Ordinal);
        foreach (var end in (string[])["", "/end"])
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await alex.GetAsync(QuestionLinks.OwnOne(Role.ProspectiveCarer, id) + end)).Status
            );
        var apply = await alex.GetAsync("/apply");
        Assert.DoesNotContain("You asked on", apply.Text, StringComparison.Ordinal);
        // What either of the two is told of it is told to whoever asked.
        var told = await ReadAsync(db =>
            db.Set<HistoryEntry>()
                .Where(h => h.CaseId == stage.Case && h.Kind.StartsWith("question."))
                .Select(h => h.PersonId)
                .ToListAsync()
        );
        Assert.DoesNotContain(null, told);
        Assert.NotEmpty(told);
    }

    [Fact]
    public async Task Nobody_else_finds_a_question_not_panel_not_another_council()
    {
        var stage = await QuestionStage.OpenAsync(host);
        var id = await stage.AskAsync(0, Day, Secret);
        var path = QuestionLinks.One(stage.Case, id);
        foreach (
            var (signIn, status) in new[]
            {
                ("manager@other.foster.example", HttpStatusCode.NotFound),
                ("assessor@foster.example", HttpStatusCode.NotFound),
                ("panel.adviser@foster.example", HttpStatusCode.Forbidden),
                ("decision.maker@foster.example", HttpStatusCode.Forbidden),
                (Recruitment, HttpStatusCode.OK),
            }
        )
        {
            using var visitor = await InAsync(signIn);
            Assert.True(status == (await visitor.GetAsync(path)).Status, signIn);
        }
        using var adviser = await InAsync("panel.adviser@foster.example");
        var page = await adviser.GetAsync(CaseLinks.Case(stage.Case));
        Assert.DoesNotContain("question", page.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_answer_is_late_after_its_day_and_the_queue_says_so()
    {
        var stage = await QuestionStage.OpenAsync(host);
        var late = await stage.AskAsync(0, new(2026, 5, 1));
        var due = await stage.AskAsync(1, new(2026, 5, 8));
        // Monday 4 May is a bank holiday.
        Assert.Equal(new DateOnly(2026, 5, 11), (await stage.ClockAsync(late)).DueOn);
        Assert.Equal(Day, (await stage.ClockAsync(due)).DueOn);

        var overdue = await QueueAsync(stage, QuestionFilter.Overdue);
        Assert.Contains(late, overdue);
        Assert.DoesNotContain(due, overdue);
        var open = await QueueAsync(stage, QuestionFilter.Open);
        Assert.True(open.IndexOf(late) < open.IndexOf(due));
        using var visitor = await InAsync(Recruitment);
        var page = await visitor.GetAsync("/staff/questions?show=overdue");
        Assert.Contains("Overdue", page.Find("tbody .govuk-tag").TextContent);
        using var robin = await InAsync(stage.SignIns[0]);
        page = await robin.GetAsync(QuestionLinks.OwnOne(Role.ProspectiveCarer, late));
        Assert.Contains("You should have had our answer", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_case_can_be_read_and_takes_no_question()
    {
        var stage = await QuestionStage.OpenAsync(host);
        var id = await stage.AskAsync(0, Day);
        await Village.ChangeAsync(
            host,
            QuestionStage.Council,
            async (services, _) =>
                (
                    await services
                        .GetRequiredService<FosterDb>()
                        .Set<Case>()
                        .SingleAsync(c => c.Id == stage.Case)
                ).ClosedOn = Day
        );
        using var robin = await InAsync(stage.SignIns[0]);

        Assert.Equal(
            HttpStatusCode.OK,
            (await robin.GetAsync(QuestionLinks.OwnOne(Role.ProspectiveCarer, id))).Status
        );
        var page = await robin.GetAsync(QuestionLinks.New(Role.ProspectiveCarer));
        Assert.Contains("was closed on 15 May 2026", page.Text, StringComparison.Ordinal);
        Assert.False(page.Has("main form"));
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            stage.AskAsync(0, Day)
        );
        Assert.Contains("closed", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_goes_with_the_case_to_whoever_is_allocated()
    {
        var stage = await QuestionStage.OpenAsync(host);
        var id = await stage.AskAsync(0, Day);
        var due = (await stage.ClockAsync(id)).DueOn;

        await stage.AllocateAsync("assessor@foster.example", Role.Assessor);

        var clock = await stage.ClockAsync(id);
        Assert.Equal(
            (due, nameof(Role.Assessor), nameof(Role.Assessor)),
            (clock.DueOn, clock.HolderRole, clock.MeantFor)
        );
        Assert.False((await stage.AnswerAsync(Recruitment, Role.RecruitmentOfficer, id, "No")).Ok);
        Assert.True(
            (await stage.AnswerAsync("assessor@foster.example", Role.Assessor, id, "Yes")).Ok
        );
        Assert.Equal(DeadlineStatus.Met, (await stage.ClockAsync(id)).Status);
    }

    [Fact]
    public async Task A_carer_asks_the_supervisor_and_messages_hold_none_of_the_words()
    {
        var stage = await QuestionStage.OpenAsync(host, Role.ApprovedCarer);
        await stage.AllocateAsync("supervisor@foster.example", Role.SupervisingSocialWorker);
        var id = await stage.AskAsync(0, Day, Secret, Role.ApprovedCarer);
        await stage.AnswerAsync(
            "supervisor@foster.example",
            Role.SupervisingSocialWorker,
            id,
            Secret
        );

        var mails = await host.InScopeAsync(async s =>
        {
            var protection = s.GetRequiredService<IDataProtectionProvider>();
            return (
                await s.GetRequiredService<FosterDb>()
                    .Set<OutboxMessage>()
                    .IgnoreQueryFilters()
                    .Where(m => m.CaseId == stage.Case)
                    .OrderBy(m => m.Id)
                    .ToListAsync()
            ).ConvertAll(m => (m.Kind, m.Recipient, Body: Outbox.BodyOf(m, protection)));
        });
        Assert.Equal(
            [
                ("question.asked", "supervisor@foster.example"),
                ("question.answered", stage.SignIns[0]),
            ],
            mails.Select(m => (m.Kind, m.Recipient))
        );
        Assert.All(mails, m => Assert.DoesNotContain(Secret, m.Body, StringComparison.Ordinal));
        Assert.Contains($"/carer/questions/{id}", mails[1].Body, StringComparison.Ordinal);
        var notes = await ReadAsync(db =>
            db.Set<HistoryEntry>()
                .Where(h => h.CaseId == stage.Case && h.Kind.StartsWith("question."))
                .Select(h => h.Kind)
                .ToListAsync()
        );
        Assert.Equal(["question.answered", "question.asked"], notes.Order());
    }

    private Task<List<Guid>> QueueAsync(QuestionStage stage, QuestionFilter filter) =>
        stage.AsStaffAsync(
            Recruitment,
            Role.RecruitmentOfficer,
            async (services, actor) =>
                (
                    await services
                        .GetRequiredService<QuestionReads>()
                        .PageAsync(filter, actor, null, default)
                )
                    .Items.Select(q => q.Id)
                    .ToList()
        );

    private Task<T> ReadAsync<T>(Func<FosterDb, Task<T>> read) =>
        host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<FosterDb>();
            var council = await db.Set<Council>()
                .Where(c => c.Code == QuestionStage.Council)
                .Select(c => c.Id)
                .SingleAsync();
            services.GetRequiredService<ActorSource>().System(council);
            return await read(db);
        });

    private async Task<HtmlVisitor> InAsync(string name)
    {
        var visitor = host.Visitor();
        await visitor.SignInAsync(name);
        return visitor;
    }

    public sealed class OnSqlite(SqliteDemoHost on)
        : QuestionTests(on),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost on)
        : QuestionTests(on),
            IClassFixture<PostgresDemoHost>;
}
