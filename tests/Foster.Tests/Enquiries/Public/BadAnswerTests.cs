using Foster.TestKit;
using Foster.Web.Foundation.Security;
using Xunit;

namespace Foster.Tests.Enquiries.Public;

/// <summary>What people type wrong, and what they type that looks wrong and is not (rows 39–41 and 47 of the thresholds).</summary>
public sealed class BadAnswerTests(SqliteDemoHost host) : IClassFixture<SqliteDemoHost>
{
    public static TheoryData<string, string, string> Wrong =>
        new()
        {
            { "name", "First name=", "given-name: Enter your first name" },
            {
                "date-of-birth",
                "date-of-birth-day=;date-of-birth-month=;date-of-birth-year=",
                "date-of-birth-day: Enter date of birth"
            },
            {
                "date-of-birth",
                "date-of-birth-month=;date-of-birth-year=",
                "date-of-birth-month: Date of birth must include a month and year"
            },
            {
                "date-of-birth",
                "date-of-birth-day=31;date-of-birth-month=2;date-of-birth-year=1990",
                "date-of-birth-day: Date of birth must be a real date"
            },
            {
                "date-of-birth",
                "date-of-birth-day=29;date-of-birth-month=2;date-of-birth-year=1985",
                "date-of-birth-day: Date of birth must be a real date"
            },
            {
                "date-of-birth",
                "date-of-birth-year=84",
                "date-of-birth-year: Date of birth must have 4 numbers in the year, like 1984"
            },
            {
                "date-of-birth",
                "date-of-birth-year=2084",
                "date-of-birth-day: Date of birth must be in the past"
            },
            {
                "date-of-birth",
                "date-of-birth-year=1904",
                "date-of-birth-day: Date of birth must be less than 120 years ago. Check the year"
            },
            {
                "contact",
                "email=;telephone=",
                "email: Enter an email address or a telephone number"
            },
            {
                "contact",
                "email=ann@example",
                "email: Enter an email address in the correct format, like name@example.com"
            },
            {
                "contact",
                "email=Ann <ann@example.org>",
                "email: Enter an email address in the correct format, like name@example.com"
            },
            {
                "contact",
                "telephone=12",
                "telephone: Enter a phone number, like 0151 496 0123, 07700 900 982 or +44 808 157 0192"
            },
            {
                "together",
                "together=",
                "together: Select whether you are enquiring on your own or with a partner"
            },
            {
                "together",
                "together=three",
                "together: Select whether you are enquiring on your own or with a partner"
            },
            {
                "address",
                "address-line-1=;postcode=CH41",
                "address-line-1: Enter address line 1, usually the building and street|postcode: Enter a full UK postcode, like CH41 6AA"
            },
            {
                "council",
                "council=00000000-0000-0000-0000-000000000001",
                "council: Select a council, or that you are not sure"
            },
            { "household", "others=", "others: Select yes if anyone else lives with you" },
            {
                "spare-rooms",
                "spare-rooms=",
                "spare-rooms: Select how many spare bedrooms you have"
            },
            {
                "interests",
                "interests=",
                "interests: Select a kind of fostering, or that you are not sure yet"
            },
            {
                "child",
                "knows-child=",
                "knows-child: Select yes if you want to foster a child you already know"
            },
            {
                "fosters-now",
                "fosters-now=",
                "fosters-now: Select yes if you or your partner foster for another service now"
            },
            {
                "when-to-call",
                "when-to-call=",
                "when-to-call: Select when is a good time to call you"
            },
            {
                "connection",
                "connected=",
                "connected: Select yes if you are connected with someone who works for the council, or with a councillor"
            },
            {
                "privacy",
                "privacy=",
                "privacy: Confirm that you have read how your information is used"
            },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_answer_is_named_in_the_summary_and_beside_the_field_and_every_answer_is_kept(
        string slug,
        string typed,
        string expected
    )
    {
        using var visitor = host.Visitor();
        var walk = new EnquiryWalk(visitor);
        var page = await walk.ToAsync(slug);
        await walk.AnswerAsync(page);
        page = await visitor.GetAsync("/enquire/" + slug);
        var fields = Posted(page);
        foreach (var (name, value) in Pairs(typed))
            fields[name == "First name" ? "given-name" : name] = value;

        page = await visitor.PostAsync(
            "/enquire/" + slug,
            [.. fields.Select(f => (f.Key, f.Value))]
        );

        Assert.StartsWith("Error: ", page.Title);
        Assert.Equal(expected.Split('|'), page.ErrorSummary.Select(e => $"{e.Field}: {e.Text}"));
        Assert.Equal(
            page.ErrorSummary.Select(e => "Error: " + e.Text),
            page.Document.QuerySelectorAll(".govuk-error-message")
                .Select(e =>
                    string.Join(
                        ' ',
                        e.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                    )
                )
        );
        Assert.All(page.ErrorSummary, e => Assert.NotNull(page.Document.GetElementById(e.Field)));
        Assert.True(page.Find("main form").HasAttribute("novalidate"));
        Assert.False(page.Has("main [required]"));
        var kept = Posted(page);
        foreach (
            var (name, value) in fields.Where(f =>
                f.Key[0] != '_' && kept.ContainsKey(f.Key) && f.Value.Length > 0
            )
        )
            Assert.Equal(value, kept[name]);

        // Nothing of it was taken over.
        page = await visitor.GetAsync("/enquire/" + slug);
        Assert.Empty(page.ErrorSummary);
    }

    [Theory]
    [InlineData("CH41 6AA")]
    [InlineData("ch416aa")]
    [InlineData("  Ch41   6aA ")]
    public async Task A_postcode_is_taken_however_it_is_written_and_shown_in_one_form(string typed)
    {
        using var visitor = host.Visitor();
        var check = await new EnquiryWalk(visitor)
            .Answer(
                "address",
                f =>
                    f.Fill("Address line 1", "1 Example Street")
                        .Fill("Town or city", "Example Town")
                        .Fill("Postcode", typed)
            )
            .ToAsync();

        Assert.Contains(("Address", "1 Example Street Example Town CH41 6AA"), check.SummaryRows);
    }

    [Theory]
    [InlineData("07700 900982")]
    [InlineData("+44 (0)7700 900 982")]
    [InlineData("0044 7700 900982")]
    public async Task A_telephone_number_is_taken_however_it_is_written(string typed)
    {
        using var visitor = host.Visitor();
        var check = await new EnquiryWalk(visitor)
            .Answer("contact", f => f.Fill("Telephone number (optional)", typed))
            .ToAsync();

        Assert.Contains(("Telephone number", "07700 900982"), check.SummaryRows);
        Assert.Contains(("Email address", "Not provided"), check.SummaryRows);
    }

    [Theory]
    [InlineData("Zoë", "Núñez-O’Brien")]
    [InlineData("Łukasz", "d'Arcy")]
    [InlineData("李", "小龍")]
    [InlineData("محمد", "علي")]
    [InlineData("X Æ", "Null")]
    public async Task A_name_is_taken_and_shown_as_it_is(string given, string family)
    {
        using var visitor = host.Visitor();
        var check = await new EnquiryWalk(visitor)
            .Answer("name", f => f.Fill("First name", given).Fill("Last name", family))
            .ToAsync();

        Assert.Contains(("Name", $"{given} {family}"), check.SummaryRows);
        Assert.Equal("/enquire/sent", (await check.Form().SubmitAsync()).Path);
    }

    [Fact]
    public async Task Hostile_text_in_each_field_is_never_raw_in_any_page()
    {
        const string hostile = "\"><script>alert(1)</script>{{7*7}}'--";
        using var visitor = host.Visitor();
        var walk = new EnquiryWalk(visitor)
            .WithPartner()
            .Answer("household", f => f.Choose("Does anyone else live with you?", "Yes"))
            .Answer("connection", f => f.Choose(EnquiryWalk.Connection, "Yes"));
        await walk.ToAsync();
        foreach (var slug in walk.Asked)
        {
            var page = await visitor.GetAsync("/enquire/" + slug);
            var fields = Posted(page);
            foreach (
                var name in fields
                    .Keys.Where(k => k[0] != '_' && k is not ("as-seen" or SpamTrap.Name))
                    .ToList()
            )
            {
                var bad = new Dictionary<string, string>(fields) { [name] = hostile };
                page = await visitor.PostAsync(
                    "/enquire/" + slug,
                    [.. bad.Select(f => (f.Key, f.Value))]
                );
                Assert.True((int)page.Status < 500, $"{slug} {name}: {page.Status}");
                Assert.DoesNotContain("<script>alert", page.Body);
                page = await visitor.GetAsync("/enquire/" + slug);
                Assert.DoesNotContain("<script>alert", page.Body);
            }
        }

        var shown = await visitor.GetAsync("/enquire/check");
        Assert.DoesNotContain("<script>alert", shown.Body);
        Assert.Contains(shown.SummaryRows, r => r.Value.Contains(hostile));
    }

    private static Dictionary<string, string> Posted(HtmlPage page)
    {
        var fields = new Dictionary<string, string>();
        foreach (
            var input in page.Document.QuerySelectorAll(
                "main form input, main form textarea, main form select"
            )
        )
        {
            var name = input.GetAttribute("name");
            if (string.IsNullOrEmpty(name))
                continue;
            var value = input switch
            {
                AngleSharp.Html.Dom.IHtmlInputElement
                {
                    Type: "radio" or "checkbox",
                    IsChecked: false
                } => null,
                AngleSharp.Html.Dom.IHtmlInputElement box => box.Value,
                AngleSharp.Html.Dom.IHtmlSelectElement list => list.Value,
                AngleSharp.Html.Dom.IHtmlTextAreaElement area => area.Value,
                _ => "",
            };
            if (value is not null)
                fields[name] = value;
        }

        return fields;
    }

    private static IEnumerable<(string Name, string Value)> Pairs(string typed) =>
        typed.Split(';').Select(p => p.Split('=', 2)).Select(p => (p[0], p[1]));
}
