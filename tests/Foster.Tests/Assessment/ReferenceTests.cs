using System.Net;
using Foster.TestKit;
using Foster.Tests.Applications;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Assessment;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Foster.Tests.Assessment.ReferenceSteps;

namespace Foster.Tests.Assessment;

/// <summary>Referees who are asked, answer or decline by their link, are reminded and replaced.</summary>
public abstract class ReferenceTests(FosterHost host)
{
    private readonly ReferenceSteps steps = new(host);

    private const string Secret = "SECRET-WORRY about the temper of a brother.";

    [Fact]
    public async Task R_REF_05_a_referee_answers_by_link_and_the_applicant_never_reads_it()
    {
        var (stage, ruth) = await steps.AssessedAsync();
        var link = await steps.AskAsync(stage, ruth);
        using var referee = host.Visitor();

        var page = await referee.GetAsync(link);
        Assert.Contains("Robin Demo-Apply has applied to foster", page.Text);
        Assert.Contains("may have to be shared where the law or a court says so", page.Text);
        var early = await referee.GetAsync(link + "/check");
        Assert.Equal(link, early.Path);
        page = await (await page.FollowAsync("I accept: start"))
            .Form()
            .SubmitAsync("Save and continue");
        Assert.Equal("answer", Assert.Single(page.ErrorSummary).Field);
        page = await WriteAsync(page, "Ten years, from school.\n\nWe meet each week.");
        page = await WriteAsync(page, "Calm & <b>kind</b>.");
        page = await WriteAsync(page, "A full house.\n\nA quiet aunt.");
        // Stopping, and coming back by the same link on another day.
        host.Clock.Set("2026-05-20 10:00");
        using var again = host.Visitor();
        Assert.Contains("Completed", (await again.GetAsync(link)).Text);
        page = await WriteAsync(await again.GetAsync(link + "/worries"), Secret, whole: true);
        page = await WriteAsync(page, null);
        Assert.Equal(link + "/check", page.Path);
        page = await again.GetAsync(link + "/confidential");
        page = await page.Form().Check("A quiet aunt.").SubmitAsync("Save the marks");
        page = await page.Form()
            .Check("What I have written is true, as far as I know")
            .SubmitAsync("Send my reference");
        Assert.Contains("Your reference was sent", page.Notification);

        var gone = await again.GetAsync(link);
        Assert.Contains("This link has been used", gone.Text);
        Assert.DoesNotContain("Robin", gone.Text);
        Assert.Equal(RefereeState.Answered, (await RefereeAsync(stage, ruth)).State);
        using var robin = await stage.VisitorAsync(0);
        foreach (
            var path in (string[])["/apply", "/apply/referees", "/apply/progress", "/apply/checks"]
        )
        {
            var own = await robin.GetAsync(path);
            Assert.DoesNotContain("SECRET-WORRY", own.Body);
            Assert.DoesNotContain("quiet aunt", own.Body);
            Assert.DoesNotContain("from school", own.Body);
        }
        Assert.Contains(
            "They answered on 20 May 2026",
            (await robin.GetAsync("/apply/referees")).Text
        );
        var paragraphs = (
            await stage.ReadAsync(db =>
                db.Set<ReferenceAnswer>().Where(a => a.RefereeId == ruth).ToListAsync()
            )
        ).SelectMany(a => a.Paragraphs);
        Assert.Equal(
            ["home:2", "worries:1"],
            paragraphs.Where(p => p.Confidential).Select(p => p.Key).Order(StringComparer.Ordinal)
        );
        // R-REF-01: a letter alone does not meet the rule.
        Assert.Contains(
            (await GapsAsync(stage)),
            g => g.RuleId == "R-REF-01" && g.Text.Contains("0 of 2")
        );
        // REM-04: nothing is chased that is in.
        Assert.All(
            await ChasesAsync(stage, ruth),
            d => Assert.Equal(DeadlineStatus.Cancelled, d.Status)
        );
    }

    [Fact]
    public async Task R_DP_09_staff_read_what_was_sent_with_its_marks_and_nothing_before()
    {
        var (stage, ruth) = await steps.AssessedAsync();
        await steps.AskAsync(stage, ruth);
        foreach (var question in ReferenceQuestions.All.Where(q => !q.Optional))
            Ok(
                await steps.AsRefereeAsync(
                    stage,
                    (s, a) =>
                        s.GetRequiredService<SaveReferenceAnswer>()
                            .RunAsync(new(ruth, question.Key, Secret, true), a, default)
                )
            );
        Assert.Empty(await SentAsync(stage, ruth));

        Ok(
            await steps.AsRefereeAsync(
                stage,
                (s, a) => s.GetRequiredService<SendReference>().RunAsync(new(ruth), a, default)
            )
        );
        var twice = await steps.AsRefereeAsync(
            stage,
            (s, a) => s.GetRequiredService<SendReference>().RunAsync(new(ruth), a, default)
        );

        Assert.Equal(4, (await SentAsync(stage, ruth)).Count);
        Assert.All(
            await SentAsync(stage, ruth),
            q => Assert.True(Assert.Single(q.Paragraphs).Confidential)
        );
        Assert.Equal("R-REF-05", twice.Refusals[0].RuleId);
    }

    [Fact]
    public async Task R_REF_04_who_declines_is_replaced_by_the_applicant_and_stays_on_record()
    {
        var (stage, ruth) = await steps.AssessedAsync();
        var link = await steps.AskAsync(stage, ruth);
        using var referee = host.Visitor();
        using var robin = await stage.VisitorAsync(0);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await robin.GetAsync($"/apply/referees/{ruth}/replace")).Status
        );

        var asked = await referee.GetAsync(link);
        // R-ASSESS-02: ten working days, with the bank holiday of 25 May.
        Assert.Contains("Please answer by 1 June 2026.", asked.Text);
        Assert.Contains(
            host.Mail.To($"ruth-{ruth:N}@foster.example"),
            m => m.Text.Contains("Please answer by 1 June 2026.")
        );
        var page = await (await asked.FollowAsync("I would rather not"))
            .Form()
            .Fill("Would you like to tell us why? (optional)", Secret)
            .SubmitAsync("Decline to give a reference");
        Assert.Contains("We will not ask you again", page.Notification);
        Assert.DoesNotContain("We have your answer", page.Text);
        Assert.Contains(
            "You said on 15 May 2026 that you do not want to give a reference",
            (await referee.GetAsync(link)).Text
        );
        // And so it is: nobody can ask them again.
        Assert.Equal(
            "R-REF-01",
            (await steps.AskingAsync(stage, ruth, RefereeRoute.Telephone)).Refusals[0].RuleId
        );

        var mail = Assert.Single(
            await host.Mail.WaitAsync(
                1,
                m => m.IsFor(stage.Email) && m.Text.Contains("name somebody else")
            )
        );
        Assert.DoesNotContain("Ruth", mail.Text);
        Assert.Contains(
            "Name another person who can speak for you, in the place of Ruth Demo-Speak",
            (await robin.GetAsync("/apply")).Text
        );
        // The referee, beside the papers that are asked for.
        Assert.Matches("[1-9][0-9]* things? waits? for you", (await robin.GetAsync("/apply")).Body);
        var progress = await robin.GetAsync("/apply/progress");
        Assert.Contains("We have been waiting for you since 15 May 2026", progress.Text);
        Assert.DoesNotContain("SECRET-WORRY", progress.Body);
        page = await robin.GetAsync($"/apply/referees/{ruth}/replace");
        Assert.Contains("must have known you for 2 years or more", page.Text);
        var twice = await FillAsync(page, "Ravi Demo-Speak", years: "1").SubmitAsync();
        Assert.Equal(["name", "years-known"], twice.ErrorSummary.Select(e => e.Field).Order());
        page = await FillAsync(twice, "Ruben Demo-New", years: "5").SubmitAsync();
        Assert.Contains("We will ask the person you have named", page.Notification);

        Assert.Equal(RefereeState.Replaced, (await RefereeAsync(stage, ruth)).State);
        var ruben = await stage.ReadAsync(db =>
            db.Set<Referee>().SingleAsync(r => r.Name == "Ruben Demo-New" && r.CaseId == stage.Case)
        );
        Assert.Equal((ruth, RefereeState.Named), (ruben.ReplacesId!.Value, ruben.State));
        Assert.DoesNotContain(
            "Name another person",
            (await robin.GetAsync("/apply")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task R_REF_03_who_takes_the_place_of_the_only_relative_is_a_relative()
    {
        var (stage, _) = await steps.AssessedAsync();
        var rita = await stage.ReadAsync(db =>
            db.Set<Referee>()
                .Where(r => r.CaseId == stage.Case && r.Kind == RefereeKind.Family)
                .Select(r => r.Id)
                .SingleAsync()
        );
        var brief = await LostAsync(stage, rita, "Too short");
        Ok(await LostAsync(stage, rita, "Five calls in three weeks, and no answer to any."));
        var input = ApplicationStage.Referee("Rufus Demo-New");

        var friend = await ReplaceAsync(stage, rita, input);
        var employer = await ReplaceAsync(stage, rita, input with { Kind = RefereeKind.Employer });
        var sister = await ReplaceAsync(stage, rita, input with { Kind = RefereeKind.Family });

        Assert.Equal("R-VAL-06", Assert.Single(brief.Refusals).RuleId);
        Assert.Equal("R-REF-03", Assert.Single(friend.Refusals).RuleId);
        // An employer is nobody of the three who are close, either.
        Assert.Equal(["R-REF-03", "R-REF-03"], employer.Refusals.Select(r => r.RuleId));
        Assert.Contains(employer.Refusals, r => r.Reason.Contains("Name 1 more person"));
        Ok(sister);
    }

    [Fact]
    public async Task CHK_13_nobody_is_asked_without_consent_nor_before_the_decision_to_assess()
    {
        var (stage, ruth) = await steps.AssessedAsync(consent: false);
        var (early, other) = await steps.AssessedAsync(assess: false);

        var refused = await steps.AskingAsync(stage, ruth, RefereeRoute.Email);
        var before = await steps.AskingAsync(early, other, RefereeRoute.Email);

        Assert.Equal("R-APP-05", Assert.Single(refused.Refusals).RuleId);
        Assert.Equal("R-REF-01", Assert.Single(before.Refusals).RuleId);
    }

    [Fact]
    public async Task REM_04_a_referee_is_chased_after_10_20_and_30_working_days()
    {
        var (stage, ruth) = await steps.AssessedAsync();
        await steps.AskAsync(stage, ruth);

        foreach (var _ in Enumerable.Range(0, 4))
            Ok(
                await stage.AsStaffAsync(
                    Role.Assessor,
                    (s, a) =>
                        s.GetRequiredService<ChaseReferee>()
                            .RunAsync(new(ruth, "By telephone", false), a, default)
                )
            );

        // Friday 15 May 2026; Monday 25 May is a bank holiday.
        Assert.Equal(
            ["2026-06-01", "2026-06-15", "2026-06-29"],
            (await ChasesAsync(stage, ruth)).Select(d => $"{d.DueOn:yyyy-MM-dd}").Order()
        );
    }

    [Fact]
    public async Task An_applicant_has_a_referee_reminded_once_in_seven_days_and_the_earlier_link_still_works()
    {
        var (stage, ruth) = await steps.AssessedAsync();
        var first = await steps.AskAsync(stage, ruth);
        using var robin = await stage.VisitorAsync(0);
        Assert.Contains(
            "You can remind them from 22 May 2026",
            (await robin.GetAsync("/apply/referees")).Text
        );
        host.Clock.Set("2026-05-22 10:00");
        // A week ends every session.
        using var later = await stage.VisitorAsync(0);

        var page = await (await later.GetAsync($"/apply/referees/{ruth}/remind"))
            .Form()
            .SubmitAsync("Remind them now");

        Assert.Contains("We have reminded them", page.Notification);
        Assert.Contains("You can remind them from 29 May 2026", page.Text);
        using var referee = host.Visitor();
        // Whoever is writing behind the earlier link is not stopped by a reminder.
        Assert.Contains("Your reference for Robin", (await referee.GetAsync(first)).Text);
        var mails = await host.Mail.WaitAsync(2, m => m.IsFor($"ruth-{ruth:N}@foster.example"));
        var second = mails.Select(m => m.Link("/reference/").AbsolutePath).Single(l => l != first);
        Assert.Contains("Your reference for Robin", (await referee.GetAsync(second)).Text);
        Ok(await LostAsync(stage, ruth, "Told us on the telephone that she would rather not."));
        foreach (var link in (string[])[first, second])
        {
            var over = await referee.GetAsync(link);
            Assert.Equal(HttpStatusCode.OK, over.Status);
            Assert.Contains("not needed any more", over.Text);
            Assert.DoesNotContain("Robin", over.Text);
            Assert.DoesNotContain("Ruth", over.Text);
        }
        var other = await stage.AsAsync<NudgeReferee, Result>(
            1,
            (op, a) => op.RunAsync(new(ruth), a, default)
        );
        Assert.Contains("not among those you named", other.Reasons);
    }

    [Fact]
    public async Task A_link_that_is_wrong_expired_or_not_needed_names_nobody_and_says_how_to_get_a_new_one()
    {
        var (stage, ruth) = await steps.AssessedAsync();
        var link = await steps.AskAsync(stage, ruth);
        using var visitor = host.Visitor();

        var wrong = await visitor.GetAsync("/reference/" + new string('a', 40));
        host.Clock.Set("2026-08-14 10:00");
        var expired = await visitor.GetAsync(link);
        var question = await visitor.GetAsync(link + "/known");

        Assert.Equal(HttpStatusCode.NotFound, wrong.Status);
        Assert.Contains("For a new link", wrong.Text);
        Assert.Equal(HttpStatusCode.Gone, expired.Status);
        Assert.Contains("This link has expired", expired.Text);
        Assert.Equal(link, question.Path);
        Assert.All(
            [wrong, expired, question],
            p =>
            {
                Assert.DoesNotContain("Robin", p.Text);
                Assert.DoesNotContain("Ruth", p.Text);
            }
        );
    }

    [Fact]
    public async Task Without_an_email_address_the_link_goes_by_letter_or_they_are_asked_by_telephone()
    {
        var (stage, ruth) = await steps.AssessedAsync();
        await stage.ReadAsync(db =>
            db.Set<Referee>()
                .Where(r => r.Id == ruth)
                .ExecuteUpdateAsync(r => r.SetProperty(x => x.Email, (string?)null))
        );

        var mail = await steps.AskingAsync(stage, ruth, RefereeRoute.Email);
        Ok(await steps.AskingAsync(stage, ruth, RefereeRoute.Letter));
        var letter = await stage.AsStaffAsync(
            Role.Assessor,
            (s, a) => s.GetRequiredService<PrintReferenceLetter>().RunAsync(new(ruth), a, default)
        );

        Assert.Equal("route", Assert.Single(mail.Refusals).Field);
        using var referee = host.Visitor();
        var page = await referee.GetAsync(new Uri(letter.Value.Link));
        Assert.Contains("Robin Demo-Apply has applied to foster", page.Text);
        Assert.Equal(new DateOnly(2026, 8, 13), letter.Value.Until);
    }

    [Fact]
    public async Task R_REF_05_a_letter_does_not_end_the_link_behind_which_somebody_writes()
    {
        var (stage, ruth) = await steps.AssessedAsync();
        var link = await steps.AskAsync(stage, ruth);

        await stage.AsStaffAsync(
            Role.Assessor,
            (s, a) => s.GetRequiredService<PrintReferenceLetter>().RunAsync(new(ruth), a, default)
        );

        using var referee = host.Visitor();
        Assert.Contains("Your reference for Robin", (await referee.GetAsync(link)).Text);
    }

    [Fact]
    public async Task What_a_referee_wrote_while_their_link_ended_is_given_back_to_them()
    {
        var (stage, ruth) = await steps.AssessedAsync();
        var link = await steps.AskAsync(stage, ruth);
        using var referee = host.Visitor();
        var open = await referee.GetAsync(link + "/children");
        Ok(await LostAsync(stage, ruth, "Told us on the telephone that she would rather not."));

        var page = await open.Form()
            .Fill(open.Find("h1").TextContent, "He is patient with my children.")
            .SubmitAsync();

        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Equal("He is patient with my children.", page.Find("textarea").TextContent);
        Assert.DoesNotContain("Robin", page.Text);
    }

    private static HtmlForm FillAsync(HtmlPage page, string name, string years) =>
        page.Form()
            .Fill("Full name", name)
            .Choose("Who are they to you?", "A friend or neighbour")
            .Fill("How do they know you?", "friend")
            .Fill("How many years have they known you?", years)
            .Fill("Their email address (optional)", "new@foster.example")
            .Check("They are 18 or over and do not live with me");

    private Task<IReadOnlyList<SentReference>> SentAsync(ApplicationStage stage, Guid referee) =>
        stage.AsStaffAsync(
            Role.Assessor,
            (s, _) => s.GetRequiredService<ReferenceLinkReads>().SentAsync(referee, default)
        );

    private static Task<IReadOnlyList<Gap>> GapsAsync(ApplicationStage stage) =>
        stage.AsStaffAsync(
            Role.Assessor,
            (s, _) => s.GetRequiredService<AssessmentWorkReads>().GapsAsync(stage.Case, default)
        );

    public sealed class OnSqlite(SqliteHost host) : ReferenceTests(host), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : ReferenceTests(host),
            IClassFixture<PostgresHost>;
}
