using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Rules;
using Xunit;

namespace Foster.Tests.Applications;

/// <summary>CHK-07: where an applicant has lived; and what the pages say that follow from all sections together.</summary>
public abstract class AddressTests(FosterHost host)
{
    [Theory]
    [InlineData("CH1", false)]
    [InlineData("ch41 6", false)]
    [InlineData("CH41 6AA", true)]
    [InlineData("Ireland", true)]
    [InlineData("75001 Paris, France", true)]
    public async Task CHK_07_a_postcode_is_whole_or_it_is_a_country(string postcode, bool taken)
    {
        var stage = await ReadyAsync();

        var saved = await SaveAsync(stage, postcode, new(2009, 1, 1), new(2009, 6, 1));

        Assert.Equal(taken, saved.Ok);
        if (!taken)
            Assert.Equal("postcode", Assert.Single(saved.Refusals).Field);
    }

    [Theory]
    [InlineData(31, false)]
    [InlineData(32, true)]
    [InlineData(null, true)]
    public async Task CHK_07_stays_side_by_side_for_longer_than_a_move_are_said_and_not_refused(
        int? days,
        bool said
    )
    {
        var stage = await ReadyAsync();
        using var robin = await stage.VisitorAsync(0);
        Assert.DoesNotContain(
            "two places at the same time",
            (await robin.GetAsync("/apply/addresses")).Text
        );
        // The home they live in now began before.
        DateOnly from = new(2026, 1, 1);

        var saved = await SaveAsync(
            stage,
            "LL11 1AA",
            from,
            days is { } number ? from.AddDays(number - 1) : null
        );

        Assert.True(saved.Ok, saved.Reasons);
        var text = (await robin.GetAsync("/apply/addresses")).Text;
        Assert.Equal(said, text.Contains("two places at the same time"));
        Assert.Contains("There are no gaps", text);
        Assert.Equal(said, (await robin.GetAsync("/apply/send")).Text.Contains("At the same time"));
    }

    [Fact]
    public async Task Answers_that_do_not_go_together_are_named_before_sending_and_refuse_nothing()
    {
        var stage = await ReadyAsync();
        using var robin = await stage.VisitorAsync(0);
        Assert.DoesNotContain("once more", (await robin.GetAsync("/apply/send")).Text);
        await stage.DoneAsync<GiveConsents>(
            0,
            (op, actor) =>
                op.RunAsync(
                    new(
                        ConsentWordings.AskedOf(true).ToDictionary(w => w.CheckKey, _ => true),
                        true
                    ),
                    actor,
                    default
                )
        );

        var page = await robin.GetAsync("/apply/send");

        Assert.Contains("another service approved you in the last 12 months, and also", page.Text);
        Assert.Contains(page.Links, l => l.GetAttribute("href") == "/apply/fostering-before");
        Assert.True((await stage.SendAsync(0)).Ok);
    }

    [Fact]
    public async Task Where_we_are_late_we_say_sorry_and_whom_to_call()
    {
        var stage = await ReadyAsync();
        Assert.True((await stage.SendAsync(0)).Ok);
        host.Clock.Set("2027-02-01 10:00");
        using var robin = await stage.VisitorAsync(0);

        foreach (var path in (string[])["/apply", "/apply/progress"])
            Assert.Contains("We are sorry: this is late. Call", (await robin.GetAsync(path)).Text);
    }

    private async Task<ApplicationStage> ReadyAsync()
    {
        host.Clock.Set("2026-05-15 10:00");
        return await new ApplicationStage(host).ReadyAsync(1);
    }

    private static Task<Result> SaveAsync(
        ApplicationStage stage,
        string postcode,
        DateOnly from,
        DateOnly? to
    ) =>
        stage.AsAsync<SaveAddress, Result>(
            0,
            (op, actor) =>
                op.RunAsync(
                    new(null, "9 Other Street", "Othertown", postcode, from, to),
                    actor,
                    default
                )
        );

    public sealed class OnSqlite(SqliteHost host) : AddressTests(host), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : AddressTests(host),
            IClassFixture<PostgresHost>;
}
