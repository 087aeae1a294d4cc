using Foster.Web.Features.Operate.Councils;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>Adds a version of the privacy notice, which begins with the words of the one that is valid today.</summary>
public sealed class CouncilPrivacyNewModel : FormPage
{
    private static readonly TextField Number = new("number")
    {
        Label = "Name of the version",
        MissingMessage = "Enter a name for the version, such as 2027-1",
        Hint = "Short, such as 2027-1.",
        Max = 20,
        Width = "govuk-input--width-10",
        Spellcheck = false,
        Pattern = AddPrivacyNotice.NumberPattern,
        PatternMessage = "Use up to 20 letters, figures, full stops and hyphens",
    };

    private static readonly DateField From = new("from")
    {
        Label = "From which day is it valid?",
        Called = "Valid from",
        MissingMessage = "Enter the day from which it is valid",
        Earliest = today => today,
        EarliestMessage = "A notice is valid from today or later: nobody can have read it before",
    };

    private static readonly TextField Text = new("text")
    {
        Label = "Text",
        MissingMessage = "Enter the text of the notice",
        Hint = "Leave a line empty between paragraphs.",
        Max = AddPrivacyNotice.MaxText,
        Rows = 20,
    };

    private readonly CouncilDirectory councils;
    private readonly AddPrivacyNotice add;

    public CouncilPrivacyNewModel(CouncilDirectory councils, AddPrivacyNotice add)
    {
        (this.councils, this.add) = (councils, add);
        Form = new Form(Number, From, Text);
    }

    public async Task OnGetAsync(CancellationToken ct) =>
        Form.Suggest(Text, (await councils.OfAsync(Actor, ct)).PrivacyNotice);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await SendAsync(
            token =>
                add.RunAsync(
                    new(Form.Must(Number), Form.Must(Text), Form.Must(From)),
                    Actor,
                    token
                ),
            "/admin/council/privacy",
            "The version is added.",
            ct
        );
}
