using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

/// <param name="AddressId">Null adds an address; else which one is corrected.</param>
/// <param name="Remove">The address was entered by mistake and goes.</param>
public sealed record RecordAddressInput(
    Guid CaseId,
    Guid PersonId,
    Guid? AddressId,
    string Lines,
    string? Town,
    string Postcode,
    DateOnly? From,
    DateOnly? To,
    bool Remove = false
);

/// <summary>
/// Adds, corrects or removes where somebody of a case's household lives or lived. The calling operation writes the
/// history and saves.
/// </summary>
public sealed class RecordAddress(FosterDb db, MatchKeys keys)
{
    public async Task<Result> RunAsync(RecordAddressInput input, Actor actor, CancellationToken ct)
    {
        var belongs = await (
            from c in db.Set<Case>()
            join m in db.Set<Membership>() on c.HouseholdId equals m.HouseholdId
            where c.Id == input.CaseId && m.PersonId == input.PersonId && m.To == null
            select m
        ).AnyAsync(ct);
        if (!belongs)
            return Result.Refused("This person is not part of the case.");
        if (input is { From: { } from, To: { } to } && to < from)
            return Result.Refused(
                "The day you moved out must be the same as or after the day you moved in.",
                "R-VAL-04",
                "to"
            );
        if (input.AddressId is not { } id)
        {
            db.Add(
                new Address
                {
                    CouncilId = actor.CouncilId,
                    PersonId = input.PersonId,
                    Lines = input.Lines,
                    Town = input.Town,
                    Postcode = input.Postcode,
                    From = input.From,
                    To = input.To,
                }
            );
            await keys.KeepAsync(input.PersonId, ct);
            return Result.Done;
        }
        var address = await db.Set<Address>()
            .SingleOrDefaultAsync(a => a.Id == id && a.PersonId == input.PersonId, ct);
        if (address is null)
            return Result.Refused("This address is not on the record any more.");
        if (input.Remove)
        {
            db.Remove(address);
            await keys.KeepAsync(input.PersonId, ct);
            return Result.Done;
        }
        address.Lines = input.Lines;
        address.Town = input.Town;
        address.Postcode = input.Postcode;
        address.From = input.From;
        address.To = input.To;
        await keys.KeepAsync(input.PersonId, ct);
        return Result.Done;
    }
}
