using System.Net;
using Foster.TestKit;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Cases;

/// <summary>A letter by its link: nothing of it before the date of birth (R-ENQ-08, T-ENQ-07).</summary>
public abstract class LetterLinkTests(FosterHost host)
{
    private const string Born = "What is your date of birth?";
    private const string Secret = "The reasons of the letter";

    private static int letters;

    [Fact]
    public async Task The_letter_is_shown_after_the_date_of_birth_and_marked_as_read_once()
    {
        host.Clock.Set("2026-05-15 10:00");
        var (link, caseId) = await IssueAsync(new DateOnly(1984, 2, 29), null);
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync(link);
        Assert.Equal(Born, page.Heading);
        Assert.DoesNotContain(Secret, page.Body);
        Assert.DoesNotContain("About your enquiry", page.Body);
        Assert.DoesNotContain("Lena", page.Body);
        Assert.Null((await LetterAsync(caseId)).FirstReadAt);

        page = await page.Form().FillDate(Born, 29, 2, 1984).SubmitAsync("Read my letter");

        Assert.Equal("About your enquiry", page.Heading);
        Assert.Contains(Secret, page.Text);
        Assert.Contains("Dear Lena", page.Text);
        Assert.Equal("no-store", page.Headers["Cache-Control"]);
        Assert.NotNull((await LetterAsync(caseId)).FirstReadAt);
        page = await visitor.GetAsync(link);
        Assert.DoesNotContain(Secret, page.Body);
        await page.Form().FillDate(Born, 29, 2, 1984).SubmitAsync();
        Assert.Equal(1, await HistoryAsync(caseId, "letter.read"));
    }

    [Fact]
    public async Task Ten_wrong_answers_lock_the_link_for_fifteen_minutes_and_the_page_says_so()
    {
        host.Clock.Set("2026-05-15 10:00");
        var (link, caseId) = await IssueAsync(new DateOnly(1984, 2, 29), null);
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync(link);
        for (var left = 9; left >= 1; left--)
        {
            page = await page.Form().FillDate(Born, 1, 3, 1984).SubmitAsync();
            Assert.StartsWith("Error: ", page.Title);
            Assert.Contains(
                left == 1 ? "You have 1 more try." : $"You have {left} more tries.",
                Assert.Single(page.ErrorSummary).Text
            );
            Assert.Equal("1984", page.Form().Value(Born, "Year"));
        }

        var form = page.Form();
        await form.FillDate(Born, 1, 3, 1984).SubmitAsync();
        page = await visitor.GetAsync(link);
        Assert.Equal("This link is locked for a short time", page.Heading);
        Assert.Contains("Try again after 10:16am", page.Text);
        page = await form.FillDate(Born, 29, 2, 1984).SubmitAsync();
        Assert.DoesNotContain(Secret, page.Body);
        Assert.Equal(1, await HistoryAsync(caseId, "letter.locked"));

        host.Clock.Advance(TimeSpan.FromMinutes(15));
        page = await visitor.GetAsync(link);
        page = await page.Form().FillDate(Born, 29, 2, 1984).SubmitAsync();
        Assert.Contains(Secret, page.Text);
    }

    [Fact]
    public async Task Wrong_answers_at_once_are_all_counted()
    {
        var (link, _) = await IssueAsync(new DateOnly(1984, 2, 29), null);
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync(link);
        var token = page.Find("main form input[name=__RequestVerificationToken]");

        await Task.WhenAll(
            Enumerable
                .Range(0, 5)
                .Select(async _ =>
                {
                    using var other = host.Visitor();
                    foreach (var name in visitor.Cookies.Names)
                        other.Cookies.Set(name, visitor.Cookies[name]!);
                    await other.PostAsync(
                        link,
                        ("__RequestVerificationToken", token.GetAttribute("value")!),
                        ("born-day", "1"),
                        ("born-month", "1"),
                        ("born-year", "1990")
                    );
                })
        );

        page = await page.Form().FillDate(Born, 1, 1, 1990).SubmitAsync();
        Assert.Contains("You have 4 more tries.", Assert.Single(page.ErrorSummary).Text);
    }

    [Fact]
    public async Task Somebody_without_a_date_of_birth_on_record_is_asked_for_the_postcode()
    {
        var (link, _) = await IssueAsync(null, "CH41 6AA");
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync(link);
        Assert.Equal("What is your postcode?", page.Heading);

        page = await page.Form().Fill("What is your postcode?", "CH41 6AB").SubmitAsync();
        Assert.Contains("That postcode is not the one we have", page.ErrorSummary[0].Text);
        page = await page.Form().Fill("What is your postcode?", "ch416aa").SubmitAsync();

        Assert.Contains(Secret, page.Text);
    }

    [Fact]
    public async Task Somebody_of_whom_neither_is_known_is_asked_to_call()
    {
        var (link, _) = await IssueAsync(null, null);
        using var visitor = host.Visitor();

        var page = await visitor.GetAsync(link);

        Assert.Equal("Call us to have your letter", page.Heading);
        Assert.Contains("0151 496 0100", page.Text);
        Assert.DoesNotContain(Secret, page.Body);
    }

    [Fact]
    public async Task An_expired_link_says_so_and_an_unknown_one_is_not_found()
    {
        host.Clock.Set("2026-05-15 10:00");
        var (link, _) = await IssueAsync(new DateOnly(1984, 2, 29), null);
        using var visitor = host.Visitor();
        var form = (await visitor.GetAsync(link)).Form();
        host.Clock.AdvanceDays(91);

        var page = await visitor.GetAsync(link);
        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Equal("This link has expired", page.Heading);
        page = await form.FillDate(Born, 29, 2, 1984).SubmitAsync();
        Assert.DoesNotContain(Secret, page.Body);
        page = await visitor.GetAsync("/letters/" + new string('0', 40));
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        host.Clock.Set("2026-05-15 10:00");
    }

    private async Task<(string Link, Guid CaseId)> IssueAsync(DateOnly? born, string? postcode)
    {
        var mailbox = $"letter{Interlocked.Increment(ref letters)}@example.org";
        var caseId = await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<FosterDb>();
            var council = await db.Set<Council>().SingleAsync(c => c.Code == "HAR");
            var actor = services.GetRequiredService<ActorSource>().System(council.Id);
            var opened = await services
                .GetRequiredService<OpenCase>()
                .RunAsync(
                    new(
                        council.Id,
                        [new NewPerson("Lena", "Example", born, mailbox, null)],
                        [],
                        postcode is null ? null : new("1 Example Street", "Town", postcode),
                        services.GetRequiredService<LondonClock>().Today
                    ),
                    actor,
                    default
                );
            await db.SaveChangesAsync();
            await services
                .GetRequiredService<IssueLetter>()
                .RunAsync(
                    new(opened.Case.Id, "enquiry.declined", "About your enquiry", Secret),
                    actor,
                    default
                );
            await db.SaveChangesAsync();
            return opened.Case.Id;
        });
        var mail = (await host.Mail.WaitForAsync(mailbox))[0];
        Assert.DoesNotContain(Secret, mail.Text);
        return (mail.Link("/letters/").PathAndQuery, caseId);
    }

    private Task<Letter> LetterAsync(Guid caseId) =>
        InCouncilAsync(db => db.Set<Letter>().SingleAsync(l => l.CaseId == caseId));

    private Task<int> HistoryAsync(Guid caseId, string kind) =>
        InCouncilAsync(db =>
            db.Set<HistoryEntry>().CountAsync(h => h.CaseId == caseId && h.Kind == kind)
        );

    private Task<T> InCouncilAsync<T>(Func<FosterDb, Task<T>> act) =>
        host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<FosterDb>();
            var council = await db.Set<Council>().SingleAsync(c => c.Code == "HAR");
            services.GetRequiredService<ActorSource>().System(council.Id);
            return await act(db);
        });

    public sealed class OnSqlite(SqliteDemoHost host)
        : LetterLinkTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : LetterLinkTests(host),
            IClassFixture<PostgresDemoHost>;
}
