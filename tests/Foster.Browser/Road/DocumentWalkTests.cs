using Foster.TestKit;
using Foster.Web.Features.Documents;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Browser;

/// <summary>An applicant without scripts sends a document from a phone; the team manager opens and accepts it.</summary>
public abstract class DocumentWalkTests(FosterHost host) : BrowserTest(host)
{
    [Fact]
    public async Task An_applicant_sends_a_document_and_the_manager_opens_and_accepts_it()
    {
        var robin = await PersonAsync(javaScript: false, width: 320);
        await robin.SignInAsync("applicant@foster.example");
        await robin.OpenAsync(DocumentLinks.Own);
        await robin.FollowAsync("Home and contents insurance");
        await robin.PressAsync("Upload the file");
        Assert.Contains("Select a file", await Answers.TextAsync(robin.Page));
        await robin
            .Page.GetByLabel("Choose a file")
            .SetInputFilesAsync(
                new Microsoft.Playwright.FilePayload
                {
                    Name = "insurer.pdf",
                    MimeType = "application/pdf",
                    Buffer = SampleFiles.Pdf(),
                }
            );
        await robin.PressAsync("Upload the file");
        Assert.Contains("The file is uploaded.", await robin.Page.ContentAsync());

        var document = await Host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<FosterDb>();
            var council = await db.Set<Council>().SingleAsync(c => c.Code == "HAR");
            services.GetRequiredService<CouncilScope>().EnterCouncil(council.Id);
            return await db.Set<Document>().SingleAsync(d => d.Kind == "insurance");
        });
        var manager = await PersonAsync();
        await manager.SignInAsync("manager@foster.example");
        await manager.OpenAsync(DocumentLinks.OfCase(document.CaseId));
        await LooksRightAsync(manager.Page, "case-documents");
        await manager.OpenAsync(DocumentLinks.One(document.Id));
        await LooksRightAsync(manager.Page, "document");
        var download = await manager.Page.RunAndWaitForDownloadAsync(() =>
            manager.Link("insurer.pdf").ClickAsync()
        );
        Assert.EndsWith("-insurance-1.pdf", download.SuggestedFilename);
        Assert.Equal(
            SampleFiles.Pdf(),
            await File.ReadAllBytesAsync((await download.PathAsync())!)
        );
        await manager.PressAsync("Accept it or send it back");
        await LooksRightAsync(manager.Page, "document-decide");
        await manager.ChooseAsync("What do you want to do?", "Accept it");
        await manager.PressAsync("Save");
        Assert.Contains("It is noted.", await manager.Page.ContentAsync());

        await robin.OpenAsync(DocumentLinks.OwnOne(document.Id));
        Assert.Contains("We accepted it", await Answers.TextAsync(robin.Page));
        var again = await PersonAsync();
        await again.SignInAsync("applicant@foster.example");
        foreach (var address in (string[])[DocumentLinks.Own, DocumentLinks.OwnOne(document.Id)])
        {
            await again.OpenAsync(address);
            await LooksRightAsync(again.Page, "own-documents");
        }
    }

    public sealed class OnSqlite(SqliteDemoHost host)
        : DocumentWalkTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : DocumentWalkTests(host),
            IClassFixture<PostgresDemoHost>;
}
