using System.Net;
using System.Text;
using Foster.TestKit;
using Foster.Web.Features.Documents;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Files;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Files;

/// <summary>
/// Row 11 by the pages: an applicant gives a document, staff look at it; what is wrong with a file stands beside its
/// field, what is not found clean is handed to nobody, and nobody else's file is there at all.
/// </summary>
public abstract class DocumentPagesTests(FosterHost host)
{
    private const string Field = "Choose a file";
    private const string Wrong = "The selected file must be a PDF, JPG, PNG or DOCX";
    private static readonly byte[] Infected = SampleFiles.Pdf("% " + ClamdStandIn.Virus);

    private ClamdStandIn Clamd => ((IScanned)host).Clamd;

    [Fact]
    public async Task An_applicant_gives_a_document_and_the_assessor_opens_accepts_and_asks_again()
    {
        var stage = await BeginAsync();
        var identity = await stage.DocumentAsync("identity");
        using var robin = await stage.ApplicantAsync(0);
        var list = await robin.GetAsync("/apply/documents");
        Assert.Contains("Proof of who you are", list.Text);
        var area = await robin.GetAsync("/apply");
        Assert.Matches("[1-9][0-9]* things? waits? for you", area.Body);
        Assert.Contains("We keep no copy of it", list.Text);
        var page = await list.FollowAsync("Proof of who you are");
        page = await UploadAsync(page, "C:\\me\\pass\u202Eport.pdf", SampleFiles.Pdf());
        Assert.Equal("The file is uploaded.", page.Notification);
        Assert.Contains("passport.pdf", page.Text);
        var file = Assert.Single(await stage.FilesAsync(identity.Id));
        Assert.Equal((FileState.Clean, "passport.pdf"), (file.State, file.OriginalName));

        using var assessor = await stage.StaffAsync(Role.Assessor);
        var check = (await stage.Stage.ChecksAsync()).First(c =>
            c.Kind == "CHK-01" && c.PersonId == stage.Stage.Applicants[0]
        );
        var checkPage = await assessor.GetAsync(
            $"/staff/assessments/{stage.Case}/checks/{check.Id}"
        );
        Assert.Contains("Proof of who you are With us", checkPage.Text);
        Assert.DoesNotContain("Medical report", checkPage.Text);
        var seen = await assessor.GetAsync(DocumentLinks.One(identity.Id));
        var download = await assessor.GetAsync(
            seen.Links.Single(l => l.TextContent.Trim() == "passport.pdf").PathName
        );
        await HandedOutAsync(stage, download, file, SampleFiles.Pdf());

        seen = await assessor.GetAsync(DocumentLinks.One(identity.Id));
        var decide = await seen.FollowAsync("Accept it or send it back");
        var unsaid = await decide
            .Form()
            .Choose("What do you want to do?", "Ask for it again")
            .SubmitAsync();
        Assert.Equal("Say why", Assert.Single(unsaid.ErrorSummary).Text);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var back = await unsaid
            .Form()
            .Choose("What do you want to do?", "Ask for it again")
            .Fill("Why?", "The number on it cannot be read in this photo.")
            .SubmitAsync();
        Assert.Equal("It is noted.", back.Notification);
        Assert.Contains(
            "The number on it cannot be read",
            (await robin.GetAsync(DocumentLinks.OwnOne(identity.Id))).Text
        );
        Assert.Contains("Send again", (await robin.GetAsync("/apply/documents")).Text);
        Assert.Equal(["document.again"], await MailsAsync(stage));

        page = await UploadAsync(
            await robin.GetAsync(DocumentLinks.OwnOne(identity.Id)),
            "two.png",
            SampleFiles.Png
        );
        // The first file stays refused, with the reason, beside the new one.
        Assert.Contains("Not accepted: The number on it cannot be read in this photo.", page.Text);
        Assert.Contains("Received", page.Text);
        decide = await (await assessor.GetAsync(DocumentLinks.One(identity.Id))).FollowAsync(
            "Accept it or send it back"
        );
        await decide.Form().Choose("What do you want to do?", "Accept it").SubmitAsync();
        var locked = await robin.GetAsync(DocumentLinks.OwnOne(identity.Id));
        Assert.Contains("We accepted it", locked.Text);
        Assert.False(locked.Has("input[type=file]"));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (
                await robin.GetAsync(
                    DocumentLinks.OwnRemove((await stage.FilesAsync(identity.Id))[1].Id)
                )
            ).Status
        );
    }

    [Fact]
    public async Task What_is_wrong_with_a_file_stands_beside_its_field_and_nothing_is_stored()
    {
        var stage = await BeginAsync();
        var identity = await stage.DocumentAsync("identity");
        using var robin = await stage.ApplicantAsync(0);
        var own = DocumentLinks.OwnOne(identity.Id);
        foreach (
            var (name, content, message) in new (string, byte[], string)[]
            {
                ("page.pdf", "<html><script>alert(1)</script></html>"u8.ToArray(), Wrong),
                ("drawing.svg", "<svg onload='alert(1)'/>"u8.ToArray(), Wrong),
                ("passport.pdf.exe", [0x4D, 0x5A, 0x90], Wrong),
                ("letter.docm", SampleFiles.Docx(("word/vbaProject.bin", "x")), Wrong),
                ("both.pdf", [.. SampleFiles.Pdf(), .. SampleFiles.Zip(("a", "x"))], Wrong),
                ("empty.pdf", [], "The selected file is empty"),
                (
                    "large.pdf",
                    SampleFiles.Pdf(new string('x', 1_048_576)),
                    "The selected file must be smaller than 1MB"
                ),
                (
                    "huge.pdf",
                    SampleFiles.Pdf(new string('x', 3_000_000)),
                    "The selected file must be smaller than 1MB"
                ),
            }
        )
        {
            var page = await UploadAsync(await robin.GetAsync(own), name, content);
            var error = Assert.Single(page.ErrorSummary);
            Assert.Equal((message, "file"), (error.Text, error.Field));
            Assert.StartsWith("Error: ", page.Title);
            Assert.Contains(message, page.Find(".govuk-error-message").TextContent);
        }
        var nothing = await (await robin.GetAsync(own)).Form("form[enctype]").SubmitAsync();
        Assert.Equal("Select a file", Assert.Single(nothing.ErrorSummary).Text);

        Assert.Empty(await stage.FilesAsync(identity.Id));
        Assert.Equal(DocumentState.Asked, (await stage.DocumentAsync("identity")).State);
        for (var n = 1; n <= 3; n++)
            await UploadAsync(await robin.GetAsync(own), $"{n}.pdf", SampleFiles.Pdf());
        var oneMore = await UploadAsync(await robin.GetAsync(own), "4.pdf", SampleFiles.Pdf());
        Assert.StartsWith(
            "There are 3 files here already",
            Assert.Single(oneMore.ErrorSummary).Text
        );
        Assert.Equal(3, (await stage.FilesAsync(identity.Id)).Count);
        // A page that takes no files keeps its small limit, and its page for people.
        using var large = new MultipartFormDataContent
        {
            { new ByteArrayContent(new byte[1_500_000]), "x" },
        };
        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            (await robin.PostAsync("/apply/withdraw", large)).Status
        );
    }

    [Fact]
    public async Task A_virus_is_refused_with_its_content_and_stays_on_record()
    {
        var stage = await BeginAsync();
        var identity = await stage.DocumentAsync("identity");
        using var robin = await stage.ApplicantAsync(0);

        var page = await UploadAsync(
            await robin.GetAsync(DocumentLinks.OwnOne(identity.Id)),
            "a.pdf",
            Infected
        );

        Assert.Equal("The selected file contains a virus", Assert.Single(page.ErrorSummary).Text);
        Assert.Null(page.Notification);
        var file = Assert.Single(await stage.FilesAsync(identity.Id));
        Assert.Equal((FileState.Refused, "Eicar-Test-Signature"), (file.State, file.Finding));
        Assert.Null(file.ContentKey);
        Assert.Equal(0, await stage.PartsAsync(file.Id));
        Assert.Equal(DocumentState.Asked, (await stage.DocumentAsync("identity")).State);
        Assert.Contains(
            "document.file-refused",
            await stage.Stage.ReadAsync(
                (_, db) =>
                    db.Set<HistoryEntry>()
                        .Where(h => h.CaseId == stage.Case)
                        .Select(h => h.Kind)
                        .ToListAsync()
            )
        );
        using var assessor = await stage.StaffAsync(Role.Assessor);
        Assert.Contains(
            "Contained a virus and was not kept",
            (await assessor.GetAsync(DocumentLinks.One(identity.Id))).Text
        );
        foreach (var visitor in (HtmlVisitor[])[robin, assessor])
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await visitor.GetAsync(DocumentLinks.File(file.Id))).Status
            );
    }

    [Theory]
    [InlineData(ClamdManner.Hangs, "ready, virus scanner away")]
    [InlineData(ClamdManner.AnswersNonsense, "ready")]
    [InlineData(ClamdManner.FindsItTooLarge, "ready")]
    [InlineData(null, "ready, virus scanner away")]
    public async Task Without_an_answer_of_the_scanner_nobody_opens_it_until_there_is_one(
        ClamdManner? manner,
        string health
    )
    {
        var stage = await BeginAsync();
        var identity = await stage.DocumentAsync("identity");
        using var robin = await stage.ApplicantAsync(0);
        using var assessor = await stage.StaffAsync(Role.Assessor);
        if (manner is { } how)
            Clamd.Manner = how;
        else
            Clamd.GoAway();
        if (manner == ClamdManner.Hangs)
            FilesSettings.Patience(host, 1);

        var page = await UploadAsync(
            await robin.GetAsync(DocumentLinks.OwnOne(identity.Id)),
            "a.pdf",
            SampleFiles.Pdf(new string('%', 3_000))
        );

        Assert.Contains("still checking it for viruses", page.Notification);
        var file = Assert.Single(await stage.FilesAsync(identity.Id));
        Assert.Equal(FileState.Quarantined, file.State);
        foreach (var visitor in (HtmlVisitor[])[robin, assessor])
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await visitor.GetAsync(DocumentLinks.File(file.Id))).Status
            );
        var decide = await assessor.GetAsync(DocumentLinks.Decide(identity.Id));
        var early = await decide
            .Form()
            .Choose("What do you want to do?", "Accept it")
            .SubmitAsync();
        Assert.Contains("still being checked", Assert.Single(early.ErrorSummary).Text);
        Assert.Equal(health, (await robin.GetAsync("/health/ready")).Body);

        Clamd.Manner = ClamdManner.Answers;
        Clamd.ComeBack();
        FilesSettings.Patience(host, 30);
        await host.Services.GetRequiredService<FileRounds>().RoundAsync(default);

        Assert.Equal(FileState.Clean, (await stage.FilesAsync(identity.Id))[0].State);
        Assert.Equal(
            HttpStatusCode.OK,
            (await assessor.GetAsync(DocumentLinks.File(file.Id))).Status
        );
        Assert.Equal("ready", (await robin.GetAsync("/health/ready")).Body);
    }

    [Fact]
    public async Task Nobody_else_finds_a_file_a_document_or_a_place_to_send_one_R_SOD_13()
    {
        var stage = await BeginAsync();
        var identity = await stage.DocumentAsync("identity");
        var medical = await stage.DocumentAsync("medical");
        var file = await stage.GivenAsync(0, identity.Id, SampleFiles.Pdf());
        Assert.True(
            (
                await stage.StaffAsync<GiveDocument>(
                    Role.Assessor,
                    async (o, a) =>
                        await o.RunAsync(
                            new(
                                medical.Id,
                                new ChosenFile("health.pdf", SampleFiles.Pdf()),
                                "Their GP, by post"
                            ),
                            a,
                            default
                        )
                )
            ).Ok
        );
        var health = Assert.Single(await stage.FilesAsync(medical.Id));
        await host.Services.GetRequiredService<FileRounds>().RoundAsync(default);
        var other = await BeginAsync();
        using var partner = await stage.ApplicantAsync(1);
        using var stranger = await other.ApplicantAsync(0);
        using var elsewhere = await other.StaffAsync(Role.TeamManager);
        using var visitor = host.Visitor();
        using var decider = await stage.StaffAsync(Role.DecisionMaker);
        foreach (var who in (HtmlVisitor[])[partner, stranger, elsewhere])
        foreach (
            var address in (string[])[DocumentLinks.File(file.Id), DocumentLinks.File(health.Id)]
        )
            Assert.Equal(HttpStatusCode.NotFound, (await who.GetAsync(address)).Status);
        foreach (var who in (HtmlVisitor[])[partner, stranger])
        {
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await who.GetAsync(DocumentLinks.OwnOne(identity.Id))).Status
            );
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await who.GetAsync(DocumentLinks.OwnRemove(file.Id))).Status
            );
            Assert.DoesNotContain(
                identity.Id.ToString(),
                (await who.GetAsync("/apply/documents")).Body
            );
        }
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await elsewhere.GetAsync(DocumentLinks.One(identity.Id))).Status
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await elsewhere.GetAsync(DocumentLinks.OfCase(stage.Case))).Status
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await decider.GetAsync(DocumentLinks.File(file.Id))).Status
        );
        Assert.Contains("/sign-in", (await visitor.GetAsync(DocumentLinks.File(file.Id))).Path);
        // What the GP sent is read with the assessor, also by the person it is about (R-SOD-11).
        using var robin = await stage.ApplicantAsync(0);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await robin.GetAsync(DocumentLinks.File(health.Id))).Status
        );
        Assert.DoesNotContain(
            "health.pdf",
            (await robin.GetAsync(DocumentLinks.OwnOne(medical.Id))).Body
        );
        Assert.Equal(HttpStatusCode.OK, (await robin.GetAsync(DocumentLinks.File(file.Id))).Status);

        var refused = await stage.GiveAsync(1, identity.Id, SampleFiles.Pdf());
        Assert.Equal(DocumentActs.Nobody, refused.Reasons);
        Assert.Single(await stage.FilesAsync(identity.Id));
    }

    [Fact]
    public async Task A_form_without_its_token_stores_nothing()
    {
        var stage = await BeginAsync();
        var identity = await stage.DocumentAsync("identity");
        using var robin = await stage.ApplicantAsync(0);
        await robin.GetAsync(DocumentLinks.OwnOne(identity.Id));
        using var content = new MultipartFormDataContent();
        content.Add(new ByteArrayContent(SampleFiles.Pdf()), "file", "a.pdf");

        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await robin.PostAsync(DocumentLinks.OwnOne(identity.Id), content)).Status
        );
        Assert.Empty(await stage.FilesAsync(identity.Id));
    }

    [Fact]
    public async Task Whoever_added_a_file_removes_it_and_the_document_is_asked_for_again()
    {
        var stage = await BeginAsync();
        var identity = await stage.DocumentAsync("identity");
        var file = await stage.GivenAsync(0, identity.Id, SampleFiles.Pdf());
        using var robin = await stage.ApplicantAsync(0);
        var page = await robin.GetAsync(DocumentLinks.OwnRemove(file.Id));
        var unsaid = await page.Form().SubmitAsync();
        Assert.Equal("Say why you remove it", Assert.Single(unsaid.ErrorSummary).Text);

        page = await unsaid
            .Form()
            .Fill("Why do you remove it?", "It was the wrong file.")
            .SubmitAsync();

        Assert.Equal("The file is removed.", page.Notification);
        var after = Assert.Single(await stage.FilesAsync(identity.Id));
        Assert.Equal(
            (FileState.Removed, "It was the wrong file."),
            (after.State, after.RemovedBecause)
        );
        Assert.Equal(0, await stage.PartsAsync(file.Id));
        Assert.Equal(DocumentState.Asked, (await stage.DocumentAsync("identity")).State);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await robin.GetAsync(DocumentLinks.File(file.Id))).Status
        );
    }

    [Fact]
    public async Task Staff_ask_note_what_was_shown_and_the_message_names_no_document()
    {
        var stage = await BeginAsync(1);
        using var assessor = await stage.StaffAsync(Role.Assessor);
        var ask = await assessor.GetAsync(DocumentLinks.Ask(stage.Case) + "?check=CHK-23");
        var wrong = await ask.Form()
            .FillDate("By when? (optional)", new DateOnly(2026, 5, 1))
            .SubmitAsync();
        Assert.Contains("today or later", Assert.Single(wrong.ErrorSummary).Text);
        var asked = await wrong
            .Form()
            .FillDate("By when? (optional)", new DateOnly(2026, 6, 1))
            .Fill(
                "What exactly do you need? (optional)",
                "The page with the names of everybody insured."
            )
            .SubmitAsync();
        Assert.Equal("The document is asked for.", asked.Notification);
        using var robin = await stage.ApplicantAsync(0);
        Assert.Contains("1 June 2026", (await robin.GetAsync("/apply/documents")).Text);
        Assert.Equal(["document.asked"], await MailsAsync(stage));

        var dbs = await stage.DocumentAsync("dbs");
        var shown = await assessor.GetAsync(DocumentLinks.One(dbs.Id));
        Assert.False(shown.Has("input[type=file]"));
        var decide = await shown.FollowAsync("Note that you saw it");
        await decide
            .Form()
            .Choose("What do you want to do?", "I have seen it, and no copy was kept")
            .SubmitAsync();
        Assert.Equal(DocumentState.Accepted, (await stage.DocumentAsync("dbs")).State);
        Assert.Contains("We kept no copy", (await robin.GetAsync("/apply/documents")).Text);
    }

    private async Task<FilesStage> BeginAsync(int applicants = 2)
    {
        Clamd.Manner = ClamdManner.Answers;
        Clamd.ComeBack();
        FilesSettings.Patience(host, 30);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        return await new FilesStage(host).BeginAsync(applicants);
    }

    private static Task<HtmlPage> UploadAsync(HtmlPage page, string name, byte[] content) =>
        page.Form("form[enctype]")
            .Attach(Field, name, content, "application/pdf")
            .SubmitAsync("Upload the file");

    private static Task<List<string>> MailsAsync(FilesStage stage) =>
        stage.Stage.ReadAsync(
            (_, db) =>
                db.Set<Web.Foundation.Mail.OutboxMessage>()
                    .Where(m => m.CaseId == stage.Case && m.Kind.StartsWith("document."))
                    .Select(m => m.Kind)
                    .ToListAsync()
        );

    private static async Task HandedOutAsync(
        FilesStage stage,
        HtmlPage download,
        StoredFile file,
        byte[] content
    )
    {
        Assert.Equal(HttpStatusCode.OK, download.Status);
        Assert.Equal(content, download.Content);
        var reference = await stage.Stage.ReadAsync(
            (_, db) =>
                db.Set<Web.Features.Cases.Case>()
                    .Where(c => c.Id == stage.Case)
                    .Select(c => c.Reference)
                    .SingleAsync()
        );
        Assert.Contains(
            $"attachment; filename={reference}-identity-1.pdf",
            download.Headers["Content-Disposition"]
        );
        Assert.Equal("nosniff", download.Headers["X-Content-Type-Options"]);
        Assert.Equal("no-store", download.Headers["Cache-Control"]);
        Assert.Contains("sandbox", download.Headers["Content-Security-Policy"]);
        Assert.Contains("default-src 'none'", download.Headers["Content-Security-Policy"]);
        Assert.Equal("application/pdf", download.Headers["Content-Type"]);
        Assert.True(
            await stage.Stage.ReadAsync(
                (_, db) =>
                    db.Set<AccessEntry>()
                        .AnyAsync(a =>
                            a.Act == AccessAct.Export
                            && a.SubjectId == file.Id
                            && a.CaseId == stage.Case
                            && a.PersonId == file.PersonId
                        )
            )
        );
    }

    public sealed class OnSqlite(FilesSqliteHost host)
        : DocumentPagesTests(host),
            IClassFixture<FilesSqliteHost>;

    public sealed class OnPostgres(FilesPostgresHost host)
        : DocumentPagesTests(host),
            IClassFixture<FilesPostgresHost>;
}
