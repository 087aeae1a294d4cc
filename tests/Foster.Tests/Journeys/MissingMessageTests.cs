using System.Reflection;
using Foster.Web.Foundation.Journeys;
using Xunit;

namespace Foster.Tests.Journeys;

/// <summary>What every declared question says when nothing was given has to be a sentence (GOV.UK: "Enter the …").</summary>
public class MissingMessageTests
{
    [Fact]
    public void No_question_is_turned_into_a_broken_sentence()
    {
        var fields = Declared().ToList();

        Assert.True(fields.Count > 100, $"Only {fields.Count} were found.");
        Assert.Empty(
            fields.Where(f => IsBroken(f.Field)).Select(f => $"{f.Where}: {Said(f.Field)}")
        );
    }

    [Fact]
    public void The_rule_sees_a_question_without_a_message_and_a_yes_or_no_about_nothing()
    {
        Assert.True(IsBroken(new DateField("on") { Label = "When was it?" }));
        Assert.True(IsBroken(new YesNoField("free") { Label = "Is it free?" }));
        Assert.False(IsBroken(new DateField("on") { Label = "When was it?", Called = "The day" }));
        Assert.False(IsBroken(new TextField("name") { Label = "First name" }));
    }

    private static bool IsBroken(Field field) =>
        field is { Optional: false, MissingMessage: null }
        && field is not TickField
        && (
            field is YesNoField
            || (
                field.Label.TrimEnd().EndsWith('?')
                && field.Called == field.Label.TrimEnd('?', ' ')
                && Said(field).Contains(field.Called[1..], StringComparison.Ordinal)
            )
        );

    private static string Said(Field field) =>
        (string)
            typeof(Field)
                .GetProperty("Missing", BindingFlags.Instance | BindingFlags.NonPublic)!
                .GetValue(field)!;

    private static IEnumerable<(string Where, Field Field)> Declared() =>
        from type in typeof(Field).Assembly.GetTypes()
        where !type.ContainsGenericParameters
        from member in type.GetFields(
            BindingFlags.Static
                | BindingFlags.Public
                | BindingFlags.NonPublic
                | BindingFlags.DeclaredOnly
        )
        where typeof(Field).IsAssignableFrom(member.FieldType)
        let field = (Field?)member.GetValue(null)
        where field is not null
        select ($"{type.Name}.{member.Name}", field);
}
