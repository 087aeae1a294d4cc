using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Applications;

public sealed record RemoveAddressInput(Guid AddressId);

/// <summary>An applicant takes out an address that they entered by mistake.</summary>
public sealed class RemoveAddress(
    FosterDb db,
    RecordAddress record,
    TypedForms typed,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(RemoveAddressInput input, Actor actor, CancellationToken ct)
    {
        var found = await db.OpenPartAsync(actor, ct);
        if (!found.Ok)
            return found;
        var part = found.Value.Part;
        var removed = await record.RunAsync(
            new(
                part.CaseId,
                part.PersonId,
                input.AddressId,
                "",
                null,
                "",
                null,
                null,
                Remove: true
            ),
            actor,
            ct
        );
        if (!removed.Ok)
            return removed;
        await typed.DropOfCaseAsync(part.CaseId, $"addresses/{input.AddressId}", ct);
        await history.WriteAsync(
            actor,
            part.CaseId,
            new HistoryNote("application.address-removed", "An applicant took out an address")
            {
                PersonId = part.PersonId,
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
