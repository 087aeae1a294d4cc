using System.Net;
using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Assessment;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Foster.Tests.Assessment;

/// <summary>The road through an assessment by its pages, as the people on it walk it.</summary>
public abstract class AssessmentPageTests(FosterHost host)
{
    [Fact]
    public async Task The_team_manager_decides_and_the_assessor_works_through_stage_1()
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await new AssessmentStage(host).ApplyAsync(2);
        using var manager = await AsAsync(stage.SignIns[Role.TeamManager]);
        using var assessor = await AsAsync(stage.SignIns[Role.Assessor]);
        Assert.Contains("No assessments yet", (await assessor.GetAsync(AssessmentLinks.List)).Text);
        Assert.Contains("Decision to assess", (await manager.GetAsync(AssessmentLinks.List)).Text);

        var decide = await (await manager.GetAsync(AssessmentLinks.Of(stage.Case))).FollowAsync(
            "Decide whether to assess"
        );
        var begun = await decide
            .Form()
            .Fill("Why do you decide to assess?", AssessmentStage.Why)
            .Choose("Who assesses?", "Stage Assessor")
            .Check(
                "I have asked the assessor: they are not related to or otherwise connected with this household"
            )
            .SubmitAsync();
        Assert.Equal("The assessment has begun.", begun.Notification);

        var overview = await assessor.GetAsync(AssessmentLinks.Of(stage.Case));
        Assert.Contains("These 10 things are missing", overview.Text);
        var dbs = (await stage.ChecksAsync()).First(c => c.Kind == "CHK-02");
        var asked = await (
            await assessor.GetAsync(AssessmentLinks.Check(stage.Case, dbs.Id) + "/request")
        )
            .Form()
            .SubmitAsync();
        Assert.Contains("The check was asked for.", asked.Notification);
        var record = await asked.FollowAsync("Record what came back");
        var wrong = await record.Form().Choose("What is the outcome?", "Clear").SubmitAsync();
        Assert.Equal(3, wrong.ErrorSummary.Count);
        var recorded = await wrong
            .Form()
            .Fill("Certificate number", "001234567890")
            .FillDate("When was the certificate issued?", host.Clock.Today)
            .Choose("Is the person on the children's barred list?", "No")
            .SubmitAsync();
        Assert.Contains("•••• •••• 7890", recorded.Text);
        Assert.DoesNotContain("001234567890", recorded.Body);
    }

    [Fact]
    public async Task Every_page_of_an_assessment_opens_for_those_it_is_for_at_every_step()
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await (await new AssessmentStage(host).ApplyAsync()).AssessAsync();
        var id = stage.Case;
        var check = (await stage.ChecksAsync()).First(c => c.Kind == "CHK-02");
        string[] assessors =
        [
            AssessmentLinks.Of(id),
            AssessmentLinks.Household(id),
            AssessmentLinks.AddAnimal(id),
            AssessmentLinks.Check(id, check.Id),
            AssessmentLinks.Check(id, check.Id) + "/request",
            AssessmentLinks.Check(id, check.Id) + "/chase",
            AssessmentLinks.Check(id, check.Id) + "/record",
            AssessmentLinks.Referee(id, stage.Referees[0]),
            AssessmentLinks.PreviousApproval(id),
            AssessmentLinks.Stage1(id),
            AssessmentLinks.ProposeRefusal(id),
            AssessmentLinks.Training(id),
            AssessmentLinks.StaffReport(id),
            AssessmentLinks.Share(id),
            AssessmentLinks.Observations(id),
            AssessmentLinks.Ready(id),
        ];
        string[] managers =
        [
            AssessmentLinks.Of(id),
            AssessmentLinks.Decision(id),
            AssessmentLinks.Decline(id),
            AssessmentLinks.Check(id, check.Id) + "/reopen",
            AssessmentLinks.Stage1(id),
            AssessmentLinks.Stage2(id),
            AssessmentLinks.Quality(id),
            AssessmentLinks.Share(id),
        ];
        using var assessor = await AsAsync(stage.SignIns[Role.Assessor]);
        using var manager = await AsAsync(stage.SignIns[Role.TeamManager]);
        await WalkAsync();
        await stage.CompleteAsync();
        await stage.PassAsync();
        await stage.OpenStage2Async();
        await WalkAsync();
        await stage.PrepareAsync();
        await stage.WriteAsync();
        Assert.True((await stage.Share()).Ok);
        await WalkAsync();

        async Task WalkAsync()
        {
            foreach (
                var (visitor, address) in assessors
                    .Select(a => (assessor, a))
                    .Concat(managers.Select(a => (manager, a)))
            )
            {
                var page = await visitor.GetAsync(address);
                Assert.True(page.Status == HttpStatusCode.OK, $"{address}: {page}");
                Assert.NotEmpty(page.Heading);
            }
        }
    }

    [Fact]
    public async Task The_applicant_reads_their_copy_and_sends_observations()
    {
        host.Clock.Set("2026-05-01 10:00");
        var stage = await new AssessmentStage(host).ApplyAsync();
        using var applicant = await AsAsync(stage.ApplicantSignIn);
        Assert.Contains(
            "no report to read yet",
            (await applicant.GetAsync(AssessmentLinks.Report)).Text
        );
        Assert.Contains("No checks yet", (await applicant.GetAsync(AssessmentLinks.Checks)).Text);
        await stage.SharedAsync();

        var page = await applicant.GetAsync(AssessmentLinks.Report);
        Assert.Contains("18 May 2026", page.Text);
        Assert.DoesNotContain("SECRET", page.Body);
        var empty = await page.Form()
            .Choose("What do you think of the report?", "I want to say something about it")
            .SubmitAsync();
        Assert.Equal("Enter your observations", Assert.Single(empty.ErrorSummary).Text);
        var sent = await empty.Form().Fill("Your observations", "We like it.").SubmitAsync();

        Assert.Equal("We have your observations.", sent.Notification);
        Assert.Contains("We like it.", sent.Text);
        var checks = await applicant.GetAsync(AssessmentLinks.Checks);
        Assert.Contains("Enhanced DBS", checks.Text);
        Assert.DoesNotContain("Clear", checks.Text);
        host.Clock.Set("2026-05-15 10:00");
    }

    [Fact]
    public async Task The_decision_maker_sees_the_proposal_and_refuses()
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await (await new AssessmentStage(host).ApplyAsync()).AssessAsync();
        using var assessor = await AsAsync(stage.SignIns[Role.Assessor]);
        using var decider = await AsAsync(stage.SignIns[Role.DecisionMaker]);
        await (await assessor.GetAsync(AssessmentLinks.ProposeRefusal(stage.Case)))
            .Form()
            .Choose("What is the main reason?", "Health")
            .Fill("What should the decision maker know?", AssessmentStage.Why)
            .SubmitAsync();

        Assert.Contains("Stage Assessor", (await decider.GetAsync("/decisions/stage-1")).Text);
        var page = await decider.GetAsync(AssessmentLinks.Refuse(stage.Case));
        Assert.Contains(AssessmentStage.Why, page.Text);
        page = await page.Form()
            .Choose("What is the main reason?", "Health")
            .Fill("What do you tell the applicants?", "You may ask the IRM to look at this again.")
            .SubmitAsync("Continue");
        // R-ASSESS-07: no letter of stage 1 offers a review.
        Assert.Contains("must not offer", Assert.Single(page.ErrorSummary).Text);
        page = await page.Form()
            .Fill(
                "What do you tell the applicants?",
                "The medical report says that you need rest for a year."
            )
            .SubmitAsync("Continue");
        Assert.Contains("Dear Robin", page.Text);
        Assert.Contains("need rest for a year", page.Text);
        Assert.Contains("you can complain to Stage Council", page.Text);
        Assert.Equal(ApplicationState.Stage1, (await stage.ApplicationAsync()).State);
        var done = await page.Form().SubmitAsync("Issue the letter and refuse");

        Assert.Contains("refused at stage 1", done.Notification);
        Assert.Contains("Nothing waits for you", done.Text);
    }

    [Fact]
    public async Task R_APP_03_a_decline_is_read_changed_and_issued_as_it_was_read()
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await new AssessmentStage(host).ApplyAsync();
        using var manager = await AsAsync(stage.SignIns[Role.TeamManager]);
        var page = await manager.GetAsync(AssessmentLinks.Decline(stage.Case));

        page = await page.Form()
            .Choose("What is the main reason?", "Cannot offer the fostering that is needed")
            .Fill("What do you tell the applicants?", "Too short.")
            .SubmitAsync("Continue");
        Assert.Contains("20 characters", Assert.Single(page.ErrorSummary).Text);
        page = await page.Form()
            .Fill("What do you tell the applicants?", "We look for homes for teenagers just now.")
            .SubmitAsync("Continue");
        Assert.Contains("Dear Robin", page.Text);
        page = await page.Form().SubmitAsync("Change what you wrote");
        Assert.Equal(
            "We look for homes for teenagers just now.",
            page.Form().Value("What do you tell the applicants?")
        );
        page = await page.Form()
            .Fill("What do you tell the applicants?", "We look for homes for teenagers this year.")
            .SubmitAsync("Continue");
        Assert.Contains("teenagers this year", page.Text);
        Assert.Contains("you can complain to Stage Council", page.Text);
        Assert.DoesNotContain("review", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(ApplicationState.Submitted, (await stage.ApplicationAsync()).State);
        page = await page.Form().SubmitAsync("Issue the letter and decline");

        Assert.Contains("the letter is issued", page.Notification);
        var letter = await stage.ReadAsync(
            (_, db) => db.Set<Letter>().SingleAsync(l => l.CaseId == stage.Case)
        );
        Assert.Contains("teenagers this year", letter.Body);
        Assert.Equal(ApplicationState.AssessmentDeclined, (await stage.ApplicationAsync()).State);
    }

    [Fact]
    public async Task R_APP_08_the_assessor_reads_the_letter_before_a_withdrawal_is_recorded()
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await (await new AssessmentStage(host).ApplyAsync()).AssessAsync();
        var applied = await stage.ApplicationAsync();
        await stage.ReadAsync(
            async (_, db) =>
            {
                db.Add(
                    new ApplicantPart
                    {
                        CouncilId = stage.Council,
                        CaseId = stage.Case,
                        ApplicationId = applied.Id,
                        PersonId = stage.Applicants[0],
                        Position = 1,
                    }
                );
                return await db.SaveChangesAsync();
            }
        );
        using var assessor = await AsAsync(stage.SignIns[Role.Assessor]);
        var page = await assessor.GetAsync($"/staff/applications/{stage.Case}/withdraw");

        page = await page.Form()
            .Choose("What is the main reason?", "Money")
            .Fill("What they said, in their own words", "SECRET-STATEMENT")
            .FillDate("When did they say so?", host.Clock.Today)
            .SubmitAsync("Continue");
        Assert.Contains("withdrawn from 15 May 2026", page.Text);
        Assert.Contains("until 15 May 2029", page.Text);
        Assert.Equal(ApplicationState.Stage1, (await stage.ApplicationAsync()).State);
        page = await page.Form().SubmitAsync("Issue the letter and record the withdrawal");

        Assert.Contains("the letter is issued", page.Notification);
        Assert.Contains("Your application is withdrawn", page.Text);
        var letter = await stage.ReadAsync(
            (_, db) => db.Set<Letter>().SingleAsync(l => l.CaseId == stage.Case)
        );
        Assert.DoesNotContain("SECRET", letter.Body);
    }

    [Fact]
    public async Task Another_councils_staff_and_another_assessor_get_the_404_page()
    {
        var stage = await (await new AssessmentStage(host).ApplyAsync()).AssessAsync();
        await stage.AccountAsync("Other Assessor", Role.Assessor);
        using var other = await AsAsync(stage.SignIns[Role.Assessor]);
        using var elsewhere = await AsAsync("manager@other.foster.example");

        foreach (var visitor in (HtmlVisitor[])[other, elsewhere])
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await visitor.GetAsync(AssessmentLinks.Of(stage.Case))).Status
            );
    }

    [Fact]
    public async Task R_APP_05_the_page_of_a_stopped_check_says_so_and_offers_neither_to_ask_nor_to_chase()
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await (await new AssessmentStage(host).ApplyAsync()).AssessAsync();
        var medical = (await stage.ChecksAsync()).Single(c => c.Kind == "CHK-09");
        var withdrawn = await stage.AsApplicantAsync<WithdrawConsent>(
            0,
            (o, a) => o.RunAsync(new(stage.Case, "CHK-09"), a, default)
        );
        Assert.True(withdrawn.Ok, withdrawn.Reasons);
        using var assessor = await AsAsync(stage.SignIns[Role.Assessor]);

        var page = await assessor.GetAsync(AssessmentLinks.Check(stage.Case, medical.Id));

        Assert.Contains("Refused or taken back", page.Text);
        Assert.DoesNotContain(page.Links, l => l.TextContent.Contains("Ask for this check"));
        Assert.Contains(page.Links, l => l.TextContent.Contains("Record what came back"));
    }

    [Fact]
    public async Task Digits_of_another_script_name_a_paragraph_like_any_others()
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await (await new AssessmentStage(host).ApplyAsync()).AssessAsync();
        using var assessor = await AsAsync(stage.SignIns[Role.Assessor]);
        var page = await assessor.GetAsync(AssessmentLinks.Referee(stage.Case, stage.Referees[0]));

        page = await page.Form()
            .FillDate("When was the interview?", host.Clock.Today)
            .Fill("Report of the interview", AssessmentStage.Words + "\n\nIn confidence: a worry.")
            .FillDate("When was the report written?", host.Clock.Today)
            .Choose("Did the referee speak in confidence?", "Only some paragraphs, or none")
            .Fill("Numbers of the confidential paragraphs (optional)", "٢")
            .SubmitAsync();

        Assert.Contains("The interview was recorded", page.Notification);
        var interview = await stage.ReadAsync(
            (_, db) => db.Set<RefereeInterview>().SingleAsync(i => i.RefereeId == stage.Referees[0])
        );
        Assert.Equal([false, true], interview.Paragraphs.Select(p => p.Confidential));
    }

    [Fact]
    public async Task R_ELIG_07_the_page_points_out_what_may_be_banned_and_the_list_leads_to_it()
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await new AssessmentStage(host).ApplyAsync();
        await NamedAnimals.AnswerAsync(stage, host);
        await stage.AssessAsync();
        using var assessor = await AsAsync(stage.SignIns[Role.Assessor]);
        var overview = await assessor.GetAsync(AssessmentLinks.Of(stage.Case));

        var page = await overview.FollowAsync(
            "Pet assessment, Biscuit (dog, XL Bully), Home and case"
        );
        Assert.Contains("It may be of a banned type", page.Text);
        Assert.Contains("It has hurt somebody before", page.Text);
        Assert.Contains("Papers of your animals", page.Text);
        var record = await page.FollowAsync("Record what was found");
        var wrong = await record.Form().Choose("What is the outcome?", "Concern").SubmitAsync();
        Assert.Single(wrong.ErrorSummary);
        var done = await wrong
            .Form()
            .Fill(
                "What was found, and what is agreed? (optional)",
                "It growled at the visitor all the time."
            )
            .SubmitAsync();
        Assert.Equal("The check was recorded.", done.Notification);
        Assert.Contains("Stage Assessor", done.Text);
        var cat = await (await assessor.GetAsync(AssessmentLinks.Of(stage.Case))).FollowAsync(
            "Pet assessment, cat, Tabby, Home and case"
        );
        var gone = await (await cat.FollowAsync("It is not at home any more"))
            .Form()
            .FillDate("Since when is it not at home?", host.Clock.Today)
            .Fill("Why is it not at home?", AssessmentStage.Why)
            .SubmitAsync();
        Assert.Contains(AssessmentStage.Why, gone.Text);
    }

    private async Task<HtmlVisitor> AsAsync(string signIn)
    {
        var visitor = host.Visitor();
        await visitor.SignInAsync(signIn);
        return visitor;
    }

    public sealed class OnSqlite(SqliteDemoHost host)
        : AssessmentPageTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : AssessmentPageTests(host),
            IClassFixture<PostgresDemoHost>;
}
