using System.Diagnostics;
using System.Net.Mail;
using System.Net.Sockets;
using System.Text;
using Foster.TestKit;
using Xunit;

namespace Foster.Tests.TestKit;

public sealed class SmtpSinkTests : IAsyncLifetime
{
    private readonly SmtpSink sink = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await sink.DisposeAsync();

    [Fact]
    public async Task A_message_is_kept_as_a_person_would_read_it()
    {
        using var mail = Mail(
            "Zoë’s enquiry: “thank you” 🏡 — a subject long enough to be folded over two lines",
            "Dear Zoë,\n.\n.. two dots, £5 = five pounds\nhttps://foster.example/apply/start?t=abc_1.\n"
        );
        mail.AlternateViews.Add(
            AlternateView.CreateAlternateViewFromString(
                "<p>Dear Zoë</p>",
                Encoding.UTF8,
                "text/html"
            )
        );
        mail.Attachments.Add(
            new Attachment(new MemoryStream([0, 1, 255]), "röntgen.bin", "application/x-thing")
        );
        mail.Headers.Add("Message-ID", "<1@foster.example>");

        await SendAsync(mail);

        var kept = Assert.Single(sink.Messages);
        Assert.Equal(mail.Subject, kept.Subject);
        Assert.Equal("<1@foster.example>", kept.MessageId);
        Assert.Equal("team@council.example", kept.Sender);
        Assert.Equal(["zoe@example.com"], kept.Recipients);
        Assert.Equal(mail.Body, kept.Text.TrimEnd('\n') + "\n");
        Assert.Equal("<p>Dear Zoë</p>", kept.Html.Trim());
        Assert.Equal("/apply/start?t=abc_1", kept.Link("/apply").PathAndQuery);
        var file = Assert.Single(kept.Files);
        Assert.Equal(("röntgen.bin", "application/x-thing"), (file.Name, file.ContentType));
        Assert.Equal([0, 1, 255], file.Content);
    }

    [Theory]
    [InlineData(450, SmtpStage.Recipient)]
    [InlineData(550, SmtpStage.Recipient)]
    [InlineData(552, SmtpStage.Message)]
    [InlineData(421, SmtpStage.Connect)]
    public async Task A_refusal_reaches_the_sender_and_nothing_is_kept(int code, SmtpStage at)
    {
        sink.Manner = SmtpManner.Refuses(code, "no room", at);

        var refused = await Assert.ThrowsAnyAsync<SmtpException>(() => SendAsync(Mail("a", "b")));

        Assert.Contains("no room", refused.Message, StringComparison.Ordinal);
        Assert.Empty(sink.Messages);
    }

    [Fact]
    public async Task One_recipient_can_be_refused_while_others_are_served()
    {
        sink.Treat("zoe@example.com", SmtpManner.Refuses(550));

        await Assert.ThrowsAnyAsync<SmtpException>(() => SendAsync(Mail("a", "b")));
        await SendAsync(Mail("a", "b", "ada@example.com"));

        Assert.Equal(["ada@example.com"], Assert.Single(sink.Messages).Recipients);
    }

    [Fact]
    public async Task A_message_can_be_kept_while_its_sender_is_never_told()
    {
        sink.Manner = SmtpManner.Drops(SmtpStage.Kept);

        await Assert.ThrowsAnyAsync<SmtpException>(() => SendAsync(Mail("a", "b")));

        Assert.Single(sink.Messages);
    }

    [Fact]
    public async Task It_can_hang_and_it_can_be_slow()
    {
        sink.Manner = SmtpManner.Slow(TimeSpan.FromMilliseconds(150));
        var sent = Stopwatch.StartNew();
        await SendAsync(Mail("slow", "b"));
        Assert.True(sent.ElapsedMilliseconds >= 140, $"{sent.ElapsedMilliseconds} ms");

        sink.Manner = SmtpManner.Hangs();
        var hung = SendAsync(Mail("hung", "b"));
        await Task.Delay(100);
        Assert.False(hung.IsCompleted);

        await sink.GoAwayAsync();
        await Assert.ThrowsAnyAsync<SmtpException>(() => hung);
    }

    [Fact]
    public async Task It_goes_away_and_comes_back_on_the_same_port()
    {
        await sink.GoAwayAsync();
        await Assert.ThrowsAnyAsync<SmtpException>(() => SendAsync(Mail("a", "b")));

        sink.ComeBack();
        await SendAsync(Mail("back", "b"));

        Assert.Equal("back", sink.LastTo("zoe@example.com").Subject);
    }

    [Fact]
    public async Task Many_connections_talk_at_once_and_one_can_wait_for_their_mail()
    {
        var waiting = sink.WaitAsync(count: 40);

        await Task.WhenAll(Enumerable.Range(1, 40).Select(TalkAsync));

        Assert.Equal(40, (await waiting).Select(m => m.Subject).Distinct().Count());
        Assert.Equal(40, sink.Connections);
    }

    [Fact]
    public async Task Waiting_in_vain_says_what_did_arrive()
    {
        await SendAsync(Mail("the other one", "b"));

        var late = await Assert.ThrowsAsync<TimeoutException>(() =>
            sink.WaitAsync(2, within: TimeSpan.FromMilliseconds(50))
        );

        Assert.Contains("the other one", late.Message, StringComparison.Ordinal);
    }

    /// <summary>By hand: the framework's client blocks a thread of the pool for each conversation.</summary>
    private async Task TalkAsync(int number)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(sink.Host, sink.Port);
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream);
        await reader.ReadLineAsync();
        foreach (
            var line in (string[])
                [
                    "HELO me",
                    "MAIL FROM:<a@example.com>",
                    "RCPT TO:<b@example.com>",
                    "DATA",
                    $"Subject: no {number}\r\n\r\nwords\r\n.",
                    "QUIT",
                ]
        )
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"));
            Assert.Matches("^[23]", await reader.ReadLineAsync());
        }
    }

    private static MailMessage Mail(string subject, string body, string to = "zoe@example.com") =>
        new("team@council.example", to, subject, body)
        {
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
        };

    private async Task SendAsync(MailMessage mail)
    {
        using var client = new SmtpClient(sink.Host, sink.Port);
        await client.SendMailAsync(mail);
    }
}
