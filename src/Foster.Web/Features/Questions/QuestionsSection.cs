using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;

namespace Foster.Web.Features.Questions;

/// <summary>The questions of a case on its page, for those who answer them.</summary>
public sealed class QuestionsSection(QuestionReads reads) : ICaseSection
{
    private const int Shown = 5;

    public int Order => 70;

    public async Task<CaseSection?> ForAsync(Guid caseId, Actor actor, CancellationToken ct)
    {
        if (!QuestionMachine.Answerers.Contains(actor.Role))
            return null;
        var all = await reads.OfCaseAsync(caseId, actor, ct);
        var open = all.Where(q => q.State == QuestionState.Open).OrderBy(q => q.SinceAt).ToList();
        return new CaseSection(
            "Questions",
            open.Exists(q => q.IsOverdue) ? "Overdue"
                : open.Count > 0 ? "Open"
                : all.Any(q => q.State == QuestionState.AskedBack) ? "Asked back"
                : all.Count > 0 ? "Answered"
                : "None",
            [
                .. open.Concat(all.Where(q => q.State != QuestionState.Open))
                    .Take(Shown)
                    .Select(q => new CaseFact(
                        q.Asker,
                        $"{QuestionWords.Topic(q.Topic)}, asked on {BritishDate.Long(q.AskedOn)}: "
                            + QuestionWords.Status(q).ToLowerInvariant()
                            + (
                                q.State == QuestionState.Open && q.DueOn is { } due
                                    ? $", answer due by {BritishDate.Long(due)}"
                                    : ""
                            ),
                        QuestionLinks.One(caseId, q.Id)
                    )),
            ],
            open is [var first, ..]
                ? [new("Answer the question", QuestionLinks.One(caseId, first.Id), IsNext: true)]
                : []
        );
    }
}
