using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

public sealed record RecordTrainingInput(
    Guid CaseId,
    Guid PersonId,
    IReadOnlyList<string> Sessions,
    DateOnly On,
    string? Feedback
);

/// <summary>An applicant attended sessions of preparation; recorded per person and session (R-S2F-03).</summary>
public sealed class RecordTraining(
    FosterDb db,
    CaseReads cases,
    BackDating backDating,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(RecordTrainingInput input, Actor actor, CancellationToken ct)
    {
        var application = await db.Set<Application>()
            .SingleOrDefaultAsync(a => a.CaseId == input.CaseId, ct);
        if (application is null)
            return Result.Refused("This case is not open to you.");
        var person = (await cases.ApplicantsAsync(input.CaseId, ct)).FirstOrDefault(p =>
            p.PersonId == input.PersonId
        );
        var known = PreparationSessions.All.Where(s => input.Sessions.Contains(s.Key)).ToList();
        var earlier = (await db.OfCaseAsync<SessionAttendance>(input.CaseId, ct))
            .Where(s => s.PersonId == input.PersonId)
            .Select(s => s.SessionKey)
            .ToList();
        var against = new List<Refusal>();
        if (!actor.Is(Role.Assessor, Role.TeamManager))
            against.Add(
                new Refusal(
                    "Only the assessor of the case, or the team manager for an earlier day, records preparation.",
                    "R-S2F-03"
                )
            );
        if (application.Stage1StartedOn is null || !application.IsOpen)
            against.Add(
                new Refusal("Preparation is recorded while an assessment runs.", "R-S2F-04")
            );
        if (person is null)
            against.Add(new Refusal("Select one of the applicants.", "R-S2F-03", "person"));
        if (known.Count == 0)
            against.Add(new Refusal("Select at least one session.", "R-S2F-02", "sessions"));
        foreach (var twice in known.Where(s => earlier.Contains(s.Key)))
            against.Add(
                new Refusal(
                    $"{twice.Title} is recorded already for this person.",
                    "R-S2F-03",
                    "sessions"
                )
            );
        against.AddRange(
            await backDating.AgainstInsteadAsync("assessor", actor, ct, (input.On, "on"))
        );
        if (against.Count > 0)
            return Result.Refused(against);
        foreach (var session in known)
            db.Add(
                new SessionAttendance
                {
                    CouncilId = actor.CouncilId,
                    CaseId = input.CaseId,
                    PersonId = input.PersonId,
                    SessionKey = session.Key,
                    AttendedOn = input.On,
                    Feedback = input.Feedback,
                    RecordedBy = actor.Name,
                }
            );
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote(
                "training.attended",
                $"{person!.FullName} attended {string.Join(", ", known.Select(s => s.Title))}"
            )
            {
                OccurredOn = input.On,
                PersonId = input.PersonId,
                Rules = ["R-S2F-01", "R-S2F-03"],
                ForApplicant =
                    $"You attended preparation: {string.Join(", ", known.Select(s => s.Title))}",
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
