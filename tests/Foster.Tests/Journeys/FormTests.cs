using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Xunit;

namespace Foster.Tests.Journeys;

public class FormTests
{
    private static readonly TextField First = new("first-name");
    private static readonly YesNoField Partner = new("partner");
    private static readonly TextField Name = new("partner-name")
    {
        MissingMessage = "Enter your partner’s name",
        OnlyWhen = form => form.Get(Partner) == true,
    };
    private static readonly DateField Moved = new("moved") { Optional = true };
    private static readonly PasswordField Password = new("password") { Optional = true };
    private static readonly Field[] All = [First, Partner, Name, Moved, Password];

    [Fact]
    public void Errors_stand_in_page_order_and_general_ones_last()
    {
        var form = Typed.Into(All, ("partner", "yes"), ("moved-day", "3"));
        form.AddError(null, "The event is full");
        form.AddError(First, "First name is odd");

        Assert.Equal(
            ["first-name", "first-name", "partner-name", "moved-month", null],
            form.Errors.Select(e => e.InputId)
        );
    }

    [Fact]
    public void A_field_counts_only_when_its_condition_holds()
    {
        var without = Typed.Into(
            All,
            ("first-name", "Ama"),
            ("partner", "no"),
            ("partner-name", "Tom")
        );

        Assert.True(without.Ok);
        Assert.Null(without.Get(Name));
        Assert.DoesNotContain("Tom", without.ToJson());
        Assert.DoesNotContain(without.SummaryRows(), r => r.Label == "Partner name");

        var with = Typed.Into(All, ("first-name", "Ama"), ("partner", "yes"));
        Assert.Equal("Enter your partner’s name", with.Errors.Single().Message);
    }

    [Fact]
    public void Answers_survive_a_round_trip_but_secrets_do_not()
    {
        var form = Typed.Into(
            All,
            ("first-name", "Zoë \"<b>\" 👩‍👧"),
            ("partner", "yes"),
            ("partner-name", ""),
            ("moved-day", "31"),
            ("moved-month", "Feb"),
            ("password", "hush"),
            ("not-a-field", "x")
        );

        var json = form.ToJson();
        var again = new Form(All).FromJson(json);
        again.Check(Typed.Today);

        Assert.DoesNotContain("hush", json);
        Assert.DoesNotContain("not-a-field", json);
        Assert.Equal("Zoë \"<b>\" 👩‍👧", again.Must(First));
        Assert.Equal(form.Errors.Select(e => e.Message), again.Errors.Select(e => e.Message));
        Assert.Equal(("31", "Feb"), (again.Raw("moved-day"), again.Raw("moved-month")));
        Assert.Equal(json, again.ToJson());
    }

    [Fact]
    public void One_page_of_a_longer_journey_changes_only_its_own_answers()
    {
        var page1 = Typed.Into([First], ("first-name", "Ama"));
        var page2 = Typed.Into([Partner], ("partner", "no"));
        var both = page2.ToJson(page1.ToJson());
        var changed = Typed.Into([First], ("first-name", "Bo")).ToJson(both);

        var whole = new Form(First, Partner).FromJson(changed);

        Assert.Equal("Bo", whole.Must(First));
        Assert.False(whole.Must(Partner));
    }

    [Fact]
    public void What_cannot_be_stored_never_reaches_the_store()
    {
        var form = Typed.Into(All, ("first-name", "a\0b\u001bc"));

        Assert.DoesNotContain("u0000", form.ToJson());
        Assert.DoesNotContain("u001B", form.ToJson(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"unknown":["x"]}""")]
    public void An_empty_or_foreign_store_leaves_the_form_empty(string? json) =>
        Assert.Null(new Form(All).FromJson(json).Get(First));

    [Fact]
    public void Refusals_land_beside_their_field_or_on_the_form()
    {
        var form = Typed.Into(All, ("first-name", "Ama"), ("partner", "no"));

        var done = form.Apply(
            Result.Refused(
                new Refusal("Both are full", null, null),
                new Refusal("Moved too early", "R-1", "Moved"),
                new Refusal("Day is odd", null, "moved-day"),
                new Refusal("Elsewhere", null, "other-form")
            )
        );

        Assert.False(done);
        Assert.Equal([Moved, Moved, null, null], form.Errors.Select(e => e.Field));
        Assert.True(form.Apply(Result.Done));
    }

    [Fact]
    public void Values_filled_in_come_back_and_null_empties()
    {
        var form = new Form(All)
            .Fill(First, "Ama")
            .Fill(Partner, true)
            .Fill(Moved, (DateOnly?)new DateOnly(2020, 2, 29));

        Assert.Equal(new DateOnly(2020, 2, 29), form.Get(Moved));
        Assert.True(form.Must(Partner));

        form.Fill(Moved, (DateOnly?)null).Fill(First, (string?)null);
        Assert.Null(form.Get(Moved));
        Assert.Null(form.Get(First));
        Assert.Throws<InvalidOperationException>(() => form.Must(First));
    }

    [Fact]
    public void Reading_again_forgets_the_errors_and_answers_of_before()
    {
        var form = Typed.Into(All);
        form.Read(Typed.Posted(("first-name", "Ama"), ("partner", "no")), Typed.Today);

        Assert.True(form.Ok);
    }

    [Fact]
    public void Change_links_lead_to_the_field_and_say_what_they_change()
    {
        var row = new Form(Moved).SummaryRows("/apply/address").Single();

        Assert.Equal(
            new SummaryRow("Moved", "Not provided", "/apply/address#moved-day", "moved"),
            row
        );
    }

    [Fact]
    public void Two_inputs_of_one_name_are_a_mistake() =>
        Assert.Throws<ArgumentException>(() => new Form(new TextField("a"), new YesNoField("a")));

    [Fact]
    public void A_field_of_another_form_is_a_mistake() =>
        Assert.Throws<ArgumentException>(() => new Form(First).Get(Moved));

    [Fact]
    public void Nobody_can_post_more_values_than_a_hundred_per_input()
    {
        var many = Enumerable.Range(0, 5000).Select(i => ("first-name", $"v{i}")).ToArray();

        Assert.Equal(100, Typed.Into([First], many).Answers.Many("first-name").Count);
    }
}
