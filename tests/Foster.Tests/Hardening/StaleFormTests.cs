using Foster.TestKit;
using Xunit;

namespace Foster.Tests.Hardening;

/// <summary>quality.md row 26: the first save is kept, the second sender is told and shown both, nothing is lost.</summary>
public abstract class StaleFormTests(FosterHost host)
{
    private const string Page = "/apply/you";
    private const string Phone = "Telephone number";
    private const string Name = "Any names you have had before (optional)";
    private const int Rounds = 25;
    private const int Windows = 4;

    [Fact]
    public async Task The_second_of_two_windows_is_shown_both_answers_and_decides()
    {
        using var one = await SignedInAsync();
        using var other = await SignedInAsync();
        var (mine, theirs) = (
            (await one.GetAsync(Page)).Form(),
            (await other.GetAsync(Page)).Form()
        );

        var first = await mine.Fill(Name, "First-Window").SubmitAsync();
        var second = await theirs.Fill(Name, "Second-Window").SubmitAsync();

        Assert.Equal("/apply", first.Path);
        Assert.Equal(Page, second.Path);
        Assert.Single(second.ErrorSummary);
        Assert.Contains("“First-Window”", second.Text, StringComparison.Ordinal);
        Assert.Contains("“Second-Window”", second.Text, StringComparison.Ordinal);
        Assert.Equal("Second-Window", second.Form().Value(Name));
        Assert.Equal("First-Window", await StandsAsync(one));

        var decided = await second.Form().SubmitAsync();

        Assert.Equal("/apply", decided.Path);
        Assert.Equal("Second-Window", await StandsAsync(one));
    }

    [Fact]
    public async Task A_wrong_answer_in_between_does_not_forget_what_was_seen()
    {
        using var one = await SignedInAsync();
        using var other = await SignedInAsync();
        var theirs = (await other.GetAsync(Page)).Form();
        await (await one.GetAsync(Page)).Form().Fill(Name, "In-Between").SubmitAsync();

        var wrong = await theirs.Fill(Phone, "none").Fill(Name, "Late").SubmitAsync();
        var mended = await wrong.Form().Fill(Phone, "0151 496 0901").SubmitAsync();

        Assert.Single(mended.ErrorSummary);
        Assert.Contains("“In-Between”", mended.Text, StringComparison.Ordinal);
        Assert.Equal("In-Between", await StandsAsync(one));
    }

    [Fact]
    public async Task A_mark_that_nobody_handed_out_does_no_harm()
    {
        using var visitor = await SignedInAsync();
        foreach (var mark in (string[])["x", "previous-names.00", "a b c", " . ."])
        {
            var page = await (await visitor.GetAsync(Page))
                .Form()
                .Tamper("as-seen", mark)
                .SubmitAsync();

            Assert.True((int)page.Status < 500, page.ToString());
        }
    }

    [Fact]
    public async Task Of_windows_that_send_at_once_one_is_kept_and_every_other_is_told()
    {
        using var reader = await SignedInAsync();
        var visitors = await Task.WhenAll(
            Enumerable.Range(0, Windows).Select(_ => SignedInAsync())
        );
        for (var round = 0; round < Rounds; round++)
        {
            var forms = await Task.WhenAll(visitors.Select(v => v.GetAsync(Page)));
            var sent = await Task.WhenAll(
                forms.Select((f, i) => f.Form().Fill(Name, $"Round-{round}-{i}").SubmitAsync())
            );

            var kept = Assert.Single(sent, p => p.Path == "/apply");
            Assert.Equal($"Round-{round}-{Array.IndexOf(sent, kept)}", await StandsAsync(reader));
            Assert.All(sent.Where(p => p != kept), p => Assert.NotEmpty(p.ErrorSummary));
        }
        foreach (var visitor in visitors)
            visitor.Dispose();
    }

    [Fact]
    public async Task Back_after_saving_other_answers_correct_what_is_on_record()
    {
        using var visitor = await SignedInAsync();
        var form = (await visitor.GetAsync(Page)).Form();
        await form.Fill(Name, "Sent-First").SubmitAsync();
        Assert.Equal("/apply", (await form.SubmitAsync()).Path);

        var told = await form.Fill(Name, "Meant-Later").SubmitAsync();

        Assert.Equal("Already sent", told.Heading);
        Assert.Contains(told.SummaryRows, r => r.Value == "Sent-First");
        Assert.Contains(told.SummaryRows, r => r.Value == "Meant-Later");
        Assert.Equal("Sent-First", await StandsAsync(visitor));

        var correct = await told.Form().SubmitAsync("Correct it");

        Assert.Equal((Page, "Meant-Later"), (correct.Path, correct.Form().Value(Name)));
        Assert.Equal("Sent-First", await StandsAsync(visitor));
        Assert.Equal("/apply", (await correct.Form().SubmitAsync()).Path);
        Assert.Equal("Meant-Later", await StandsAsync(visitor));
    }

    [Fact]
    public async Task What_was_sent_is_shown_to_its_sender_alone_and_on_its_own_page_alone()
    {
        using var visitor = await SignedInAsync();
        using var carer = host.Visitor();
        await carer.SignInAsync("partner@foster.example");
        var form = (await visitor.GetAsync(Page)).Form();
        var key = form.Element.QuerySelector("input[name=submission-key]")!.GetAttribute("value")!;
        await form.Fill(Name, "For-Me-Alone").SubmitAsync();

        var stranger = await (await carer.GetAsync(Page))
            .Form()
            .Tamper("submission-key", key)
            .Fill(Name, "Other")
            .SubmitAsync();
        var elsewhere = await (await visitor.GetAsync("/account/email"))
            .Form("main form[method=post]")
            .Tamper("submission-key", key)
            .SubmitAsync();

        Assert.DoesNotContain("For-Me-Alone", stranger.Body + elsewhere.Body);
        Assert.Contains("opened by somebody else", Assert.Single(stranger.ErrorSummary).Text);
    }

    private async Task<HtmlVisitor> SignedInAsync()
    {
        var visitor = host.Visitor();
        await visitor.SignInAsync("applicant@foster.example");
        return visitor;
    }

    private static async Task<string> StandsAsync(HtmlVisitor visitor) =>
        (await visitor.GetAsync(Page)).Form().Value(Name);

    public sealed class OnSqlite(SqliteDemoHost host)
        : StaleFormTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : StaleFormTests(host),
            IClassFixture<PostgresDemoHost>;
}
