using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Applications;

/// <param name="AddressId">Null adds an address.</param>
/// <param name="To">Null where the applicant still lives there.</param>
public sealed record SaveAddressInput(
    Guid? AddressId,
    string Lines,
    string? Town,
    string Postcode,
    DateOnly From,
    DateOnly? To
);

/// <summary>An applicant says where they live or lived, from when to when.</summary>
public sealed class SaveAddress(
    FosterDb db,
    RecordAddress record,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(SaveAddressInput input, Actor actor, CancellationToken ct)
    {
        var found = await db.OpenPartAsync(actor, ct);
        if (!found.Ok)
            return found;
        var against = new List<Refusal>();
        if (input.From > clock.Today)
            against.Add(
                new Refusal(
                    "The day you moved in must be today or in the past.",
                    "R-VAL-04",
                    "from"
                )
            );
        if (input.To > clock.Today)
            against.Add(
                new Refusal("The day you moved out must be today or in the past.", "R-VAL-04", "to")
            );
        // The councils that are asked are found by the postcode.
        if (
            PostcodeField.Normalise(input.Postcode) is null
            && PostcodeField.IsBegun(input.Postcode)
        )
            against.Add(
                new Refusal(
                    "Enter the whole postcode, such as CH41 6AA, or the country if it was abroad.",
                    "CHK-07",
                    "postcode"
                )
            );
        if (against.Count > 0)
            return Result.Refused(against);
        var part = found.Value.Part;
        var saved = await record.RunAsync(
            new(
                part.CaseId,
                part.PersonId,
                input.AddressId,
                input.Lines,
                input.Town,
                input.Postcode,
                input.From,
                input.To
            ),
            actor,
            ct
        );
        if (!saved.Ok)
            return saved;
        await history.WriteAsync(
            actor,
            part.CaseId,
            new HistoryNote("application.address", "An applicant saved an address")
            {
                PersonId = part.PersonId,
                Rules = ["CHK-07"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
