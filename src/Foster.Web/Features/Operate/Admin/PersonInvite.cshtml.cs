using Foster.Web.Features.Operate.Accounts;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Sessions;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>Makes an account for somebody and sends them the link to it.</summary>
[FreshFactor]
public sealed class PersonInviteModel : FormPage
{
    private static readonly TextField Name = new("name")
    {
        Label = "Full name",
        Hint = "Others see it beside what they do",
        MissingMessage = "Enter their name",
        Spellcheck = false,
        Max = 100,
    };

    private static readonly EmailField Email = new("email")
    {
        Label = "Work e-mail address",
        Hint = "They sign in with it, and the invitation goes there",
        MissingMessage = "Enter their e-mail address",
    };

    private readonly InvitePerson act;

    public PersonInviteModel(InvitePerson act)
    {
        this.act = act;
        Form = new Form(Name, Email, PersonFields.Roles);
    }

    public void OnGet() { }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        SendAsync(
            async token =>
            {
                var made = await act.RunAsync(
                    new(
                        Form.Must(Email),
                        Form.Must(Name),
                        [
                            .. Form.Must(PersonFields.Roles)
                                .Select(r => new RoleIn(Actor.CouncilId, r)),
                        ]
                    ),
                    Actor,
                    token
                );
                return made.Ok
                    ? new Sent(
                        $"{PeopleModel.Path}/{made.Value}",
                        "The invitation is on its way. Its link works for 7 days."
                    )
                    : Result<Sent>.Refused(made.Refusals);
            },
            ct
        );
}
