using Foster.Web.Foundation.Journeys;
using Xunit;

namespace Foster.Tests.Journeys;

/// <summary>Which questions are asked, which are open, and what is left out.</summary>
public class JourneyTests
{
    private static readonly DateOnly Today = new(2026, 5, 15);
    private static readonly YesNoField Pet = new("pet");
    private static readonly TextField Kind = new("kind");
    private static readonly TextField Note = new("note") { Optional = true };

    private static readonly Journey Journey = new(
        "test",
        "/test",
        new JourneyQuestion("pet", "Do you have a pet?", Pet),
        new JourneyQuestion("kind", "What is it?", Kind) { Asked = f => f.Get(Pet) == true },
        new JourneyQuestion("note", "Anything else?", Note)
    );

    [Fact]
    public void The_first_question_without_an_answer_is_open()
    {
        Assert.Equal("pet", Read("{}").FirstOpen?.Slug);
        Assert.Equal("kind", Read("""{"pet":["yes"]}""", "pet").FirstOpen?.Slug);
        Assert.Equal("note", Read("""{"pet":["no"]}""", "pet").FirstOpen?.Slug);
    }

    [Fact]
    public void An_optional_question_is_open_until_it_was_seen()
    {
        Assert.NotNull(Read("""{"pet":["no"]}""", "pet").FirstOpen);
        Assert.Null(Read("""{"pet":["no"]}""", "pet", "note").FirstOpen);
    }

    [Fact]
    public void An_answer_that_no_longer_holds_opens_its_question_again()
    {
        Assert.Equal("pet", Read("""{"pet":["perhaps"]}""", "pet", "note").FirstOpen?.Slug);
    }

    [Fact]
    public void An_answer_to_a_question_that_is_not_asked_any_more_is_left_out()
    {
        var answers = Read("""{"pet":["no"],"kind":["Cat"]}""", "pet", "kind", "note");

        Assert.Equal(["pet", "note"], answers.Asked.Select(q => q.Slug));
        Assert.Null(answers.Form.Get(Kind));
        Assert.DoesNotContain(answers.Sections.SelectMany(s => s.Rows), r => r.Label == "Kind");
    }

    [Fact]
    public void The_rows_lead_back_to_the_field_on_its_page()
    {
        var rows = Read("""{"pet":["yes"],"kind":["Cat"]}""", "pet", "kind", "note")
            .Sections.SelectMany(s => s.Rows)
            .ToList();

        Assert.Equal(["Yes", "Cat", "Not provided"], rows.Select(r => r.Value));
        Assert.Equal("/test/kind?change=yes#kind", rows[1].ChangeHref);
        Assert.Equal("kind", rows[1].ChangeHidden);
    }

    [Fact]
    public void The_ways_back_and_on_pass_over_what_is_not_asked()
    {
        var answers = Read("""{"pet":["no"]}""", "pet");
        var note = Journey.Find("note")!;

        Assert.Equal("pet", answers.Before(note)?.Slug);
        Assert.Equal(note, answers.After(Journey.Find("pet")!));
        Assert.Null(answers.After(note));
        Assert.Null(answers.Before(Journey.Find("pet")!));
    }

    [Fact]
    public void Of_several_one_is_taken_out_and_the_next_move_up()
    {
        var several = new JourneyRepeat(
            "count",
            "thing",
            3,
            (repeat, number) =>
                [new TextField("thing-" + number) { OnlyWhen = f => repeat.CountOf(f) >= number }]
        );
        var form = new Form([.. several.Fields]);
        Assert.Equal(1, several.CountOf(form));
        several.Add(form);
        several.Add(form);
        several.Add(form);
        Assert.Equal(3, several.CountOf(form));
        for (var number = 1; number <= 3; number++)
            form.Answers.Set("thing-" + number, "T" + number);

        several.Remove(form, 1);
        several.Remove(form, 9);

        Assert.Equal(2, several.CountOf(form));
        Assert.Equal(
            ("T2", "T3", ""),
            (form.Answers["thing-1"], form.Answers["thing-2"], form.Answers["thing-3"])
        );
        form.Answers.Set("count", "99999999999");
        Assert.Equal(1, several.CountOf(form));
    }

    private static JourneyAnswers Read(string json, params string[] answered) =>
        Journey.Read(json, answered, Today);
}
