using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Assessment;

/// <summary>Says everything that stage 1 still lacks, person by person (T-APP-05).</summary>
public sealed class Stage1Reads(
    FosterDb db,
    CaseReads cases,
    CheckPlanReads plan,
    ConsentGaps consents
)
{
    /// <summary>How many referees are interviewed at least (R-REF-01).</summary>
    public const int LeastInterviews = 2;

    public async Task<Stage1Standing> StandingAsync(Application application, CancellationToken ct)
    {
        var caseId = application.CaseId;
        var names = (await cases.PeopleAsync(caseId, ct)).ToDictionary(
            p => p.PersonId,
            p => p.FullName
        );
        var checks = await db.OfCaseAsync<Check>(caseId, ct);
        var applicants = (await cases.ApplicantsAsync(caseId, ct)).Select(p => p.PersonId).ToList();
        var excused = HasFormerServiceReferences(checks, applicants);
        var stopped = await consents.OfCaseAsync(caseId, applicants, names, ct);
        var gaps = new List<Gap>(await UnrecordedAsync(caseId, names, ct));
        var days = new List<DateOnly>();
        foreach (var needed in await plan.NeededAsync(application, ct))
        {
            if (!needed.Kind.IsMandatory || (needed.Kind.FollowsFromInterviews && excused))
                continue;
            var check = checks.SingleOrDefault(c =>
                c.Kind == needed.Kind.Key
                && c.PersonId == needed.PersonId
                && c.State != CheckState.Cancelled
            );
            var without = stopped(needed, check);
            gaps.AddRange(without);
            if (without.Count > 0)
                continue;
            if (check is { IsIn: true, ReceivedOn: { } on })
                days.Add(on);
            else if (needed.Kind.FollowsFromInterviews)
                gaps.Add(await InterviewsAsync(caseId, ct));
            else
                gaps.Add(Missing(caseId, needed, check, names));
        }
        return new Stage1Standing(gaps, gaps.Count == 0 && days.Count > 0 ? days.Max() : null);
    }

    /// <summary>
    /// The previous service of each applicant has really supplied its reference; asking for it is not enough (R-REF-02).
    /// Of two applicants the referees of the other still have to be met.
    /// </summary>
    public static bool HasFormerServiceReferences(
        IEnumerable<Check> checks,
        IEnumerable<Guid> applicants
    )
    {
        var supplied = checks
            .Where(c =>
                c is { Kind: ConsentWordings.FormerService, IsIn: true }
                && c.Outcome != CheckOutcome.NotApplicable
            )
            .Select(c => c.PersonId)
            .ToHashSet();
        return applicants.All(a => supplied.Contains(a));
    }

    /// <summary>Applicants who said that another service approved them, of whom nobody has recorded which (S3-07).</summary>
    private async Task<IEnumerable<Gap>> UnrecordedAsync(
        Guid caseId,
        Dictionary<Guid, string> names,
        CancellationToken ct
    )
    {
        var recorded = (await db.OfCaseAsync<PreviousApproval>(caseId, ct))
            .Select(p => p.PersonId)
            .ToHashSet();
        return (await db.OfCaseAsync<ApplicantPart>(caseId, ct))
            .Where(p => p.ApprovedElsewhere is true && !recorded.Contains(p.PersonId))
            .Select(p => new Gap(
                $"{names.GetValueOrDefault(p.PersonId, "An applicant")} says that another service approved them in the last 12 months. Record which, so that its reference is asked for.",
                "S3-07",
                AssessmentLinks.PreviousApproval(caseId)
            ));
    }

    private static Gap Missing(
        Guid caseId,
        NeededCheck needed,
        Check? check,
        Dictionary<Guid, string> names
    )
    {
        var whose = needed.PersonId is { } id
            ? names.GetValueOrDefault(id, "a former member") + ": "
            : "";
        var what = $"{whose}{needed.Kind.Title} ({needed.Kind.Key})";
        return check switch
        {
            null => new Gap(
                $"{what} has to be added, since the household has changed.",
                "R-VAL-02",
                AssessmentLinks.Household(caseId)
            ),
            { State: CheckState.Received } => new Gap(
                $"{what} was refused. Stage 1 cannot be completed without it; the team manager decides how to go on.",
                "R-APP-05",
                AssessmentLinks.Check(caseId, check.Id)
            ),
            { State: CheckState.Requested } => new Gap(
                $"{what} was asked for and is not in.",
                "T-APP-05",
                AssessmentLinks.Check(caseId, check.Id)
            ),
            _ => new Gap(
                $"{what} has not been asked for.",
                "T-APP-05",
                AssessmentLinks.Check(caseId, check.Id)
            ),
        };
    }

    private async Task<Gap> InterviewsAsync(Guid caseId, CancellationToken ct)
    {
        var done = (await db.OfCaseAsync<RefereeInterview>(caseId, ct)).Count;
        return new Gap(
            $"Interviews with referees: {done} of {LeastInterviews} have a written report (CHK-13).",
            "R-REF-01",
            AssessmentLinks.Of(caseId) + "#referees"
        );
    }
}
