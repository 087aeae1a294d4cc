using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Carers.Staff;

/// <summary>The agreement, signed for the service by the supervising social worker or the team manager.</summary>
[ForRoles(Role.SupervisingSocialWorker, Role.TeamManager)]
public sealed class SignForServiceModel(CarerReads carers, Carers.SignAgreement sign) : FormPage
{
    private static readonly TickField Agrees = new("agrees")
    {
        Label = "I sign this agreement for the service",
        MustBeTicked = "Tick the box to sign for the service",
    };

    private static readonly TextField Name = new("name")
    {
        Label = "Your full name",
        Hint = "Typing your name here is your signature.",
        MissingMessage = "Type your full name to sign",
        Autocomplete = "name",
        Spellcheck = false,
    };

    public CarerHousehold Household { get; private set; } = null!;
    public string OwnName => Actor.Name;

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct)
            ? await SendAsync(
                async token =>
                {
                    var signed = await sign.RunAsync(new(caseId, Form.Must(Name)), Actor, token);
                    return signed.Ok
                        ? new Sent(CarerLinks.Of(caseId), Said(signed.Value))
                        : Result<Sent>.Refused(signed.Refusals);
                },
                ct
            )
            : NotFound();

    private static string Said(IReadOnlyList<Refusal> still) =>
        still.Count == 0
            ? "The agreement is signed for the service. Everybody has signed: the approval is active."
            : "The agreement is signed for the service.";

    private async Task<bool> LoadAsync(Guid caseId, CancellationToken ct)
    {
        Form = new Form(Agrees, Name);
        if (await carers.FindAsync(caseId, ct) is not { } household)
            return false;
        Household = household;
        return true;
    }
}
