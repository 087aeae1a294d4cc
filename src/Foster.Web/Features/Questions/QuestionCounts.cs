using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Questions;

/// <summary>Open questions, for those who answer them.</summary>
public sealed class QueueCounts(FosterDb db, QuestionReads reads) : INavigationCounts
{
    public string Href => QuestionLinks.Queue;

    public string Words(string number, bool one) =>
        one ? "1 question is open" : $"{number} questions are open";

    public IQueryable<NavigationCount>? Of(Actor actor)
    {
        var open = reads.For(actor).Where(q => q.State == QuestionState.Open);
        return QuestionMachine.Answerers.Contains(actor.Role)
            ? db.Set<Council>()
                .Where(c => c.Id == actor.CouncilId)
                .Select(c => new NavigationCount
                {
                    Href = QuestionLinks.Queue,
                    Number = open.Take(NavigationCount.Most).Count(),
                })
            : null;
    }
}

/// <summary>What we wrote to an applicant and they have not read, or have to answer.</summary>
public sealed class ApplicantCounts(FosterDb db, QuestionReads reads)
    : OwnCounts(db, reads, Role.ProspectiveCarer);

/// <summary>The same for carers.</summary>
public sealed class CarerCounts(FosterDb db, QuestionReads reads)
    : OwnCounts(db, reads, Role.ApprovedCarer);

public abstract class OwnCounts(FosterDb db, QuestionReads reads, Role role) : INavigationCounts
{
    public string Href => QuestionLinks.Own(role);

    public string Words(string number, bool one) =>
        one ? "1 question waits for you" : $"{number} questions wait for you";

    public IQueryable<NavigationCount>? Of(Actor actor)
    {
        if (!actor.Is(role))
            return null;
        var href = Href;
        var waiting = reads
            .Own(actor)
            .Where(q =>
                q.State == QuestionState.AskedBack
                || (q.State == QuestionState.Answered && q.SeenAt == null)
            );
        return db.Set<Council>()
            .Where(c => c.Id == actor.CouncilId)
            .Select(c => new NavigationCount
            {
                Href = href,
                Number = waiting.Take(NavigationCount.Most).Count(),
            });
    }
}
