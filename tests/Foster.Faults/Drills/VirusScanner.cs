using System.Diagnostics;
using System.Net;
using System.Text;
using Foster.TestKit;
using Foster.Web.Features.Operate.Demo;
using Foster.Web.Foundation.Files;
using Microsoft.Extensions.Options;

namespace Foster.Faults;

/// <summary>
/// ClamAV's real daemon with two hand-written signatures, over TCP and over its socket: what is clean is handed out, what
/// is found is gone, and while the daemon is stopped nobody opens anything.
/// </summary>
internal sealed class VirusScanner() : Drill("virus-scanner", "11")
{
    private const string Ours = "FOSTER-TEST-SIGNATURE-OF-NO-HARM";
    private const string Field = "Choose a file";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public override async Task RunAsync()
    {
        var state = Path.Combine(Path.GetTempPath(), $"foster-clamd-{Guid.NewGuid():N}");
        var where = (await ClamdAsync("start", state)).Split('\'');
        try
        {
            var (address, socket) = (where[1], where[3]);
            await ProtocolAsync("TCP", address);
            await ProtocolAsync("its socket", socket);
            await PagesAsync(address, state);
        }
        finally
        {
            await ClamdAsync("stop", state);
        }
    }

    private async Task ProtocolAsync(string way, string address)
    {
        var scanner = new ClamdScanner(
            Options.Create(new UploadOptions { ScannerAddress = address })
        );
        Must(await scanner.AnswersAsync(Patience, default), $"the daemon answers over {way}");
        foreach (
            var (what, content, expected) in new (string, byte[], ScanVerdict)[]
            {
                ("a clean PDF", SampleFiles.Pdf(), ScanVerdict.Clean),
                ("10 MB of a clean PDF", Large(), ScanVerdict.Clean),
                (
                    "the test signature",
                    Encoding.ASCII.GetBytes(ClamdStandIn.Virus),
                    ScanVerdict.Infected
                ),
                (
                    "the test signature in a PDF",
                    SampleFiles.Pdf("% " + ClamdStandIn.Virus),
                    ScanVerdict.Infected
                ),
                (
                    "the test signature packed in a document",
                    SampleFiles.Docx(("word/x.xml", ClamdStandIn.Virus)),
                    ScanVerdict.Infected
                ),
                (
                    "our own signature in a picture",
                    [.. SampleFiles.Png, .. Encoding.ASCII.GetBytes(Ours)],
                    ScanVerdict.Infected
                ),
                ("more than the daemon takes", new byte[13 * 1024 * 1024], ScanVerdict.Unjudged),
            }
        )
        {
            var began = Stopwatch.GetTimestamp();
            var said = await scanner.ScanAsync(content, Patience, default);
            Must(
                said.Verdict == expected,
                $"{way}: {what} is {said.Verdict} ({said.Words ?? "nothing found"}) after {Stopwatch.GetElapsedTime(began).TotalMilliseconds:N0} ms"
            );
        }
    }

    private async Task PagesAsync(string address, string state)
    {
        await using var database = await TestDatabase.CreateAsync(
            TestProvider.Sqlite,
            TestContent.Demo
        );
        using var node = new Node(
            TestProvider.Sqlite,
            database.ConnectionString,
            "Mail:Host=",
            "Demo:Enabled=true",
            "Files:Scanner=Clamd",
            $"Files:ScannerAddress={address}",
            "Files:LookSeconds=1"
        );
        await node.StartAsync();
        using var robin = new HtmlVisitor(node.Address);
        await robin.SignInAsync("applicant@foster.example");
        var list = await robin.GetAsync("/apply/documents");
        var own = list
            .Links.First(l => l.PathName.StartsWith("/apply/documents/", StringComparison.Ordinal))
            .PathName;

        var page = await UploadAsync(robin, own, SampleFiles.Pdf());
        Must(page.Notification == "The file is uploaded.", $"a clean file: {page.Notification}");
        Must(await OpensAsync(robin, page) == HttpStatusCode.OK, "and it can be opened");
        foreach (var bad in (string[])[ClamdStandIn.Virus, Ours])
        {
            page = await UploadAsync(robin, own, SampleFiles.Pdf("% " + bad));
            Must(
                page.ErrorSummary is [{ Text: FileWords.Virus }],
                $"a file with a signature: {string.Join(' ', page.ErrorSummary.Select(e => e.Text))}"
            );
        }

        await ClamdAsync("halt", state);
        page = await UploadAsync(robin, own, SampleFiles.Pdf("% while it is away"));
        Must(
            page.Notification?.Contains("still checking", StringComparison.Ordinal) == true,
            $"while the daemon is stopped: {page.Notification}"
        );
        Must(Waiting(page) == 1, $"{Waiting(page)} file waits and has no link");
        Must(
            (await robin.GetAsync("/health/ready")).Body == "ready, virus scanner away",
            "the node says so and goes on getting requests"
        );

        await ClamdAsync("again", state);
        var began = Stopwatch.GetTimestamp();
        do
        {
            await Task.Delay(250);
            page = await robin.GetAsync(own);
        } while (Waiting(page) > 0 && Stopwatch.GetElapsedTime(began) < Patience);
        Must(
            Waiting(page) == 0,
            $"{Stopwatch.GetElapsedTime(began).TotalSeconds:N1} s after its return what waited is looked at"
        );
        Must(await OpensAsync(robin, page) == HttpStatusCode.OK, "and can be opened");
    }

    private static int Waiting(HtmlPage page) =>
        page.Text.Split("Being checked for viruses").Length - 1;

    private static async Task<HttpStatusCode> OpensAsync(HtmlVisitor visitor, HtmlPage page) =>
        (
            await visitor.GetAsync(
                page.Links.Last(l =>
                    l.PathName.StartsWith("/files/", StringComparison.Ordinal)
                ).PathName
            )
        ).Status;

    private static async Task<HtmlPage> UploadAsync(
        HtmlVisitor visitor,
        string own,
        byte[] content
    ) =>
        await (await visitor.GetAsync(own))
            .Form("form[enctype]")
            .Attach(Field, "paper.pdf", content, "application/pdf")
            .SubmitAsync("Upload the file");

    /// <summary>Whole to its end, and just below the limit.</summary>
    private static byte[] Large() => SampleFiles.Pdf(new string('%', 10 * 1024 * 1024 - 1_000));

    private static async Task<string> ClamdAsync(string verb, string state)
    {
        using var run = Process.Start(
            new ProcessStartInfo(Path.Combine(Repository.Root, "tests", "clamd"), [verb, state])
            {
                RedirectStandardOutput = true,
            }
        )!;
        // The daemon outlives the script and keeps its pipe, so one line is read and no more.
        var said = verb == "start" ? await run.StandardOutput.ReadLineAsync() : "";
        await run.WaitForExitAsync();
        return run.ExitCode == 0
            ? said ?? ""
            : throw new InvalidOperationException($"tests/clamd {verb} ended with {run.ExitCode}.");
    }
}
