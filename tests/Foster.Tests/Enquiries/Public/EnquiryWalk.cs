using Foster.TestKit;
using Xunit;

namespace Foster.Tests.Enquiries.Public;

/// <summary>Somebody who fills in the enquiry as most people do; a test changes what it is about.</summary>
internal sealed class EnquiryWalk(HtmlVisitor visitor)
{
    private readonly Dictionary<string, Action<HtmlForm>> answers = new()
    {
        ["name"] = f => f.Fill("First name", "Ann").Fill("Last name", "Example"),
        ["date-of-birth"] = f => f.FillDate("What is your date of birth?", 29, 2, 1984),
        ["contact"] = f =>
            f.Fill("Email address (optional)", "ann@example.org")
                .Fill("Telephone number (optional)", "07700 900 982"),
        ["together"] = f =>
            f.Choose("Are you enquiring on your own or with a partner?", "On my own"),
        ["partner-name"] = f => f.Fill("First name", "Ben").Fill("Last name", "Example"),
        ["partner-date-of-birth"] = f =>
            f.FillDate("What is your partner’s date of birth?", 1, 6, 1980),
        ["partner-email"] = f => f.Fill("Partner’s email address (optional)", "ann@example.org"),
        ["address"] = f =>
            f.Fill("Address line 1", "1 Example Street")
                .Fill("Town or city", "Example Town")
                .Fill("Postcode", "ch60 1aa"),
        ["council"] = _ => { },
        ["household"] = f => f.Choose("Does anyone else live with you?", "No"),
        ["people/1"] = f =>
            f.Fill("First name", "Cat")
                .Fill("Last name", "Example")
                .Fill("Who they are to you", "Son or daughter"),
        ["people"] = f => f.Choose("Do you need to add another person?", "No"),
        ["spare-rooms"] = f => f.Choose("How many spare bedrooms do you have?", "One"),
        ["interests"] = f => f.Check("Short-term", "Teenagers"),
        ["child"] = f => f.Choose("Do you want to foster a child you already know?", "No"),
        ["fosters-now"] = f =>
            f.Choose("Do you, or your partner, foster for another service now?", "No"),
        ["when-to-call"] = f => f.Choose("When is a good time to call you?", "After 5pm"),
        ["how-heard"] = _ => { },
        ["connection"] = f => f.Choose(Connection, "No"),
        ["connected-with"] = f => f.Fill("Who are you connected with?", "My sister, in housing"),
        ["access-needs"] = _ => { },
        ["privacy"] = f => f.Check("I have read how my information is used"),
    };

    public const string Connection =
        "Are you connected with someone who works for the council, or with a councillor?";

    /// <summary>The questions that were asked, in order.</summary>
    public List<string> Asked { get; } = [];

    public HtmlVisitor Visitor => visitor;

    public EnquiryWalk Answer(string slug, Action<HtmlForm> answer)
    {
        answers[slug] = answer;
        return this;
    }

    public EnquiryWalk WithPartner() =>
        Answer(
            "together",
            f => f.Choose("Are you enquiring on your own or with a partner?", "With a partner")
        );

    /// <summary>From the start page to the question, or to the check-answers page.</summary>
    public async Task<HtmlPage> ToAsync(string slug = "check")
    {
        var page = await visitor.GetAsync("/enquire");
        page = await page.FollowAsync("Start now");
        for (var step = 0; step < 30 && SlugOf(page) != slug; step++)
        {
            Asked.Add(SlugOf(page));
            page = await AnswerAsync(page);
            Assert.True(
                page.ErrorSummary.Count == 0,
                $"{Asked[^1]}: {string.Join("; ", page.ErrorSummary)}"
            );
        }

        Assert.Equal(slug, SlugOf(page));
        return page;
    }

    /// <summary>From where the visitor is to the end.</summary>
    public async Task<HtmlPage> ResumeAsync()
    {
        var page = visitor.Page!;
        while (SlugOf(page) != "check")
        {
            page = await AnswerAsync(page);
            Assert.Empty(page.ErrorSummary);
        }

        return await page.Form().SubmitAsync("Send my enquiry");
    }

    public Task<HtmlPage> AnswerAsync(HtmlPage page)
    {
        var form = page.Form();
        answers[SlugOf(page)](form);
        return form.SubmitAsync("Continue");
    }

    public async Task<HtmlPage> SendAsync() =>
        await (await ToAsync()).Form().SubmitAsync("Send my enquiry");

    /// <summary>What stands behind /enquire/ in the address.</summary>
    public static string SlugOf(HtmlPage page) =>
        page.Address.AbsolutePath.Split('/', 3, StringSplitOptions.RemoveEmptyEntries)[^1]
            is var last
        && page.Address.AbsolutePath.StartsWith("/enquire/", StringComparison.Ordinal)
            ? page.Address.AbsolutePath["/enquire/".Length..]
            : last;

    public static string ReferenceOf(HtmlPage page) =>
        page.Find(".govuk-panel__body strong").TextContent.Trim();
}
