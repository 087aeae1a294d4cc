using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries;

/// <param name="Relationship">To the main enquirer, such as daughter.</param>
public sealed record AddToHouseholdInput(
    Guid CaseId,
    string GivenName,
    string FamilyName,
    DateOnly? DateOfBirth,
    string Relationship
);

/// <summary>Somebody else who lives with the enquirers, one by one as on the website (§2.2).</summary>
public sealed class AddToHousehold(
    EnquiryAct act,
    ChangeHousehold change,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(AddToHouseholdInput input, Actor actor, CancellationToken ct)
    {
        if (await act.FindAsync(input.CaseId, ct) is not { } enquiry)
            return EnquiryAct.NotFound;
        var against = enquiry.Against(EnquiryVerb.AddToHousehold, actor.Role).ToList();
        if (input.DateOfBirth > clock.Today)
            against.Add(
                new("The date of birth must be today or in the past.", "R-VAL-04", "date-of-birth")
            );
        if (against.Count > 0)
            return Result.Refused(against);
        var added = await change.RunAsync(
            new(
                enquiry.CaseId,
                null,
                input.GivenName,
                input.FamilyName,
                input.DateOfBirth,
                input.Relationship,
                clock.Today
            ),
            actor,
            ct
        );
        if (!added.Ok)
            return added;
        await history.WriteAsync(
            actor,
            enquiry.CaseId,
            new HistoryNote(
                "enquiry.household",
                $"Lives there as well: {input.GivenName} {input.FamilyName}"
            )
            {
                ForApplicant = "You told us who lives with you",
                Rules = ["R-VAL-01"],
            },
            ct
        );
        await act.SaveAsync(enquiry, ct);
        return Result.Done;
    }
}
