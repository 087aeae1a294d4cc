using Foster.TestKit;
using Foster.Web.Foundation.Mail;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Mail;

/// <summary>What every mail client does, whichever this build contains, in a real conversation.</summary>
public sealed class TransportContractTests : IAsyncLifetime
{
    private const string Ann = "ann@people.example";
    private readonly SmtpSink server = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task A_message_arrives_whole_and_a_repeat_has_the_same_id()
    {
        var message = Message(Ann);

        Assert.Equal((Delivery.Accepted, null), await SendAsync(message));
        Assert.Equal((Delivery.Accepted, null), await SendAsync(message));

        var mails = await server.WaitForAsync(Ann, 2);
        Assert.All(
            mails,
            mail =>
            {
                Assert.Equal(Ann, Assert.Single(mail.Recipients));
                Assert.Equal("Your visit – Zoë", mail.Subject);
                Assert.Contains("Siân will come at 9am", mail.Text, StringComparison.Ordinal);
                Assert.Equal(message.MessageId, mail.MessageId);
                Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
                Assert.Contains("team@council.example", mail.From, StringComparison.Ordinal);
            }
        );
    }

    [Theory]
    [InlineData(550, Delivery.RefusedForGood)]
    [InlineData(451, Delivery.TryAgain)]
    public async Task The_answer_of_the_server_decides(int code, Delivery expected)
    {
        server.Treat(Ann, SmtpManner.Refuses(code));

        var (delivery, error) = await SendAsync(Message(Ann));

        Assert.Equal(expected, delivery);
        Assert.Contains($"{code}", error, StringComparison.Ordinal);
        Assert.Empty(server.To(Ann));
    }

    [Fact]
    public async Task A_conversation_that_breaks_off_is_tried_again()
    {
        server.Manner = SmtpManner.Drops();

        Assert.Equal(Delivery.Away, (await SendAsync(Message(Ann))).Delivery);
    }

    [Fact]
    public async Task A_server_that_is_away_is_tried_again()
    {
        await server.GoAwayAsync();

        Assert.Equal(Delivery.Away, (await SendAsync(Message(Ann))).Delivery);
    }

    [Fact]
    public async Task What_is_no_address_is_refused_and_never_sent()
    {
        Assert.Equal(
            Delivery.RefusedForGood,
            (await SendAsync(Message("not an address"))).Delivery
        );
        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public void Without_a_server_it_is_not_ready() => Assert.False(Transport("").Ready);

    [Fact]
    public async Task Messages_go_over_one_connection_until_one_of_them_fails()
    {
        using var line = Transport(server.Host).Open();
        await line.SendAsync(Message(Ann), "One", default);
        await line.SendAsync(Message(Ann), "Two", default);
        Assert.Equal(1, server.Connections);

        server.Treat("full@home.example", SmtpManner.Refuses(452));
        var (full, _) = await line.SendAsync(Message("full@home.example"), "Three", default);
        var (next, _) = await line.SendAsync(Message(Ann), "Four", default);

        Assert.Equal((Delivery.TryAgain, Delivery.Accepted), (full, next));
        Assert.Equal(["One", "Two", "Four"], server.To(Ann).Select(m => m.Text.Trim()));
    }

    [Fact]
    public async Task A_connection_that_the_server_ended_is_dialled_again()
    {
        using var line = Transport(server.Host).Open();
        await line.SendAsync(Message(Ann), "One", default);
        await server.GoAwayAsync();
        server.ComeBack();

        var (lost, _) = await line.SendAsync(Message(Ann), "Two", default);
        var (next, _) = await line.SendAsync(Message(Ann), "Two", default);

        Assert.Equal((Delivery.Away, Delivery.Accepted), (lost, next));
        Assert.Equal(2, server.To(Ann).Count);
    }

    [Fact]
    public async Task No_connection_goes_on_for_ever()
    {
        using var line = Transport(server.Host).Open();
        for (var i = 0; i <= IMailLine.Most; i++)
            Assert.Equal(
                Delivery.Accepted,
                (await line.SendAsync(Message(Ann), "Words", default)).Delivery
            );

        Assert.Equal(2, server.Connections);
    }

    private async Task<(Delivery Delivery, string? Error)> SendAsync(OutboxMessage message)
    {
        using var line = Transport(server.Host).Open();
        return await line.SendAsync(message, "Siân will come at 9am.", default);
    }

    private IMailTransport Transport(string host)
    {
        var services = new ServiceCollection();
        services.Configure<MailOptions>(o =>
            (o.Host, o.Port, o.StartTls, o.From, o.FromName) = (
                host,
                server.Port,
                false,
                "team@council.example",
                "Fostering team"
            )
        );
        return services
            .AddMailTransport()
            .BuildServiceProvider()
            .GetRequiredService<IMailTransport>();
    }

    private static OutboxMessage Message(string to) =>
        new()
        {
            CouncilId = Guid.NewGuid(),
            Kind = "test.words",
            Recipient = to,
            Subject = "Your visit – Zoë",
            Body = "",
            MessageId = $"<{Guid.NewGuid():N}@foster>",
            CreatedAt = DateTime.UnixEpoch,
            DueAt = DateTime.UnixEpoch,
        };
}
