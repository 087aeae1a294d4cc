using System.Text.Encodings.Web;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Xunit;

namespace Foster.Tests.Journeys;

public class RenderingTests
{
    private const string Hostile = "\"><script>alert('x')</script>";

    private static readonly Field[] EveryKind =
    [
        new TextField("text") { Label = Hostile, Hint = Hostile },
        new TextField("area") { Rows = 3 },
        new EmailField("email"),
        new PhoneField("phone"),
        new PostcodeField("postcode"),
        new DateField("date") { Label = Hostile, Autocomplete = "bday" },
        new TimeField("time"),
        new NumberField("number") { Suffix = Hostile },
        new MoneyField("money"),
        new ChoiceField<string>("radio", new Option<string>(Hostile, Hostile, Hostile)),
        new ChoiceField<string>("select", new Option<string>(Hostile, Hostile)) { AsSelect = true },
        new MultiChoiceField<string>("many", new Option<string>(Hostile, Hostile)),
        new TickField("tick") { Label = Hostile, MustBeTicked = Hostile },
        new YesNoField("yesno"),
        new PasswordField("password"),
    ];

    [Fact]
    public async Task Whatever_is_typed_or_declared_is_encoded()
    {
        var typed = EveryKind.SelectMany(f => f.InputNames).Select(n => (n, Hostile)).ToArray();
        var form = Typed.Into(EveryKind, typed);
        form.AddError(null, Hostile);

        var html =
            await Html(new FormFieldsTagHelper { For = form })
            + await Html(new ErrorSummaryTagHelper { For = form, ViewContext = new ViewContext() });

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("\"\"", html.Replace("=\"\"", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Summaries_tasks_and_pictures_are_encoded()
    {
        TagHelper[] helpers =
        [
            new SummaryRowTagHelper
            {
                Label = Hostile,
                Value = Hostile,
                ChangeHref = Hostile,
            },
            new TaskItemTagHelper
            {
                Title = Hostile,
                Status = Hostile,
                Href = Hostile,
                Hint = Hostile,
                ViewContext = new ViewContext(),
            },
            new StatusTagTagHelper { Text = Hostile },
            new TimeLineEntryTagHelper { Title = Hostile, By = Hostile },
            new ClockTileTagHelper
            {
                Title = Hostile,
                Unit = Hostile,
                DaysLeft = 2,
            },
            new StatTileTagHelper { Figure = Hostile, Label = Hostile },
            new BackLinkTagHelper { Href = Hostile, Text = Hostile },
            new PagePanelTagHelper { Title = Hostile },
            new NextPageTagHelper { Href = Hostile },
            new DetailTextTagHelper { Summary = Hostile },
            new NoticeBannerTagHelper { Title = Hostile },
            new EmptyStateTagHelper { Title = Hostile },
            new DataTableTagHelper { Caption = Hostile, Columns = Hostile },
            new SummaryListTagHelper
            {
                Rows = [new SummaryRow(Hostile, Hostile, Hostile, Hostile)],
            },
        ];
        foreach (var helper in helpers)
        {
            var html = await Html(helper);
            Assert.True(
                !html.Contains("<script", StringComparison.OrdinalIgnoreCase),
                helper.GetType().Name + ": " + html
            );
        }
    }

    [Fact]
    public async Task A_wrong_field_names_its_error_for_eyes_and_ears()
    {
        var field = new TextField("first-name")
        {
            Hint = "As on your passport",
            Autocomplete = "given-name",
        };
        var form = Typed.Into(field, "");

        var html = await Html(new FormFieldTagHelper { For = form, Field = field });

        Assert.Contains("aria-describedby=\"first-name-hint first-name-error\"", html);
        Assert.Contains(
            "<span class=\"govuk-visually-hidden\">Error:</span> Enter the first name",
            html
        );
        Assert.Contains("autocomplete=\"given-name\"", html);
        Assert.DoesNotContain(" required", html);
    }

    [Fact]
    public async Task The_label_can_be_the_heading_of_the_page()
    {
        var text = new TextField("name") { Label = "What is your name?" };
        var born = new DateField("dob") { Label = "When were you born?" };

        Assert.Contains(
            "<h1 class=\"govuk-label-wrapper\"><label class=\"govuk-label govuk-label--l\" for=\"name\">What is your name?</label></h1>",
            await Html(new FormFieldsTagHelper { For = new Form(text), AsHeading = true })
        );
        Assert.Contains(
            "<h1 class=\"govuk-fieldset__heading\">When were you born?</h1></legend>",
            await Html(new FormFieldsTagHelper { For = new Form(born), AsHeading = true })
        );
    }

    [Fact]
    public async Task Each_link_of_the_summary_meets_an_input_of_the_page()
    {
        var form = Typed.Into(EveryKind);

        var fields = await Html(new FormFieldsTagHelper { For = form });
        Assert.Equal(EveryKind.Length, form.Errors.Count);
        foreach (var error in form.Errors)
            Assert.Contains($" id=\"{error.InputId}\"", fields);
    }

    [Fact]
    public async Task A_password_is_never_written_back()
    {
        var password = new PasswordField("password");
        var form = Typed.Into([password, new TextField("other")], ("password", "hush-hush"));

        Assert.DoesNotContain("hush-hush", await Html(new FormFieldsTagHelper { For = form }));
    }

    [Theory]
    [InlineData(3, "Due in 3 working days", "soon")]
    [InlineData(1, "Due in 1 working day", "soon")]
    [InlineData(0, "Due today", "soon")]
    [InlineData(-1, "1 working day overdue", "late")]
    [InlineData(9, "Due in 9 working days", "open")]
    public async Task A_clock_says_how_long_there_is(int left, string said, string state)
    {
        var html = await Html(new ClockTileTagHelper { Title = "Reply", DaysLeft = left });

        Assert.Contains(said, html);
        Assert.Contains("app-clock--" + state, html);
    }

    [Fact]
    public async Task Nothing_wrong_draws_no_summary() =>
        Assert.Equal(
            "",
            await Html(
                new ErrorSummaryTagHelper { For = new Form(), ViewContext = new ViewContext() }
            )
        );

    private static async Task<string> Html(TagHelper helper)
    {
        var context = new TagHelperContext([], new Dictionary<object, object>(), "id");
        var output = new TagHelperOutput(
            "x",
            [],
            (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent())
        );
        await helper.ProcessAsync(context, output);
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
