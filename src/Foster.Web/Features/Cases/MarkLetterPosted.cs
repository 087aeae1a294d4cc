using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

public sealed record MarkLetterPostedInput(Guid LetterId, DateOnly On);

/// <summary>Writes down that a letter was printed and posted.</summary>
public sealed class MarkLetterPosted(FosterDb db, BackDating backDating, CaseHistory history)
{
    public async Task<Result> RunAsync(
        MarkLetterPostedInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var letter = await db.Set<Letter>().SingleOrDefaultAsync(l => l.Id == input.LetterId, ct);
        if (letter is null)
            return Result.Refused("This letter cannot be found.");
        var against = new List<Refusal>(await backDating.AgainstAsync(input.On, actor, ct));
        if (!actor.Is(Role.RecruitmentOfficer, Role.TeamManager, Role.PanelAdviser))
            against.Add(
                new("Letters are posted by the recruitment officer, team manager or panel adviser.")
            );
        if (letter.PostedOn is { } earlier)
            against.Add(new($"It was posted on {BritishDate.Long(earlier)} already.", null, "on"));
        if (input.On < letter.IssuedOn)
            against.Add(
                new("The date is before the day the letter was written.", "R-VAL-04", "on")
            );
        if (against.Count > 0)
            return Result.Refused(against);
        letter.PostedOn = input.On;
        letter.PostedBy = actor.Name;
        await history.WriteAsync(
            actor,
            letter.CaseId,
            new HistoryNote("letter.posted", $"Letter posted: {letter.Subject}")
            {
                OccurredOn = input.On,
                ForApplicant = "We posted a letter to you",
                PersonId = letter.PersonId,
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
