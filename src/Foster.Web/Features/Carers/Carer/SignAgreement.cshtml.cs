using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Carers.Carer;

/// <summary>A carer reads the agreement and signs it.</summary>
public sealed class SignAgreementModel(CarerReads carers, Carers.SignAgreement sign) : FormPage
{
    private static readonly TickField Agrees = new("agrees")
    {
        Label = "I have read this agreement and I agree to it",
        MustBeTicked = "Tick the box if you have read the agreement and agree to it",
    };

    private static readonly TextField Name = new("name")
    {
        Label = "Your full name",
        Hint = "Typing your name here is your signature.",
        MissingMessage = "Type your full name to sign",
        Autocomplete = "name",
        Spellcheck = false,
        Max = 200,
    };

    public CarerHousehold Household { get; private set; } = null!;
    public SignatureLine? OwnSignature { get; private set; }
    public string OwnName { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        return await SendAsync(
            async token =>
            {
                var signed = await sign.RunAsync(
                    new(Household.CaseId, Form.Must(Name)),
                    Actor,
                    token
                );
                return signed.Ok
                    ? new Sent(CarerLinks.Home, Said(signed.Value))
                    : Result<Sent>.Refused(signed.Refusals);
            },
            ct
        );
    }

    private static string Said(IReadOnlyList<Refusal> still) =>
        still.Count == 0
            ? "You have signed your agreement. Everybody has now signed and your approval is active."
            : "You have signed your agreement. We tell you here what is still needed.";

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        Form = new Form(Agrees, Name);
        if (
            Actor.PersonId is not { } person
            || await carers.CaseOfAsync(person, ct) is not { } caseId
            || await carers.FindAsync(caseId, ct) is not { } household
        )
            return false;
        Household = household;
        OwnSignature = household.Agreement.Of(person);
        OwnName = household.Carers.Single(c => c.PersonId == person).Name;
        return true;
    }
}
