using Foster.TestKit;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Browser;

/// <summary>A letter behind its link, which shows more than a walk along links can see.</summary>
public sealed class LinkTests(SqliteHost host) : BrowserTest(host), IClassFixture<SqliteHost>
{
    private static readonly DateOnly Born = new(1984, 2, 29);

    [Fact]
    public async Task A_letter_is_clean_before_and_after_the_date_of_birth()
    {
        var path = await LetterAsync();
        var visitor = await PersonAsync();
        await visitor.OpenAsync(path);
        await LookAtAsync(visitor);
        await visitor.FillAsync("Day", "1");
        await visitor.FillAsync("Month", "1");
        await visitor.FillAsync("Year", "1990");
        await visitor.PressAsync("Read my letter");
        await LookAtAsync(visitor);
        await visitor.FillAsync("Day", "29");
        await visitor.FillAsync("Month", "February");
        await visitor.FillAsync("Year", "1984");
        await visitor.PressAsync("Read my letter");
        await visitor.Page.GetByText("The first paragraph").WaitForAsync();
        await LookAtAsync(visitor);
    }

    private static Task LookAtAsync(Person visitor) => LooksRightAsync(visitor.Page);

    private async Task<string> LetterAsync()
    {
        await Host.InScopeAsync(async services =>
        {
            var council = await CouncilAsync(services);
            var db = services.GetRequiredService<FosterDb>();
            var actor = Actor.System(council);
            var opened = await services
                .GetRequiredService<OpenCase>()
                .RunAsync(
                    new(
                        council,
                        [new NewPerson("Lena", "Example", Born, "lena@example.org", null)],
                        [],
                        new("1 Example Street", "Example Town", "CH41 6AA"),
                        services.GetRequiredService<LondonClock>().Today
                    ),
                    actor,
                    default
                );
            await db.SaveChangesAsync();
            await services
                .GetRequiredService<IssueLetter>()
                .RunAsync(
                    new(
                        opened.Case.Id,
                        "enquiry.declined",
                        "About your enquiry",
                        "The first paragraph says what we decided.\n\nThe second says why."
                    ),
                    actor,
                    default
                );
            await db.SaveChangesAsync();
        });
        var mail = await Host.Mail.WaitForAsync("lena@example.org");
        return mail[0].Link("/letters/").PathAndQuery;
    }

    private static async Task<Guid> CouncilAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<FosterDb>();
        var council = await db.Set<Council>().SingleOrDefaultAsync();
        if (council is null)
        {
            council = new Council
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
                PrivacyNotice = "What we do with what you tell us.\n\nHow long we keep it.",
                IsIntake = true,
            };
            db.Add(council);
            await db.SaveChangesAsync();
        }

        services.GetRequiredService<ActorSource>().System(council.Id);
        return council.Id;
    }
}
