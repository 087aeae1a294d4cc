using System.Net;
using Foster.TestKit;
using Foster.Web.Features.Records;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Retention;

/// <summary>The pages of the records officer, for them and for nobody else, and searches in the access log (R-DP-12).</summary>
public sealed class RecordsPageTests(ShelfSqliteHost host) : IClassFixture<ShelfSqliteHost>
{
    private const string Officer = "panel.adviser@foster.example";
    private readonly Shelf shelf = new(host);

    [Fact]
    public async Task The_officer_reads_why_confirms_and_finds_the_certificate()
    {
        using var visitor = await InAsync(Officer);
        var list = await visitor.GetAsync(RecordsLinks.List);
        var link = list
            .Document.QuerySelectorAll("a[href^='/staff/records/']")
            .Select(a => a.GetAttribute("href")!)
            .First(h => Guid.TryParse(h.Split('/')[^1], out _));
        var item = await visitor.GetAsync(link);
        Assert.Contains("R-REC-06", item.Text, StringComparison.Ordinal);
        Assert.Contains("Name and contacts", item.Text, StringComparison.Ordinal);
        var confirm = await visitor.GetAsync(link + "/confirm");
        Assert.Contains(
            "Tick that",
            (await confirm.Form("main form").SubmitAsync()).Text,
            StringComparison.Ordinal
        );
        var done = await (await visitor.GetAsync(link + "/confirm"))
            .Form("main form")
            .Check(
                "I have looked whether a court, an inquiry, a claim or a person still needs these records"
            )
            .SubmitAsync();
        Assert.Contains("confirmed", done.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await shelf.RunAsync()).Erased);

        var certificates = await visitor.GetAsync(RecordsLinks.Certificates);
        var one = certificates
            .Document.QuerySelectorAll("a[href*='/certificates/']")[0]
            .GetAttribute("href")!;
        Assert.Contains(
            "Piotr Demo-Adviser",
            (await visitor.GetAsync(one)).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(link)).Status);
    }

    [Fact]
    public async Task Nobody_else_finds_the_pages()
    {
        var held = await shelf.ReadAsync(db =>
            db.Set<RecordHold>().Select(h => h.CaseId).FirstAsync()
        );
        var erased = await shelf.ReadAsync(db =>
            db.Set<RetentionItem>()
                .Where(i => i.State == RetentionState.Erased)
                .Select(i => i.Id)
                .FirstAsync()
        );
        foreach (
            var name in new[]
            {
                "manager@foster.example",
                "recruitment@foster.example",
                "assessor@foster.example",
                "panel.adviser@other.foster.example",
            }
        )
        {
            using var visitor = await InAsync(name);
            foreach (
                var address in new[]
                {
                    RecordsLinks.Certificate(erased),
                    RecordsLinks.Hold(held),
                    name.Contains("other", StringComparison.Ordinal)
                        ? RecordsLinks.Access(held)
                        : RecordsLinks.List,
                }
            )
                Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address)).Status);
        }
    }

    [Fact]
    public async Task A_search_for_people_stands_in_the_log_without_what_was_typed()
    {
        using var visitor = await InAsync("manager@foster.example");
        await visitor.GetAsync("/staff/cases");
        await visitor.GetAsync("/staff/cases?search=Alder");

        var found = await shelf.ReadAsync(db =>
            db.Set<AccessEntry>().Where(a => a.Act == AccessAct.Search).ToListAsync()
        );

        var entry = Assert.Single(found);
        Assert.Equal(
            ("/staff/cases", "People", 1, null, "Maya Demo-Manage"),
            (entry.Page, entry.Kinds, entry.Rows, entry.ContentDigest, entry.ActorName)
        );
    }

    [Fact]
    public async Task A_copy_is_opened_reviewed_and_downloaded_through_the_pages()
    {
        var caseId = await Village.CaseAsync(
            host,
            Shelf.Council,
            new(2026, 5, 1),
            ("Copy", "Demo-Wanted")
        );
        using var officer = await InAsync(Officer);
        var form = await officer.GetAsync(RecordsLinks.Access(caseId));
        var person = form.Document.QuerySelector("input[name=person]")!.GetAttribute("value")!;
        var request = await form.Form("main form")
            .Choose("Who asks?", "Copy Demo-Wanted")
            .FillDate("When did the request come?", 14, 5, 2026)
            .Fill("How do we know that it is this person?", "Came with a passport")
            .SubmitAsync();
        Assert.Equal("Copy for Copy Demo-Wanted", request.Heading);
        var accessId = await shelf.ReadAsync(db =>
            db.Set<SubjectAccess>().Where(a => a.CaseId == caseId).Select(a => a.Id).SingleAsync()
        );
        var address = RecordsLinks.Access(caseId, accessId);
        foreach (var id in await UndecidedAsync(accessId))
        {
            var row = await officer.GetAsync(RecordsLinks.AccessItem(caseId, accessId, id));
            await row.Form("main form")
                .Choose("Does it go into the copy?", "Include: it is about the person who asks")
                .SubmitAsync();
        }
        Assert.Empty(await UndecidedAsync(accessId));
        await (await officer.GetAsync(address))
            .Form("main form")
            .Choose("What is next?", "Everything is decided: send it to the second look")
            .SubmitAsync();
        using (var manager = await InAsync("manager@foster.example"))
            await (await manager.GetAsync(address))
                .Form("main form")
                .Choose("What came of the second look?", "Approve the copy")
                .SubmitAsync();

        var file = await (await officer.GetAsync(address + "/file"))
            .Form("main form")
            .SubmitAsync();

        Assert.Equal("application/zip", file.Headers["Content-Type"]);
        var logged = await shelf.ReadAsync(db =>
            db.Set<AccessEntry>().SingleAsync(a => a.Act == AccessAct.Export && a.CaseId == caseId)
        );
        Assert.Equal(Guid.Parse(person), logged.PersonId);
        Assert.True(logged.Rows > 1);
    }

    private Task<List<Guid>> UndecidedAsync(Guid accessId) =>
        shelf.ReadAsync(db =>
            db.Set<SubjectAccessItem>()
                .Where(i => i.AccessId == accessId && i.Choice == AccessChoice.Undecided)
                .Select(i => i.Id)
                .ToListAsync()
        );

    private async Task<HtmlVisitor> InAsync(string name)
    {
        host.Clock.Set("2026-05-15 10:00");
        var visitor = host.Visitor();
        await visitor.SignInAsync(name);
        return visitor;
    }
}
