using Foster.Web.Features.Assessment.Checks;
using Foster.Web.Features.Cases;
using Xunit;

namespace Foster.Tests.Assessment;

/// <summary>The catalogue of §4.3: what applies to whom.</summary>
public class CheckKindTests
{
    private static readonly DateOnly PanelBy = new(2027, 1, 15);
    private static readonly CasePerson Robin = Person(new DateOnly(1981, 3, 4), applicant: true);
    private static readonly CasePerson Alex = Person(new DateOnly(1982, 3, 4), applicant: true);

    [Fact]
    public void The_kinds_of_this_stage_are_there_once_each()
    {
        var keys = CheckKinds.All.Select(k => k.Key).ToList();

        Assert.Equal(
            [
                "CHK-01",
                "CHK-02",
                "CHK-03",
                "CHK-05",
                "CHK-06",
                "CHK-09",
                "CHK-11",
                "CHK-13",
                "CHK-18",
                "CHK-19",
            ],
            keys
        );
        Assert.All(CheckKinds.All, k => Assert.True(k.Title.Length > 0 && k.Why.Length > 0));
    }

    [Theory]
    [InlineData("CHK-01")]
    [InlineData("CHK-02")]
    [InlineData("CHK-05")]
    [InlineData("CHK-09")]
    public void Both_of_a_couple_have_their_own(string key) =>
        Assert.Equal([Robin.PersonId, Alex.PersonId], Whom(key, [Robin, Alex]));

    [Theory]
    [InlineData("CHK-13")]
    [InlineData("CHK-18")]
    public void Referees_and_home_are_there_once_for_a_couple(string key) =>
        Assert.Equal([null], Whom(key, [Robin, Alex]));

    [Theory]
    [InlineData(2009, 1, 15, true)]
    [InlineData(2009, 1, 16, false)]
    [InlineData(1950, 1, 1, true)]
    [InlineData(2020, 1, 1, false)]
    public void R_VAL_02_an_adult_of_the_household_and_one_who_turns_18_by_panel_has_a_DBS(
        int year,
        int month,
        int day,
        bool applies
    )
    {
        var other = Person(new DateOnly(year, month, day));

        Assert.Equal(applies, Whom("CHK-03", [Robin, other]).Contains(other.PersonId));
        Assert.DoesNotContain(Robin.PersonId, Whom("CHK-03", [Robin, other]));
    }

    [Fact]
    public void Somebody_whose_age_is_not_known_counts_as_an_adult()
    {
        var unknown = Person(null);

        Assert.Equal([unknown.PersonId], Whom("CHK-03", [Robin, unknown]));
    }

    [Fact]
    public void The_home_council_is_asked_only_about_those_who_live_outside_the_area()
    {
        Assert.Empty(Whom("CHK-06", [Robin, Alex]));
        Assert.Equal([Alex.PersonId], Whom("CHK-06", [Robin, Alex], outside: [Alex.PersonId]));
    }

    [Fact]
    public void R_TRF_05_a_former_service_is_asked_only_about_those_it_approved()
    {
        Assert.Empty(Whom("CHK-11", [Robin]));
        Assert.Equal([Robin.PersonId], Whom("CHK-11", [Robin, Alex], elsewhere: [Robin.PersonId]));
    }

    private static List<Guid?> Whom(
        string key,
        IReadOnlyList<CasePerson> people,
        HashSet<Guid>? elsewhere = null,
        HashSet<Guid>? outside = null
    ) =>
        [
            .. CheckKinds
                .Of(key)
                .AppliesTo(new Circumstances(people, PanelBy, elsewhere ?? [], outside ?? [])),
        ];

    private static CasePerson Person(DateOnly? born, bool applicant = false) =>
        new(Guid.CreateVersion7(), "Made", "Up", born, null, null, applicant, 1, "");
}
