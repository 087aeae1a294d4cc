using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Carers.Staff;

/// <summary>The team manager names the supervising social worker of a household.</summary>
[ForRoles(Role.TeamManager)]
public sealed class SupervisorModel(
    CarerReads carers,
    RegisterReads register,
    Carers.NameSupervisor name
) : FormPage
{
    private ChoiceField<Guid> supervisor = null!;

    public CarerHousehold Household { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct)
            ? await SendAsync(
                token => name.RunAsync(new(caseId, Form.Must(supervisor)), Actor, token),
                CarerLinks.Of(caseId),
                "The supervising social worker is named. The carers see the name and telephone number.",
                ct
            )
            : NotFound();

    private async Task<bool> LoadAsync(Guid caseId, CancellationToken ct)
    {
        if (await carers.FindAsync(caseId, ct) is not { } household)
            return false;
        Household = household;
        var choices = await register.SupervisorsAsync(Actor.CouncilId, ct);
        supervisor = new ChoiceField<Guid>("supervisor")
        {
            Label = "Who supports these carers?",
            Options =
            [
                .. choices.Select(c => new Option<Guid>(
                    c.AccountId,
                    c.Name,
                    c.Households == 1
                        ? "Supports 1 household"
                        : $"Supports {c.Households} households"
                )),
            ],
            MissingMessage = "Select a supervising social worker",
        };
        Form = new Form(supervisor);
        if (household.Supervisor is { } named && choices.Any(c => c.AccountId == named.AccountId))
            Form.Fill(supervisor, named.AccountId);
        return true;
    }
}
