using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Applications;

/// <summary>What waits for an applicant: their part while it is not sent, somebody else whom they have to name, and the dates that are theirs.</summary>
public sealed class ApplicationCounts(FosterDb db) : INavigationCounts
{
    public string Href => "/apply";

    public string Words(string number, bool one) =>
        one ? "1 thing waits for you" : $"{number} things wait for you";

    public IQueryable<NavigationCount>? Of(Actor actor)
    {
        if (!actor.Is(Role.ProspectiveCarer))
            return null;
        const string mine = nameof(Role.ProspectiveCarer);
        var question = DeadlineRules.QuestionBackAnswered.Key;
        return db.Set<Council>()
            .Where(c => c.Id == actor.CouncilId)
            .Select(c => new NavigationCount
            {
                Href = "/apply",
                Number =
                    db.Set<ApplicantPart>()
                        .Where(p => p.PersonId == actor.PersonId && p.SubmittedAt == null)
                        .Where(p =>
                            db.Set<Application>()
                                .Any(a =>
                                    a.Id == p.ApplicationId && a.State == ApplicationState.Draft
                                )
                        )
                        .Take(NavigationCount.Most)
                        .Count()
                    + db.Set<Referee>()
                        .Where(r => r.PersonId == actor.PersonId && r.LostOn != null)
                        .Where(r =>
                            r.State == RefereeState.Declined || r.State == RefereeState.Unreachable
                        )
                        .Where(r =>
                            db.Set<Application>()
                                .Any(a =>
                                    a.CaseId == r.CaseId && a.State == ApplicationState.Stage1
                                )
                        )
                        .Take(NavigationCount.Most)
                        .Count()
                    + db.Set<Deadline>()
                        .Where(d => d.Status == DeadlineStatus.Open && d.HolderRole == mine)
                        .Where(d => d.LineKey != question)
                        .Take(NavigationCount.Most)
                        .Count(),
            });
    }
}
