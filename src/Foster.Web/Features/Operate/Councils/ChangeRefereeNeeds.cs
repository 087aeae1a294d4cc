using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate.Councils;

public sealed record ChangeRefereeNeedsInput(
    int Personal,
    int Family,
    int LongKnown,
    bool Employers,
    bool FormerPartners
);

/// <summary>How many referees of which kind the council asks for (R-REF-03). Never fewer than the law’s two.</summary>
public sealed class ChangeRefereeNeeds(FosterDb db, CouncilHistory history)
{
    public const int Least = 2;
    public const int Most = 10;

    public async Task<Result> RunAsync(
        ChangeRefereeNeedsInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (CouncilAct.Against(actor) is { } refusal)
            return Result.Refused(refusal);
        var against = new List<Refusal>();
        if (input.Personal is < Least or > Most)
            against.Add(
                new Refusal(
                    $"Enter a number from {Least}, which is the law’s minimum, to {Most}",
                    "R-REF-03",
                    "personal"
                )
            );
        if (input.Family < 0 || input.Family > input.Personal)
            against.Add(
                new Refusal(
                    "The number of family members cannot be more than the people in all",
                    "R-REF-03",
                    "family"
                )
            );
        if (input.LongKnown < 0 || input.LongKnown > input.Personal)
            against.Add(
                new Refusal(
                    "The number of people known for long cannot be more than the people in all",
                    "R-REF-04",
                    "long-known"
                )
            );
        if (against.Count > 0)
            return Result.Refused(against);
        var council = await db.Set<Council>().SingleAsync(c => c.Id == actor.CouncilId, ct);
        (council.PersonalReferees, council.FamilyReferees, council.LongKnownReferees) = (
            input.Personal,
            input.Family,
            input.LongKnown
        );
        (council.AsksEmployers, council.AsksFormerPartners) = (
            input.Employers,
            input.FormerPartners
        );
        history.Write(
            actor,
            council.Id,
            new HistoryNote(
                "council.referees",
                $"Referees asked for: {input.Personal}, of them family {input.Family}, known for 5 years {input.LongKnown}; employers {(input.Employers ? "yes" : "no")}, former partners {(input.FormerPartners ? "yes" : "no")}"
            )
            {
                Rules = ["R-REF-03", "R-REF-04"],
            }
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
