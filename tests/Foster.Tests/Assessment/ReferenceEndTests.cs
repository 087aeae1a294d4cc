using System.Net;
using Foster.TestKit;
using Foster.Tests.Applications;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Assessment;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Foster.Tests.Assessment.ReferenceSteps;

namespace Foster.Tests.Assessment;

/// <summary>References that end before or after they were sent, and marks that go with their words.</summary>
public abstract class ReferenceEndTests(FosterHost host)
{
    private const string Talked =
        "We talked for an hour about how they care for children and what worries them.";

    private readonly ReferenceSteps steps = new(host);

    [Fact]
    public async Task R_APP_05_nobody_asks_on_once_the_applicant_has_stopped_the_interviews()
    {
        var (stage, ruth) = await steps.AssessedAsync();
        var link = await steps.AskAsync(stage, ruth);
        using var referee = host.Visitor();
        await WriteAsync(await referee.GetAsync(link + "/known"), "Ten years.");

        await stage.DoneAsync<WithdrawConsent>(
            0,
            (op, actor) => op.RunAsync(new(stage.Case, "CHK-13"), actor, default)
        );

        var over = await referee.GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, over.Status);
        Assert.Contains("not needed any more", over.Text);
        Assert.DoesNotContain("We have your answer", over.Text);
        Assert.DoesNotContain("Robin", over.Text);
        Assert.DoesNotContain("consent", over.Text, StringComparison.OrdinalIgnoreCase);
        Assert.All(
            await ChasesAsync(stage, ruth),
            d => Assert.Equal(DeadlineStatus.Cancelled, d.Status)
        );
        host.Clock.Set("2026-05-22 10:00");
        Result[] refused =
        [
            await ChaseAsync(stage, ruth),
            await stage.AsAsync<NudgeReferee, Result>(
                0,
                (op, a) => op.RunAsync(new(ruth), a, default)
            ),
            await stage.AsStaffAsync(
                Role.Assessor,
                async (s, a) =>
                    (Result)
                        await s.GetRequiredService<PrintReferenceLetter>()
                            .RunAsync(new(ruth), a, default)
            ),
            await InterviewAsync(stage, ruth),
            await steps.AsRefereeAsync(
                stage,
                (s, a) =>
                    s.GetRequiredService<SaveReferenceAnswer>()
                        .RunAsync(new(ruth, "home", "A full house.", false), a, default)
            ),
        ];
        Assert.All(refused, r => Assert.Equal("R-APP-05", Assert.Single(r.Refusals).RuleId));

        await stage.DoneAsync<AgreeToCheck>(
            0,
            (op, actor) => op.RunAsync(new(stage.Case, "CHK-13"), actor, default)
        );
        Assert.Contains(await ChasesAsync(stage, ruth), d => d.Status == DeadlineStatus.Open);
        Ok(await ChaseAsync(stage, ruth));
        var mails = await host.Mail.WaitAsync(2, m => m.IsFor($"ruth-{ruth:N}@foster.example"));
        var fresh = mails.Select(m => m.Link("/reference/").AbsolutePath).Single(l => l != link);
        Assert.Contains("Your reference for Robin", (await referee.GetAsync(fresh)).Text);
        Assert.Contains("Look for a newer message", (await referee.GetAsync(link)).Text);
    }

    [Fact]
    public async Task R_REF_05_an_interview_ends_a_draft_without_thanking_for_an_answer_that_was_not_sent()
    {
        var (stage, ruth) = await steps.AssessedAsync();
        var link = await steps.AskAsync(stage, ruth);
        using var referee = host.Visitor();
        await WriteAsync(await referee.GetAsync(link + "/known"), "Ten years.");

        Ok(await InterviewAsync(stage, ruth));

        var over = await referee.GetAsync(link);
        Assert.DoesNotContain("We have your answer", over.Text);
        Assert.Contains("Nobody reads what you wrote and did not send", over.Text);
    }

    [Fact]
    public async Task R_REF_01_who_answered_and_will_not_be_interviewed_is_replaced()
    {
        var (stage, ruth) = await steps.AssessedAsync();
        var link = await steps.AskAsync(stage, ruth);
        await AnswerAsync(stage, ruth);
        Ok(await LostAsync(stage, ruth, "Three calls and two letters about the interview."));

        // They can be won for the talk, and not for a second letter.
        var again = await steps.AskingAsync(stage, ruth, RefereeRoute.Email);
        Assert.Equal("route", Assert.Single(again.Refusals).Field);
        Ok(await steps.AskingAsync(stage, ruth, RefereeRoute.Telephone));
        using var referee = host.Visitor();
        Assert.Contains("We have your answer", (await referee.GetAsync(link)).Text);
        Ok(await LostAsync(stage, ruth, "Told us that she is not to be called any more."));

        Ok(await ReplaceAsync(stage, ruth, ApplicationStage.Referee("Rufus Demo-New")));
    }

    [Fact]
    public async Task R_REF_05_a_mark_goes_with_its_paragraph_and_a_changed_one_is_asked_about()
    {
        var (stage, ruth) = await steps.AssessedAsync();
        var link = await steps.AskAsync(stage, ruth);
        using var referee = host.Visitor();
        await WriteAsync(await referee.GetAsync(link + "/home"), "A full house.\n\nA secret.");
        await (await referee.GetAsync(link + "/confidential"))
            .Form()
            .Check("A secret.")
            .SubmitAsync("Save the marks");

        await WriteAsync(await referee.GetAsync(link + "/home"), "A secret.\n\nA full house.");
        Assert.Equal(["A secret."], await MarkedAsync(stage, ruth));
        await WriteAsync(
            await referee.GetAsync(link + "/home"),
            "First of all.\n\nA secret.\n\nA full house."
        );
        Assert.Equal(["A secret."], await MarkedAsync(stage, ruth));

        var page = await WriteAsync(
            await referee.GetAsync(link + "/home"),
            "First of all.\n\nA greater secret.\n\nA full house."
        );
        Assert.Equal(link + "/confidential", page.Path);
        Assert.Contains("check which paragraphs are", page.Notification);
        Assert.Equal(["A greater secret."], await MarkedAsync(stage, ruth));
    }

    private static async Task<HtmlPage> WriteAsync(HtmlPage page, string text) =>
        await page.Form().Fill("answer", text).SubmitAsync("Save and continue");

    private static Task<List<string>> MarkedAsync(ApplicationStage stage, Guid referee) =>
        stage.ReadAsync(async db =>
            (await db.Set<ReferenceAnswer>().Where(a => a.RefereeId == referee).ToListAsync())
                .SelectMany(a => a.Paragraphs)
                .Where(p => p.Confidential)
                .Select(p => p.Text)
                .ToList()
        );

    private async Task AnswerAsync(ApplicationStage stage, Guid referee)
    {
        foreach (var question in ReferenceQuestions.All.Where(q => !q.Optional))
            Ok(
                await steps.AsRefereeAsync(
                    stage,
                    (s, a) =>
                        s.GetRequiredService<SaveReferenceAnswer>()
                            .RunAsync(new(referee, question.Key, "Good.", false), a, default)
                )
            );
        Ok(
            await steps.AsRefereeAsync(
                stage,
                (s, a) => s.GetRequiredService<SendReference>().RunAsync(new(referee), a, default)
            )
        );
    }

    private static Task<Result> ChaseAsync(ApplicationStage stage, Guid referee) =>
        stage.AsStaffAsync(
            Role.Assessor,
            (s, a) =>
                s.GetRequiredService<ChaseReferee>()
                    .RunAsync(new(referee, "By telephone", true), a, default)
        );

    private Task<Result> InterviewAsync(ApplicationStage stage, Guid referee) =>
        stage.AsStaffAsync(
            Role.Assessor,
            (s, a) =>
                s.GetRequiredService<RecordRefereeInterview>()
                    .RunAsync(
                        new(
                            referee,
                            host.Clock.Today,
                            host.Clock.Today,
                            Talked,
                            false,
                            new HashSet<int>()
                        ),
                        a,
                        default
                    )
        );

    public sealed class OnSqlite(SqliteHost host)
        : ReferenceEndTests(host),
            IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : ReferenceEndTests(host),
            IClassFixture<PostgresHost>;
}
