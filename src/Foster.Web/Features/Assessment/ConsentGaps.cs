using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Assessment;

/// <summary>
/// A mandatory check that somebody refused, or to which they took their consent back before it was in, keeps stage 1
/// open; the team manager decides (R-APP-05).
/// </summary>
public sealed class ConsentGaps(FosterDb db, ConsentGuard guard)
{
    /// <summary>Answers what of a check, as it stands, is without consent.</summary>
    public async Task<Func<NeededCheck, Check?, IReadOnlyList<Gap>>> OfCaseAsync(
        Guid caseId,
        IReadOnlyList<Guid> applicants,
        IReadOnlyDictionary<Guid, string> names,
        CancellationToken ct
    )
    {
        var answers = (await db.OfCaseAsync<Consent>(caseId, ct)).ToLookup(c =>
            (c.CheckKey, c.PersonId)
        );
        var interviews = (await db.OfCaseAsync<RefereeInterview>(caseId, ct))
            .Select(i => i.InterviewedOn)
            .Order()
            .ToList();
        return (needed, check) =>
            [
                .. WhoseConsent(needed, applicants)
                    .Where(p => Lacks(answers[(needed.Kind.Key, p)], DayOf(check, interviews)))
                    .Select(p => new Gap(
                        $"{names.GetValueOrDefault(p, "a former member")}: {needed.Kind.Title} ({needed.Kind.Key}) was refused, or the consent was taken back. Stage 1 cannot be completed without it; the team manager decides how to go on.",
                        "R-APP-05",
                        $"/staff/applications/{caseId}/consents"
                    )),
            ];
    }

    private bool Lacks(IEnumerable<Consent> answers, DateOnly? had) =>
        answers.Stop() && !(had is { } day && guard.Held(answers, day));

    private static IEnumerable<Guid> WhoseConsent(
        NeededCheck needed,
        IReadOnlyList<Guid> applicants
    ) =>
        needed.Kind.FollowsFromInterviews ? applicants
        : needed is { Kind.NeedsConsent: true, PersonId: { } person } ? [person]
        : [];

    /// <summary>The day by which a check was had: of the interviews the one that made them enough, not the day of its report.</summary>
    private static DateOnly? DayOf(Check? check, List<DateOnly> interviews) =>
        check is not { IsIn: true } ? null
        : check.About.FollowsFromInterviews && interviews.Count >= Stage1Reads.LeastInterviews
            ? interviews[Stage1Reads.LeastInterviews - 1]
        : check.ReceivedOn;
}
