using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <param name="Confidential">The keys of the confidential paragraphs, such as home:2.</param>
public sealed record MarkReferenceParagraphsInput(
    Guid RefereeId,
    IReadOnlySet<string> Confidential
);

/// <summary>A referee says which single paragraphs are confidential (R-REF-05).</summary>
public sealed class MarkReferenceParagraphs(
    FosterDb db,
    RefereeAct act,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(
        MarkReferenceParagraphsInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await act.FindForAnswerAsync(input.RefereeId, ct) is not { } found)
            return Result.Refused("This reference is not open to you.");
        var referee = found.Referee;
        IReadOnlyList<Refusal> against =
        [
            .. found.Against,
            .. RefereeMachine.Table.Against(referee.State, RefereeVerb.Answer, actor.Role),
        ];
        if (against.Count > 0)
            return Result.Refused(against);
        foreach (
            var answer in await db.Set<ReferenceAnswer>()
                .Where(a => a.RefereeId == referee.Id)
                .ToListAsync(ct)
        )
            answer.Mark(input.Confidential, clock.Now);
        await history.WriteAsync(
            actor,
            referee.CaseId,
            new HistoryNote("referee.marked", "A referee said what is confidential")
            {
                PersonId = referee.PersonId,
                Rules = ["R-REF-05"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
