using System.Text;
using Foster.TestKit;
using Foster.Web.Foundation.Files;
using Microsoft.Extensions.Options;
using Xunit;

namespace Foster.Tests.Files;

/// <summary>Row 11: what the scanner's daemon may answer. Only its exact words for “clean” are taken for that.</summary>
public sealed class ClamdScannerTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly ClamdStandIn daemon = new();
    private readonly UploadOptions options;
    private readonly ClamdScanner scanner;

    public ClamdScannerTests()
    {
        options = new()
        {
            Scanner = "Clamd",
            ScannerAddress = daemon.Address,
            AnswerSeconds = Patience.Seconds,
        };
        scanner = new ClamdScanner(Options.Create(options));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await daemon.DisposeAsync();

    [Fact]
    public async Task What_is_sent_arrives_whole_and_the_test_signature_is_found()
    {
        var large = new byte[9_999_999];
        Random.Shared.NextBytes(large);
        Assert.Equal(ScanVerdict.Clean, (await ScanAsync(large)).Verdict);
        Assert.Equal(large, Assert.Single(daemon.Streams));

        var found = await ScanAsync([
            .. SampleFiles.Pdf(),
            .. Encoding.ASCII.GetBytes(ClamdStandIn.Virus),
        ]);
        Assert.Equal((ScanVerdict.Infected, "Eicar-Test-Signature"), (found.Verdict, found.Words));
        Assert.True(await scanner.AnswersAsync(Patience, default));
    }

    [Theory]
    [InlineData(ClamdManner.Hangs, ScanVerdict.Unknown)]
    [InlineData(ClamdManner.IsSlow, ScanVerdict.Unjudged)]
    [InlineData(ClamdManner.AnswersNonsense, ScanVerdict.Unjudged)]
    [InlineData(ClamdManner.AlmostSaysClean, ScanVerdict.Unjudged)]
    [InlineData(ClamdManner.ClosesInTheMiddle, ScanVerdict.Unjudged)]
    [InlineData(ClamdManner.FindsItTooLarge, ScanVerdict.Unjudged)]
    public async Task Anything_but_a_clear_answer_in_time_is_neither_clean_nor_found(
        ClamdManner manner,
        ScanVerdict verdict
    )
    {
        daemon.Manner = manner;
        // What answers in vain is waited for; what does not answer, not for long.
        if (manner is ClamdManner.Hangs)
            options.AnswerSeconds = 1;
        TimeSpan? patience = manner is ClamdManner.Hangs or ClamdManner.IsSlow
            ? TimeSpan.FromSeconds(1)
            : null;

        Assert.Equal(verdict, (await ScanAsync(new byte[3_000_000], patience)).Verdict);
    }

    [Fact]
    public async Task A_daemon_that_is_away_is_told_from_one_that_answers()
    {
        daemon.GoAway();
        Assert.Equal(ScanVerdict.Unknown, (await ScanAsync([1])).Verdict);
        Assert.False(await scanner.AnswersAsync(Patience, default));

        daemon.ComeBack();
        Assert.Equal(ScanVerdict.Clean, (await ScanAsync([1])).Verdict);
    }

    [Fact]
    public async Task Whoever_stops_waiting_for_the_page_stops_the_question()
    {
        daemon.Manner = ClamdManner.Hangs;
        using var gone = new CancellationTokenSource(200);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            scanner.ScanAsync(new byte[10], TimeSpan.FromMinutes(1), gone.Token)
        );
    }

    [Theory]
    [InlineData("clamd:3310", true)]
    [InlineData("[::1]:3310", true)]
    [InlineData("clamd", false)]
    [InlineData("clamd:0", false)]
    [InlineData("clamd:70000", false)]
    [InlineData(":3310", false)]
    public void An_address_is_a_host_and_a_port(string address, bool good) =>
        Assert.Equal(good, ScannerAddress.Of(address) is not null);

    private Task<ScanResult> ScanAsync(byte[] content, TimeSpan? patience = null) =>
        scanner.ScanAsync(content, patience ?? Patience, default);
}
