using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Approvals.Staff;

/// <summary>The team manager records a day, longer back, on which recommendation and minutes arrived (R-VAL-04).</summary>
[ForRoles(Role.TeamManager)]
public sealed class PapersArrivedModel : FormPage
{
    private static readonly DateField Arrived = new("arrived")
    {
        Label = "When did the recommendation and the signed minutes reach the decision maker?",
        Called = "Date of arrival",
        MissingMessage = "Enter the date of arrival",
    };

    private readonly ItemPageReads items;
    private readonly SendToDecisionMaker send;

    public PapersArrivedModel(ItemPageReads items, SendToDecisionMaker send)
    {
        (this.items, this.send) = (items, send);
        Form = new Form(Arrived);
    }

    public ItemPage Shown { get; private set; } = null!;

    public IReadOnlyList<Refusal> Blocked { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct)
            ? await SendAsync(
                token => send.RunAsync(new(Shown.Item.Id, Form.Must(Arrived)), Actor, token),
                $"/staff/cases/{caseId}",
                "The case is with the decision maker.",
                ct
            )
            : NotFound();

    private async Task<bool> LoadAsync(Guid caseId, CancellationToken ct)
    {
        if (await items.LastOfCaseAsync(caseId, Actor, ct) is not { } shown)
            return false;
        Shown = shown;
        Blocked =
        [
            .. ApplicationMachine.Table.Against(
                shown.ApplicationState,
                ApplicationVerb.SendToDecisionMaker,
                Actor.Role
            ),
            .. shown.Minutes?.SignedOn is null
                ? new[] { new Refusal("The chair has not signed the minutes.", "T-APP-14") }
                : [],
        ];
        return true;
    }
}
