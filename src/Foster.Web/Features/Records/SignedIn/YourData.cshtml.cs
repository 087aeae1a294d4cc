using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Records.SignedIn;

/// <summary>What is stored about the reader, in kinds, and the copies they asked for.</summary>
[ForRoles(Role.ProspectiveCarer, Role.ApprovedCarer)]
public sealed class YourDataModel(OwnDataReads own, AccessReads accesses, AskForOwnCopy ask)
    : YourDataPage(own)
{
    private readonly OwnDataReads own = own;

    public IReadOnlyList<(string Kind, int Rows)> Kinds { get; private set; } = [];

    public AccessLine? Open { get; private set; }

    public Deadline? Due { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        return await SendAsync(
            token => ask.RunAsync(Actor, token),
            RecordsLinks.Own,
            "You have asked for a copy. We answer within a month.",
            ct
        );
    }

    public static string Words(AccessLine request) =>
        request.State switch
        {
            AccessState.Review => "We gather and check it",
            AccessState.SecondLook => "A second person checks it",
            AccessState.Withdrawn => "You withdrew it",
            AccessState.Given => "Downloaded",
            _ => "Ready to download",
        };

    private async Task ReadAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return;
        Kinds = await own.KindsAsync(CaseId, Actor.PersonId!.Value, ct);
        Open = Requests.FirstOrDefault(r => !AccessMachine.Over.Contains(r.State));
        Due = Open is null ? null : await accesses.DeadlineAsync(Open.Id, ct);
    }
}
