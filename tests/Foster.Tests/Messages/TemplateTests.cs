using Foster.TestKit;
using Foster.Web.Features.Reminders.Emails;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Mail;
using Xunit;

namespace Foster.Tests.Messages;

/// <summary>The kinds of messages and the words with which Foster comes.</summary>
public sealed class TemplateTests
{
    /// <summary>
    /// Who somebody is (a first name), the case (its reference), the team, dates, a link. What a placeholder could say
    /// beyond that belongs into no message (product and quality rules).
    /// </summary>
    private static readonly string[] Allowed =
    [
        "first name",
        "reference",
        "team",
        "council",
        "telephone",
        "opening hours",
        "date",
        "day",
        "time",
        "end time",
        "answer by",
        "former date",
        "former day",
        "former time",
        "days",
        "how often",
        "link",
        "pack",
        "events",
        "list",
        "due",
        "site",
    ];

    private static IEnumerable<MailTemplate> Mails =>
        MailTemplates.All.Where(t => t is not LetterTemplate);

    public static TheoryData<string> Kinds =>
        [.. MailTemplates.All.Where(t => t.Fixed is null).Select(t => t.Key)];

    [Fact]
    public void Every_kind_that_is_written_is_declared_once_and_whole()
    {
        Assert.All(EveryEmail.All(), e => Assert.Same(e.Template, MailTemplates.Find(e.Kind)));
        var written = EveryEmail.All().Select(e => e.Kind).Distinct();
        Assert.Equal(
            ["alert.", "message.test", "reminder.due"],
            Mails.Select(t => t.Key).Except(written).Order(StringComparer.Ordinal)
        );
        Assert.All(
            MailTemplates.All,
            t => Assert.True(t is { Name.Length: > 0, Recipient.Length: > 0 }, t.Key)
        );
        Assert.Equal(
            MailTemplates.All.Count,
            MailTemplates.All.Select(t => t.Name).Distinct().Count()
        );
    }

    /// <summary>A message made past the templates would have no words that a council could change.</summary>
    [Fact]
    public void No_operation_makes_a_message_past_its_template()
    {
        var past = Directory
            .EnumerateFiles(
                Path.Combine(Repository.Root, "src/Foster.Web"),
                "*.cs",
                SearchOption.AllDirectories
            )
            .Where(f => !f.Contains("/Foundation/Mail/", StringComparison.Ordinal))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal))
            .Where(f => File.ReadAllText(f).Contains("new Email(", StringComparison.Ordinal));

        Assert.Empty(past);
    }

    [Fact]
    public void The_words_that_Foster_comes_with_are_those_that_were_sent_before()
    {
        var one = ReminderEmail.Of(
            "a@b.example",
            "Ada",
            [EveryEmail.Line],
            EveryEmail.Council,
            Link,
            Link
        );
        var two = ReminderEmail.Of(
            "a@b.example",
            "Ada",
            [EveryEmail.Line with { IsLate = true }, EveryEmail.Line],
            EveryEmail.Council,
            Link,
            Link
        );

        Assert.Equal(
            File.ReadAllText(
                Path.Combine(Repository.Root, "tests/Foster.Tests/Messages/WordsBefore.txt")
            ),
            EveryEmail.Written([
                .. EveryEmail
                    .All()
                    .Append(one)
                    .Append(two)
                    .Select(e => (e.Kind, e.Subject, e.Body)),
            ])
        );
    }

    [Fact]
    public void A_message_says_no_more_of_people_than_the_list_allows() =>
        Assert.Equal(
            Allowed.Order(),
            Mails.SelectMany(t => t.Placeholders).Select(p => p.Name).Distinct().Order()
        );

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Words_that_Foster_comes_with_pass_their_own_check(string key)
    {
        var template = MailTemplates.Find(key)!;
        var examples = MailValues.Examples(EveryEmail.Council, template);

        Assert.Empty(WordingCheck.Against(template, template.Words, examples));
        var filled = template.Words.Filled(examples);
        Assert.DoesNotContain('{', filled.Subject + filled.Body + filled.Text);
        Assert.Empty(template.Must.Except(template.Own));
    }

    [Theory]
    [InlineData("subject", "Hello {surname}", "{surname} is nothing that can be filled in here")]
    [InlineData("body", "Dear {first name}, {date of birth} {link}", "These can: {first name}")]
    [InlineData("body", "Dear {first name, {link}", "open or closed on its own")]
    [InlineData("body", "Dear first name}, {link}", "open or closed on its own")]
    [InlineData("body", "Dear {first name}", "{link} has to stand in the message")]
    [InlineData("body", " \n", "Enter the words")]
    [InlineData("subject", "", "Enter a subject")]
    [InlineData("subject", "One\r\nBcc: thief@evil.example", "must be one line")]
    [InlineData("subject", "One\u2028two", "must be one line")]
    [InlineData("subject", "See {link}", "{link} is nothing")]
    [InlineData("subject", "Bell\u0007", "cannot be stored")]
    [InlineData("body", "Bell\u0007 {link}", "cannot be stored")]
    [InlineData("text", "Hello {list}", "{list} is nothing")]
    public void Words_that_cannot_be_used_are_refused_beside_their_field(
        string field,
        string words,
        string why
    )
    {
        var refused = Against(field, words);

        Assert.Contains(
            refused,
            r => r.Field == field && r.Reason.Contains(why, StringComparison.Ordinal)
        );
        Assert.All(refused, r => Assert.Equal(field, r.Field));
    }

    [Theory]
    [InlineData("subject", 120, 121)]
    [InlineData("body", 6_000, 6_001)]
    [InlineData("text", 306, 307)]
    public void Words_are_as_long_as_they_may_be_and_no_longer(string field, int fits, int tooLong)
    {
        Assert.Empty(Against(field, Padded(fits)));
        Assert.NotEmpty(Against(field, Padded(tooLong)));

        string Padded(int length) =>
            field == "body" ? "{link}".PadRight(length, 'x') : new string('x', length);
    }

    [Fact]
    public void A_text_is_counted_as_it_will_be_and_places_may_be_written_in_any_case()
    {
        Assert.Empty(Against("body", "Dear {First  Name}, go to { link }"));
        Assert.Empty(Against("text", new string('x', 303) + "{first name}"));
        Assert.NotEmpty(Against("text", new string('x', 304) + "{first name}"));
    }

    [Fact]
    public void What_is_filled_in_is_not_filled_again()
    {
        var values = new MailValues(EveryEmail.Council).For("{link} {telephone}").Link("secret");

        Assert.Equal(
            "Dear {link} {telephone}",
            new Wording("", "Dear {first name}").Filled(values).Body
        );
    }

    [Theory]
    [InlineData("07700 900 982", "+447700900982")]
    [InlineData("+44 7700 900982", "+447700900982")]
    [InlineData("07624 499 123", "+447624499123")]
    [InlineData("0151 496 0123", null)]
    [InlineData("07012 345 678", null)]
    [InlineData("07612 345 678", null)]
    [InlineData("+33 6 12 34 56 78", null)]
    [InlineData("0770090098", null)]
    [InlineData("call me", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_text_goes_to_a_UK_mobile_number_alone(string? typed, string? number) =>
        Assert.Equal(number, MobileNumber.Of(typed));

    /// <summary>The one rule for addresses of people, which forms and operations share.</summary>
    [Theory]
    [InlineData("ada @people.example")]
    [InlineData("ada@@people.example")]
    [InlineData("ada@home@people.example")]
    [InlineData("ada@")]
    [InlineData("@people.example")]
    [InlineData("ada@people")]
    [InlineData("ada@people.example\r\nBcc: thief@evil.example")]
    [InlineData("Ada <ada@people.example>")]
    [InlineData("ada@people.example, eve@people.example")]
    public void A_broken_address_is_none(string typed) => Assert.Null(EmailField.Normalise(typed));

    private const string Link = "https://fostering.example/x/y";

    private static IReadOnlyList<Foster.Web.Foundation.Rules.Refusal> Against(
        string field,
        string words
    )
    {
        var template = MailTemplates.Find("enquiry.acknowledged")!;
        var typed = template.Words;
        return WordingCheck.Against(
            template,
            field switch
            {
                "subject" => typed with { Subject = words },
                "body" => typed with { Body = words },
                _ => typed with { Text = words },
            },
            MailValues.Examples(EveryEmail.Council, template)
        );
    }
}
