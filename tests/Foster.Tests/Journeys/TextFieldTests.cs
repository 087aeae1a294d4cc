using Foster.Web.Foundation.Journeys;
using Xunit;

namespace Foster.Tests.Journeys;

public class TextFieldTests
{
    private static readonly TextField Name = new("first-name")
    {
        MissingMessage = "Enter your first name",
    };

    private static readonly TextField Story = new("story") { Rows = 5, Max = 500 };

    [Theory]
    [InlineData("Zoë")]
    [InlineData("O'Brien-Smith")]
    [InlineData("محمد بن سلمان")]
    [InlineData("王小明")]
    [InlineData("Þórður")]
    [InlineData("Anne 👩‍👧‍👦")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("Robert'); DROP TABLE cases;--")]
    [InlineData("{{7*7}} ${x} %0d%0a")]
    public void Names_of_any_alphabet_and_hostile_texts_are_taken_as_they_are(string typed)
    {
        var form = Typed.Into(Name, typed);

        Assert.True(form.Ok);
        Assert.Equal(typed, form.Must(Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\t\u00a0\u3000")]
    [InlineData("\u200b\u200d")]
    public void Blanks_are_nothing(string typed) =>
        Assert.Equal("Enter your first name", Typed.ErrorOf(Name, typed));

    [Theory]
    [InlineData("a\0b")]
    [InlineData("a\u0007b")]
    [InlineData("a\u001b[31mb")]
    [InlineData("a\nb")]
    [InlineData("a\tb")]
    [InlineData("a\u0085b")]
    [InlineData("a\u2028b")]
    [InlineData("\0")]
    public void Control_characters_are_refused_on_one_line(string typed) =>
        Assert.Equal(
            "First name includes a character that cannot be stored. Delete it and type it again",
            Typed.ErrorOf(Name, typed)
        );

    [Theory]
    [InlineData("high")]
    [InlineData("low")]
    public void Half_a_character_is_refused_and_does_not_throw(string half)
    {
        var typed = "a" + (half == "high" ? '\ud83d' : '\ude00') + "b";

        Assert.NotNull(Typed.ErrorOf(Name, typed));
        Assert.DoesNotContain(typed[1], Typed.Into(Name, typed).ToJson());
    }

    [Fact]
    public void Line_ends_and_tabs_are_fine_in_a_box_and_line_ends_become_one_kind()
    {
        var form = Typed.Into(Story, "one\r\ntwo\rthree\n\tfour\r\n");

        Assert.True(form.Ok);
        Assert.Equal("one\ntwo\nthree\n\tfour", form.Must(Story));
    }

    [Fact]
    public void A_box_refuses_nul_too() => Assert.NotNull(Typed.ErrorOf(Story, "one\0two"));

    [Fact]
    public void Letters_are_composed() =>
        Assert.Equal("Zo\u00eb", Typed.Into(Name, " Zoe\u0308 ").Must(Name));

    [Fact]
    public void Over_long_text_is_refused_with_both_counts_and_kept()
    {
        var form = Typed.Into(Name, new string('a', 10_000));

        Assert.Equal(
            "First name must be 200 characters or fewer. You entered 10,000",
            form.Errors.Single().Message
        );
        Assert.Equal(10_000, form.Raw("first-name").Length);
    }

    [Fact]
    public void Line_ends_count_once_so_that_the_counter_on_the_page_is_right() =>
        Assert.Null(Typed.ErrorOf(Story, string.Concat(Enumerable.Repeat("123456789\r\n", 49))));

    [Fact]
    public void Text_can_be_too_short_or_of_the_wrong_form()
    {
        var code = new TextField("reference")
        {
            Min = 3,
            Pattern = "[A-Z]{3,}",
            PatternMessage = "Reference must be capital letters, like ABC",
        };

        Assert.Equal(
            "Reference must be 3 characters or more. You entered 2",
            Typed.ErrorOf(code, "AB")
        );
        Assert.Equal("Reference must be capital letters, like ABC", Typed.ErrorOf(code, "ABCd"));
        Assert.Null(Typed.ErrorOf(code, "ABCD"));
    }

    [Fact]
    public void A_rule_of_the_page_speaks_after_the_limits()
    {
        var code = new TextField("code")
        {
            Rule = (v, _) => v == "X" ? "Code must not be X" : null,
        };

        Assert.Equal("Code must not be X", Typed.ErrorOf(code, "X"));
    }

    [Theory]
    [InlineData("DBS number", "Enter the DBS number")]
    [InlineData("What is your name?", "Enter what is your name")]
    [InlineData("Job title", "Enter the job title")]
    public void Without_words_of_its_own_the_message_is_made_from_the_label(
        string label,
        string said
    ) => Assert.Equal(said, Typed.ErrorOf(new TextField("x") { Label = label }, ""));

    [Fact]
    public void A_password_is_neither_trimmed_nor_shown_nor_kept()
    {
        var password = new PasswordField("password");
        var form = Typed.Into(password, " correct horse ");

        Assert.Equal(" correct horse ", form.Must(password));
        Assert.Equal("", form.Raw("password"));
        Assert.Equal("{}", form.ToJson());
        Assert.Empty(form.SummaryRows());
        Assert.NotNull(Typed.ErrorOf(password, new string('a', 2000)));
    }
}
