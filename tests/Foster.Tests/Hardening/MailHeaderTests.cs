using Foster.TestKit;
using Foster.Web.Foundation.Mail;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Hardening;

/// <summary>Row 16: nothing that is typed becomes a header or a recipient of a message.</summary>
public abstract class MailHeaderTests(FosterHost host)
{
    private const string Injected = "Ann\r\nBcc: thief@evil.example\r\nX-Evil: yes";

    [Fact]
    public async Task What_is_typed_into_every_field_of_a_journey_stays_out_of_the_headers()
    {
        await PublicJourneys.WalkAllAsync(
            host,
            new PlausibleAnswers(yes: false, "Header", _ => Injected)
        );
        var mails = await host.Mail.WaitForAsync("header.email@people.example");

        Assert.All(
            mails,
            mail =>
            {
                Assert.Equal("header.email@people.example", Assert.Single(mail.Recipients));
                Assert.Null(mail.Header("Bcc"));
                Assert.Null(mail.Header("X-Evil"));
                Assert.Single(mail.Headers, h => h.Name == "Subject");
            }
        );
        Assert.Empty(host.Mail.To("thief@evil.example"));
    }

    [Theory]
    [InlineData("ann@people.example\r\nBcc: thief@evil.example", "Words")]
    [InlineData("ann@people.example", "Words\r\nBcc: thief@evil.example")]
    [InlineData("ann@people.example", "Words\nX-Evil: yes")]
    [InlineData("ann@people.example", "Words\rX-Evil: yes")]
    public Task An_address_or_subject_with_a_line_break_is_never_posted(
        string to,
        string subject
    ) =>
        host.InScopeAsync(services =>
        {
            var outbox = services.GetRequiredService<Outbox>();
            Assert.Throws<ArgumentException>(() =>
                outbox.Post(Guid.NewGuid(), null, new Email("test.words", to, subject, "Words"))
            );
            return Task.CompletedTask;
        });

    public sealed class OnSqlite(SqliteDemoHost host)
        : MailHeaderTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : MailHeaderTests(host),
            IClassFixture<PostgresDemoHost>;
}
