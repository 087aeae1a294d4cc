using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Records.SignedIn;

/// <summary>Ends the reader's own request for a copy.</summary>
[ForRoles(Role.ProspectiveCarer, Role.ApprovedCarer)]
public sealed class YourDataWithdrawModel(OwnDataReads own, WithdrawOwnCopy withdraw)
    : YourDataPage(own)
{
    public async Task<IActionResult> OnGetAsync(Guid accessId, CancellationToken ct) =>
        await FindAsync(accessId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid accessId, CancellationToken ct) =>
        await FindAsync(accessId, ct)
            ? await SendAsync(
                token => withdraw.RunAsync(new(accessId), Actor, token),
                RecordsLinks.Own,
                "Your request is withdrawn.",
                ct
            )
            : NotFound();

    private async Task<bool> FindAsync(Guid accessId, CancellationToken ct) =>
        await LoadAsync(ct)
        && Requests.Any(r => r.Id == accessId && !AccessMachine.Over.Contains(r.State));
}
