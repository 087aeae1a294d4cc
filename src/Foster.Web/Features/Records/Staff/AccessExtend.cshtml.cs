using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Records.Staff;

/// <summary>Two more months for a complex request.</summary>
[Records(AccessKind.Confidential)]
public sealed class AccessExtendModel : FormPage
{
    private static readonly TextField Reason = new("reason")
    {
        Label = "What makes the request complex?",
        Called = "Reason",
        Hint = "At least 20 characters",
        MissingMessage = "Enter what makes the request complex",
        Rows = 4,
        Max = 4_000,
    };

    private readonly AccessReads accesses;
    private readonly ExtendSubjectAccess extend;

    public AccessExtendModel(AccessReads accesses, ExtendSubjectAccess extend)
    {
        (this.accesses, this.extend) = (accesses, extend);
        Form = new Form(Reason);
    }

    public AccessLine Access { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid caseId, Guid accessId, CancellationToken ct) =>
        await LoadAsync(caseId, accessId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(
        Guid caseId,
        Guid accessId,
        CancellationToken ct
    ) =>
        await LoadAsync(caseId, accessId, ct)
            ? await SendAsync(
                token => extend.RunAsync(new(accessId, Form.Must(Reason)), Actor, token),
                RecordsLinks.Access(caseId, accessId),
                "The time is extended.",
                ct
            )
            : NotFound();

    private async Task<bool> LoadAsync(Guid caseId, Guid accessId, CancellationToken ct)
    {
        if (
            !Actor.Has(Capability.RecordsOfficer)
            || await accesses.FindAsync(caseId, accessId, ct)
                is not { State: AccessState.Review or AccessState.SecondLook } access
        )
            return false;
        Access = access;
        return true;
    }
}
