using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <summary>Opens the draft and sends each applicant their own invitation. The operation that invites saves.</summary>
public sealed class OnInvitedToApply(
    FosterDb db,
    CaseReads cases,
    OpenApplicationReads openOnes,
    SendInvitation send,
    CaseHistory history
) : IOn<InvitedToApply>
{
    public async Task HandleAsync(InvitedToApply happened, Actor actor, CancellationToken ct)
    {
        var people = await cases.ApplicantsAsync(happened.CaseId, ct);
        if (
            await db.Set<Application>().AnyAsync(a => a.CaseId == happened.CaseId, ct)
            || await openOnes.AnyOfAsync(people, ct)
        )
        {
            await history.WriteAsync(
                actor,
                happened.CaseId,
                new HistoryNote(
                    "application.not-opened",
                    "No draft was opened: one of the applicants has an open application already"
                )
                {
                    OccurredOn = happened.On,
                    Rules = ["R-VAL-09"],
                },
                ct
            );
            return;
        }
        var application = new Application
        {
            CouncilId = actor.CouncilId,
            CaseId = happened.CaseId,
            CreatedOn = happened.On,
        };
        db.Add(application);
        var unreached = new List<string>();
        foreach (var person in people)
        {
            var part = new ApplicantPart
            {
                CouncilId = actor.CouncilId,
                CaseId = happened.CaseId,
                ApplicationId = application.Id,
                PersonId = person.PersonId,
                Position = person.Position,
            };
            db.Add(part);
            if (!await send.RunAsync(new(part, person), actor, ct))
                unreached.Add(person.FullName);
        }
        await history.WriteAsync(
            actor,
            happened.CaseId,
            new HistoryNote(
                "application.opened",
                unreached.Count == 0
                    ? "Application opened; invitations sent"
                    : $"Application opened; no e-mail address for {string.Join(" and ", unreached)}"
            )
            {
                OccurredOn = happened.On,
                ForApplicant = "We invited you to apply",
                To = ApplicationState.Draft,
                Rules = ["T-APP-01", "R-DP-18"],
            },
            ct
        );
    }
}
