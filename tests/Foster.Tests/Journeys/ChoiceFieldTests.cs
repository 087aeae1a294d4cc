using Foster.Web.Foundation.Journeys;
using Xunit;

namespace Foster.Tests.Journeys;

public class ChoiceFieldTests
{
    private enum Home
    {
        Own,
        Rent,
    }

    private static readonly ChoiceField<Home> Where = new(
        "home",
        new Option<Home>(Home.Own, "I own it"),
        new Option<Home>(Home.Rent, "I rent it")
    )
    {
        MissingMessage = "Select whether you own or rent your home",
    };

    private static readonly MultiChoiceField<string> Ages = new(
        "ages",
        new Option<string>("0-4", "0 to 4"),
        new Option<string>("5-10", "5 to 10")
    )
    {
        Optional = true,
    };

    [Fact]
    public void A_choice_gives_its_value()
    {
        var form = Typed.Into(Where, "Rent");

        Assert.Equal(Home.Rent, form.Must(Where));
        Assert.Equal("I rent it", form.SummaryRows().Single().Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Castle")]
    [InlineData("rent")]
    [InlineData("1")]
    [InlineData("Own\0")]
    [InlineData("<script>")]
    public void An_unknown_choice_is_refused_in_the_same_words_as_none(string typed)
    {
        var form = Typed.Into(Where, typed);

        Assert.Equal("Select whether you own or rent your home", form.Errors.Single().Message);
        Assert.Null(form.Get(Where));
    }

    [Fact]
    public void Two_answers_to_one_choice_are_none()
    {
        var form = Typed.Into([Where], ("home", "Own"), ("home", "Rent"));

        Assert.False(form.Ok);
        Assert.True(Typed.Into([Where], ("home", "Own"), ("home", "Own")).Ok);
    }

    [Fact]
    public void Several_choices_come_in_the_order_of_the_list_and_once_each()
    {
        var form = Typed.Into([Ages], ("ages", "5-10"), ("ages", "0-4"), ("ages", "0-4"));

        Assert.Equal(["0-4", "5-10"], form.Must(Ages));
        Assert.Equal("0 to 4\n5 to 10", form.SummaryRows().Single().Value);
    }

    [Fact]
    public void One_unknown_choice_among_several_is_refused() =>
        Assert.False(Typed.Into([Ages], ("ages", "5-10"), ("ages", "11-15")).Ok);

    [Fact]
    public void No_choice_is_fine_where_it_is_optional()
    {
        var form = Typed.Into([Ages]);

        Assert.True(form.Ok);
        Assert.Null(form.Get(Ages));
        Assert.Equal("Not provided", form.SummaryRows().Single().Value);
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("no", false)]
    [InlineData("", null)]
    [InlineData("true", null)]
    public void Yes_and_no_are_two_answers_and_none_is_a_third(string typed, bool? expected)
    {
        var spare = new YesNoField("spare");
        var form = Typed.Into(spare, typed);

        Assert.Equal(expected, form.Get(spare));
        Assert.Equal(expected is not null, form.Ok);
    }

    [Fact]
    public void A_tick_may_be_left_out_unless_it_must_be_there()
    {
        var news = new TickField("news");
        var consent = new TickField("consent") { MustBeTicked = "Select that you agree" };
        var form = Typed.Into([news, consent]);

        Assert.False(form.Must(news));
        Assert.Equal("Select that you agree", form.Errors.Single().Message);
        Assert.True(Typed.Into(consent, "yes").Must(consent));
        Assert.False(Typed.Into(consent, "on").Ok);
    }
}
