using Foster.Web.Features.Operate.Councils;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>How the public reaches the council's team.</summary>
public sealed class CouncilContactsModel : FormPage
{
    private static readonly TextField Team = new("team")
    {
        Label = "Name of the team",
        MissingMessage = "Enter the team’s name",
        Hint = "For example, Harbourside fostering team.",
        Spellcheck = false,
    };

    private static readonly PhoneField Telephone = new("telephone")
    {
        Label = "Telephone number",
        MissingMessage = "Enter the team’s telephone number",
    };

    private static readonly TextField Hours = new("hours")
    {
        Label = "Opening hours",
        MissingMessage = "Enter the opening hours",
        Hint = "For example, Monday to Friday, 9am to 5pm.",
    };

    private static readonly PhoneField OutOfHours = new("out-of-hours")
    {
        Label = "Out-of-hours number",
        MissingMessage = "Enter the out-of-hours number",
        Hint =
            "Who answers in the evening, at night and at the weekend, for foster carers and for worries about a child.",
    };

    private static readonly EmailField Email = new("email")
    {
        Label = "E-mail address",
        MissingMessage = "Enter the team’s e-mail address",
    };

    private static readonly TextField Address = new("address")
    {
        Label = "Postal address",
        MissingMessage = "Enter the postal address",
        Hint = "On one line, with commas.",
        Spellcheck = false,
    };

    private readonly CouncilDirectory councils;
    private readonly ChangeContacts change;

    public CouncilContactsModel(CouncilDirectory councils, ChangeContacts change)
    {
        (this.councils, this.change) = (councils, change);
        Form = new Form(Team, Telephone, Hours, OutOfHours, Email, Address);
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var council = await councils.OfAsync(Actor, ct);
        Form.Fill(Team, council.TeamName)
            .Fill(Telephone, council.Telephone)
            .Fill(Hours, council.OpeningHours)
            .Fill(OutOfHours, council.OutOfHoursTelephone)
            .Fill(Email, council.Email)
            .Fill(Address, council.PostalAddress);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await SendAsync(
            token =>
                change.RunAsync(
                    new(
                        Form.Must(Team),
                        Form.Must(Telephone),
                        Form.Must(Hours),
                        Form.Must(OutOfHours),
                        Form.Must(Email),
                        Form.Must(Address)
                    ),
                    Actor,
                    token
                ),
            "/admin/council",
            "The contacts are saved.",
            ct
        );
}
