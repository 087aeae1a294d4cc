using System.Net;
using System.Text;
using Foster.TestKit;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Features.Enquiries.Duplicates;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Enquiries;

/// <summary>The pages of duplicates and of the import, as officers meet them.</summary>
public abstract class DeskPagesTests(FosterHost host)
{
    private static int people;

    [Fact]
    public async Task R_ENQ_14_a_pair_is_looked_at_merged_and_taken_apart_on_the_pages()
    {
        host.Clock.Set("2026-05-15 10:00");
        var (first, second) = await TwoAsync();
        using var officer = host.Visitor();
        await officer.SignInAsync("recruitment@foster.example");
        var queue = await officer.GetAsync($"/staff/enquiries?q={first.Reference}");
        Assert.Contains($"Perhaps the same as {second.Reference}", queue.Text);

        var page = await officer.GetAsync($"/staff/enquiries/{second.CaseId}");
        Assert.Contains(
            $"Perhaps the same as {first.Reference}: same name, date of birth and postcode, email.",
            page.Text
        );
        Assert.Contains("Repeat contact", page.Text);
        page = await officer.GetAsync(DuplicateLinks.Compare(second.CaseId, first.CaseId));
        Assert.Equal("Are they the same person?", page.Heading);
        page = await page.Form("main form[method=post]").SubmitAsync("Save the decision");
        Assert.Single(page.ErrorSummary);
        page = await page.Form("main form[method=post]")
            .Choose(
                "Are they the same person?",
                $"Yes, merge {second.Reference} into {first.Reference}"
            )
            .SubmitAsync("Save the decision");
        Assert.Equal("Say how you know that they are the same person", page.ErrorSummary[0].Text);
        page = await page.Form("main form[method=post]")
            .Fill("If they are the same: how do you know?", "<b>They</b> told me")
            .SubmitAsync("Save the decision");

        Assert.Equal($"/staff/enquiries/{first.CaseId}", page.Path);
        Assert.Contains($"{second.Reference} is merged into {first.Reference}", page.Notification);
        Assert.Contains("Carried over from other enquiries", page.Text);
        Assert.Contains($"merged {second.Reference} into this enquiry", page.Text);
        page = await officer.GetAsync(DuplicateLinks.Compare(first.CaseId, second.CaseId));
        Assert.Equal("These two are merged", page.Heading);
        Assert.Contains($"merged {second.Reference} into {first.Reference}", page.Text);
        Assert.DoesNotContain("in common", page.Text);
        Assert.False(page.Has("main form[method=post]"));
        page = await officer.GetAsync($"/staff/cases/{second.CaseId}");
        Assert.Contains(first.Reference, page.Text);
        Assert.DoesNotContain("<b>They", page.Body);
        page = await officer.GetAsync(DuplicateLinks.Undo(second.CaseId));
        page = await page.Form("main form[method=post]")
            .Fill("Why is it undone?", "Too short")
            .SubmitAsync("Undo the merge");
        Assert.Single(page.ErrorSummary);
        page = await page.Form("main form[method=post]")
            .Fill("Why is it undone?", "They are two sisters who share a birthday.")
            .SubmitAsync("Undo the merge");
        Assert.Contains("The merge is undone", page.Notification);
        Assert.DoesNotContain("Carried over", page.Text);
        Assert.DoesNotContain(
            "into this enquiry",
            (await officer.GetAsync($"/staff/enquiries/{first.CaseId}")).Text
        );
    }

    [Fact]
    public async Task R_DP_12_known_to_another_partner_stands_in_the_access_log_and_says_no_more()
    {
        host.Clock.Set("2026-05-15 10:00");
        var (first, _) = await TwoAsync();
        var there = await TakeAsync("WES", people);
        using var officer = host.Visitor();
        await officer.SignInAsync("manager@foster.example");

        var page = await officer.GetAsync($"/staff/enquiries/{first.CaseId}");

        Assert.Contains("Known to another partner", page.Text);
        Assert.DoesNotContain(there.Reference, page.Body);
        Assert.DoesNotContain("Other council", page.Text, StringComparison.OrdinalIgnoreCase);
        var entries = await host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<AccessEntry>()
                .IgnoreQueryFilters()
                .Where(a => a.CaseId == first.CaseId && a.Page == "/staff/enquiries/{caseId:guid}")
                .Select(a => new { a.Kinds, Reason = a.Body != null })
                .ToListAsync()
        );
        Assert.Contains(
            entries,
            e => e.Kinds.Contains("People", StringComparison.Ordinal) && e.Reason
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await officer.GetAsync(DuplicateLinks.Compare(first.CaseId, there.CaseId))).Status
        );
    }

    [Fact]
    public async Task A_file_with_three_bad_rows_goes_the_whole_way_on_the_pages()
    {
        host.Clock.Set("2026-05-15 10:00");
        using var officer = host.Visitor();
        await officer.SignInAsync("recruitment@foster.example");
        var page = await officer.GetAsync("/staff/enquiries/import");
        page = await page.Form("main form[method=post]").SubmitAsync("Upload the file");
        Assert.Equal("Select a CSV file", page.ErrorSummary[0].Text);
        Assert.Equal(("agreed", 2), (page.ErrorSummary[1].Field, page.ErrorSummary.Count));
        page = await page.Form("main form[method=post]")
            .Check("The people in this file agreed that we record their enquiry")
            .Attach(
                "CSV file",
                "<img src=x>.csv",
                Encoding.UTF8.GetBytes(
                    "First name,Surname,When,Ref\nAnn,Demo-File,1/2/2025,P1\n,x,1/2/2025,P2\n=1+1,<script>,soon,P3\nBo,Demo-File,,P4\nCy,Demo-File,1/2/2025,P5,and more"
                ),
                "text/csv"
            )
            .SubmitAsync("Upload the file");
        Assert.Equal("What does each column hold?", page.Heading);
        page = await page.Form("main form[method=post]").SubmitAsync("Check the rows");
        Assert.Contains("Received on", page.ErrorSummary[0].Text);
        page = await page.Form("main form[method=post]")
            .Fill("Received on", "When")
            .SubmitAsync("Check the rows");
        Assert.Contains(("Can be taken over", "1"), page.SummaryRows);
        Assert.Contains(("Cannot be taken", "4"), page.SummaryRows);
        Assert.DoesNotContain("<script>", page.Find("main").InnerHtml);
        var address = page.Path;

        var file = await officer.GetAsync(address + "/given-back");
        Assert.StartsWith("text/csv", file.Headers["Content-Type"]);
        var text = Encoding.UTF8.GetString(file.Content);
        Assert.Contains(
            "First name,Surname,When,Ref,Behind the last column,Why it was not taken",
            text
        );
        Assert.Contains("'=1+1,<script>,soon,P3,", text);
        Assert.Contains("Cy,Demo-File,1/2/2025,P5,and more,It has more cells", text);
        Assert.Equal(5, text.Trim().Split("\r\n").Length);

        page = await (await officer.GetAsync(address))
            .Form("main form[method=post]")
            .SubmitAsync("Take over the rows");
        Assert.Contains("The import is started", page.Notification);
        Assert.Contains(("Still to come", "1"), page.SummaryRows);
        using var other = host.Visitor();
        await other.SignInAsync("manager@other.foster.example");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address)).Status);
        using var assessor = host.Visitor();
        await assessor.SignInAsync("assessor@foster.example");
        Assert.NotEqual(HttpStatusCode.OK, (await assessor.GetAsync(address)).Status);
    }

    private async Task<(SubmittedEnquiry First, SubmittedEnquiry Second)> TwoAsync()
    {
        var number = Interlocked.Increment(ref people);
        var first = await TakeAsync("HAR", number);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        return (first, await TakeAsync("HAR", number, "+447700900982"));
    }

    private Task<SubmittedEnquiry> TakeAsync(string code, int number, string? telephone = null) =>
        host.InScopeAsync(async s =>
        {
            var council = await s.GetRequiredService<FosterDb>()
                .Set<Council>()
                .SingleAsync(c => c.Code == code);
            var sent = await s.GetRequiredService<SubmitEnquiry>()
                .RunAsync(
                    new(
                        council.Id,
                        Channel.Web,
                        null,
                        new(
                            "Twice",
                            $"Demo-Number-{number}",
                            new DateOnly(1980, 1, 1).AddDays(number),
                            $"twice{number}@foster.example",
                            telephone
                        ),
                        null,
                        new NewAddress("1 Example Road", null, "CH41 1AA"),
                        [],
                        1,
                        [],
                        false,
                        null,
                        null,
                        false,
                        null,
                        "2026-1",
                        null
                    ),
                    s.GetRequiredService<ActorSource>().Anyone(council.Id),
                    default
                );
            Assert.True(sent.Ok, sent.Reasons);
            return sent.Value;
        });

    public sealed class OnSqlite(SqliteDemoHost host)
        : DeskPagesTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : DeskPagesTests(host),
            IClassFixture<PostgresDemoHost>;
}
