using System.Net;
using Foster.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Foster.Tests.TestKit;

public sealed class HtmlVisitorTests : IAsyncLifetime
{
    private const string Form = """
        <title>A form</title><main><h1>About you</h1>
        <div class="govuk-error-summary"><ul class="govuk-error-summary__list"><li><a href="#Name">Enter a name</a></li></ul></div>
        <form method="post" action="/take?from=form" ENCTYPE>
          <input type="hidden" name="__RequestVerificationToken" value="t0ken">
          <label for="n">Full name</label><input id="n" name="Name" value="old">
          <fieldset><legend> Date of
            birth </legend>
            <label for="d">Day</label><input id="d" name="Born.Day">
            <label for="m">Month</label><input id="m" name="Born.Month">
            <label for="y">Year</label><input id="y" name="Born.Year"></fieldset>
          <fieldset><legend>A spare room?</legend>
            <input type="radio" id="r1" name="Room" value="yes"><label for="r1">Yes</label>
            <input type="radio" id="r2" name="Room" value="no" checked><label for="r2">No</label></fieldset>
          <input type="checkbox" id="c" name="Mail" value="true"><label for="c">By e-mail</label>
          <input type="checkbox" id="c2" name="Post" value="true" checked><label for="c2">By post</label>
          <label for="s">Council</label><select id="s" name="Council"><option value="1">One</option><option value="2">Two</option></select>
          <label for="t">More</label><textarea id="t" name="More">a</textarea>
          <label for="f">Paper</label><input type="file" id="f" name="Paper">
          <input name="Off" value="never" disabled>
          <button name="go" value="on">Continue</button><button name="go" value="later" formaction="/take?from=later">Save and come back</button>
        </form></main>
        """;

    private WebApplication app = null!;
    private HtmlVisitor visitor = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        // The program's own settings lie beside the tests and name a port.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapGet("/plain", () => Html(Form.Replace("ENCTYPE", "")));
        app.MapGet("/files", () => Html(Form.Replace("ENCTYPE", "enctype=multipart/form-data")));
        app.MapPost("/take", TakeAsync);
        app.MapGet(
            "/in",
            (HttpResponse to) =>
            {
                to.Cookies.Append(
                    "__Host-s",
                    "1",
                    new()
                    {
                        Secure = true,
                        HttpOnly = true,
                        Path = "/",
                    }
                );
                return Results.Redirect("/who");
            }
        );
        app.MapGet(
            "/out",
            (HttpResponse to) =>
            {
                to.Cookies.Delete("__Host-s");
                return Results.Redirect("/who");
            }
        );
        app.MapGet(
            "/who",
            (HttpRequest from) =>
                Html($"<main><h1>{from.Cookies["__Host-s"] ?? "nobody"}</h1></main>")
        );
        app.MapGet("/round", () => Results.Redirect("/round"));
        app.MapGet("/away", () => Results.Redirect("https://elsewhere.example/"));
        await app.StartAsync();
        visitor = new HtmlVisitor(new Uri(app.Urls.Single()));
    }

    public async Task DisposeAsync()
    {
        visitor.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_form_sends_what_a_browser_without_JavaScript_would_send()
    {
        var page = await visitor.GetAsync("/plain");

        var taken = await page.Form()
            .Fill("Full name", "Zoë & Co")
            .FillDate("Date of birth", 29, 2, 1984)
            .Choose("A spare room?", "Yes")
            .Check("By e-mail")
            .Uncheck("By post")
            .Fill("Council", "Two")
            .Fill("More", "a\nb")
            .SubmitAsync("Continue");

        Assert.Equal("/take?from=form", taken.Path);
        Assert.Equal(
            "__RequestVerificationToken=t0ken|Name=Zoë & Co|Born.Day=29|Born.Month=2|Born.Year=1984"
                + "|Room=yes|Mail=true|Council=2|More=a\\r\\nb|Paper=|go=on",
            taken.Text
        );
    }

    [Fact]
    public async Task Files_and_other_buttons_go_where_they_say()
    {
        var page = await visitor.GetAsync("/files");

        var taken = await page.Form()
            .Attach("Paper", "ä.txt", "hello"u8.ToArray(), "text/plain")
            .SubmitAsync("Save and come back");

        Assert.Equal("/take?from=later", taken.Path);
        Assert.Contains("go=later", taken.Text, StringComparison.Ordinal);
        Assert.Contains("Paper:ä.txt:text/plain:5", taken.Text, StringComparison.Ordinal);
        Assert.Contains("Post=true", taken.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_could_not_do_throws_and_shows_the_page()
    {
        var form = (await visitor.GetAsync("/plain")).Form();

        Assert.Throws<InvalidOperationException>(() => form.Choose("A spare room?", "Perhaps"));
        Assert.Throws<InvalidOperationException>(() => form.Fill("Council", "Three"));
        Assert.Throws<InvalidOperationException>(() => form.Fill("__RequestVerificationToken", ""));
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            form.SubmitAsync("Send")
        );
        Assert.Contains("Continue, Save and come back", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_read_as_a_person_reads_it()
    {
        var page = await visitor.GetAsync("/plain");

        Assert.Equal(("A form", "About you"), (page.Title, page.Heading));
        Assert.Equal([new ShownError("Enter a name", "Name")], page.ErrorSummary);
        Assert.Equal("old", page.Form().Value("Full name"));
        Assert.Equal("One", page.Form().Value("Council"));
    }

    [Fact]
    public async Task Cookies_come_and_go_and_redirects_are_followed()
    {
        Assert.Equal("1", (await visitor.GetAsync("/in")).Heading);
        Assert.True(visitor.Cookies.Find("__Host-s").HttpOnly);
        Assert.Equal("nobody", (await visitor.GetAsync("/out")).Heading);

        visitor.FollowsRedirects = false;
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/in")).Status);
    }

    [Theory]
    [InlineData("/round")]
    [InlineData("/away")]
    public async Task Circles_and_other_sites_are_not_followed(string path) =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => visitor.GetAsync(path));

    private static IResult Html(string body) => Results.Content(body, "text/html; charset=utf-8");

    private static async Task<IResult> TakeAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var fields = form.Select(f => $"{f.Key}={f.Value}".ReplaceLineEndings("\\r\\n"));
        var files = form.Files.Select(f => $"{f.Name}:{f.FileName}:{f.ContentType}:{f.Length}");
        return Html(
            "<main>" + WebUtility.HtmlEncode(string.Join('|', fields.Concat(files))) + "</main>"
        );
    }
}
