using Foster.TestKit;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Enquiries.Public;

/// <summary>An installation of one council does not ask for it.</summary>
public abstract class OneCouncilTests(FosterHost host)
{
    [Fact]
    public async Task The_only_council_gets_every_enquiry_and_is_not_asked_for()
    {
        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<FosterDb>();
            db.Add(
                new Council
                {
                    Name = "Example Council",
                    Code = "EXA",
                    TeamName = "Example fostering team",
                    Telephone = "0151 496 0100",
                    OpeningHours = "Monday to Friday, 9am to 5pm",
                    OutOfHoursTelephone = "0151 496 0199",
                    Email = "fostering@council.example",
                    PostalAddress = "1 Example Quay",
                    PrivacyNoticeVersion = "2026-1",
                    PrivacyNotice = "What we do with what you tell us.",
                }
            );
            await db.SaveChangesAsync();
        });
        using var visitor = host.Visitor();
        var walk = new EnquiryWalk(visitor);

        var page = await walk.SendAsync();

        Assert.DoesNotContain("council", walk.Asked);
        Assert.StartsWith("EXA-", EnquiryWalk.ReferenceOf(page));
        Assert.Contains("Example fostering team", page.Text);
        page = await visitor.GetAsync("/enquire/council");
        Assert.Equal("/enquire/sent", page.Address.AbsolutePath);
    }

    public sealed class OnSqlite(SqliteHost host)
        : OneCouncilTests(host),
            IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : OneCouncilTests(host),
            IClassFixture<PostgresHost>;
}
