using System.Net;
using Foster.TestKit;
using Foster.Web.Features.Operate.Councils;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;
using Xunit;

namespace Foster.Tests.Operate;

/// <summary>R-REF-03 and R-REF-04: how many referees the council asks for; the law's two stay.</summary>
public abstract class CouncilRefereeTests(FosterHost host)
{
    private const string Page = "/admin/council/referees";
    private readonly CouncilStage stage = new(host);

    public static TheoryData<Role> EveryRole => [.. Enum.GetValues<Role>()];

    [Theory]
    [MemberData(nameof(EveryRole))]
    public async Task Only_an_administrator_changes_them_R_SOD_07(Role role)
    {
        var result = await ChangeAsync(new(3, 1, 1, true, true), role);

        Assert.Equal(role == Role.Administrator, result.Ok);
    }

    [Theory]
    [InlineData(1, 0, 0, "personal")]
    [InlineData(0, 0, 0, "personal")]
    [InlineData(-3, 0, 0, "personal")]
    [InlineData(11, 0, 0, "personal")]
    [InlineData(3, 4, 0, "family")]
    [InlineData(3, -1, 0, "family")]
    [InlineData(3, 0, 4, "long-known")]
    [InlineData(3, 0, -1, "long-known")]
    public async Task R_REF_03_never_fewer_than_two_and_no_more_of_a_kind_than_in_all(
        int personal,
        int family,
        int longKnown,
        string field
    )
    {
        var before = await stage.CouncilAsync();

        var refused = await ChangeAsync(new(personal, family, longKnown, true, true));

        Assert.Contains(field, refused.Refusals.Select(r => r.Field));
        var after = await stage.CouncilAsync();
        Assert.Equal(
            (before.PersonalReferees, before.FamilyReferees, before.LongKnownReferees),
            (after.PersonalReferees, after.FamilyReferees, after.LongKnownReferees)
        );
    }

    [Fact]
    public async Task The_administrator_saves_them_on_the_page_and_other_councils_keep_theirs()
    {
        var other = await stage.CouncilAsync("WES");
        using var admin = await stage.AdminAsync();

        var wrong = await (await admin.GetAsync(Page))
            .Form()
            .Fill(
                "How many people does a household name in all, of friends, family and others?",
                "1"
            )
            .SubmitAsync();
        Assert.Contains("which is the law’s minimum", wrong.Text);
        var done = await wrong
            .Form()
            .Fill(
                "How many people does a household name in all, of friends, family and others?",
                "4"
            )
            .Fill("How many of them are family?", "2")
            .Fill("How many have known the applicant for 5 years or more?", "2")
            .Choose("Do applicants name their employer as well?", "No")
            .Choose(
                "Do applicants name former partners with whom they looked after children?",
                "Yes"
            )
            .SubmitAsync();

        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Contains("The numbers of referees are saved", done.Text);
        var council = await stage.CouncilAsync();
        Assert.Equal(
            (4, 2, 2),
            (council.PersonalReferees, council.FamilyReferees, council.LongKnownReferees)
        );
        Assert.Equal((false, true), (council.AsksEmployers, council.AsksFormerPartners));
        Assert.Equal(other.PersonalReferees, (await stage.CouncilAsync("WES")).PersonalReferees);
        Assert.NotEmpty(await stage.HistoryAsync("council.referees"));
    }

    private Task<Result> ChangeAsync(
        ChangeRefereeNeedsInput input,
        Role role = Role.Administrator
    ) => stage.AsAsync<ChangeRefereeNeeds>(role, (o, a) => o.RunAsync(input, a, default));

    public sealed class OnSqlite(SqliteDemoHost host)
        : CouncilRefereeTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : CouncilRefereeTests(host),
            IClassFixture<PostgresDemoHost>;
}
