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
        var recent = await plan.RecentAsync(application, ct);
        var applicants = (await cases.ApplicantsAsync(caseId, ct)).Select(p => p.PersonId).ToList();
        var excused = HasFormerServiceReferences(checks, recent, applicants);
        var stopped = await consents.OfCaseAsync(caseId, applicants, names, ct);
        var gaps = new List<Gap>(await UnrecordedAsync(caseId, recent, names, ct));
        var days = new List<DateOnly>();
        foreach (var needed in await plan.NeededAsync(application, ct))
        {
            if (!needed.Kind.IsMandatory || (needed.Kind.FollowsFromInterviews && excused))
                continue;
            var check = checks.SingleOrDefault(needed.Is);
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
    /// Each service that approved each applicant in the last twelve months has really supplied its reference; asking for it
    /// is not enough (R-REF-02), and an approval that lies longer back excuses nobody. Of two applicants the referees of the
    /// other still have to be met.
    /// </summary>
    public static bool HasFormerServiceReferences(
        IEnumerable<Check> checks,
        IReadOnlyList<PreviousApproval> recent,
        IEnumerable<Guid> applicants
    )
    {
        var supplied = checks
            .Where(c => c is { Kind: ConsentWordings.FormerService, IsSupplied: true })
            .Select(c => c.PreviousApprovalId)
            .ToHashSet();
        return applicants.All(a =>
            recent.Any(p => p.PersonId == a)
            && recent.Where(p => p.PersonId == a).All(p => supplied.Contains(p.Id))
        );
    }

    /// <summary>
    /// Applicants who said that another service approved them, of whom nobody has recorded which (S3-07), and a move from
    /// another service whose approval nobody has recorded (R-TRF-05).
    /// </summary>
    private async Task<IEnumerable<Gap>> UnrecordedAsync(
        Guid caseId,
        IReadOnlyList<PreviousApproval> recent,
        Dictionary<Guid, string> names,
        CancellationToken ct
    )
    {
        var recorded = (await db.OfCaseAsync<PreviousApproval>(caseId, ct))
            .Select(p => p.PersonId)
            .ToHashSet();
        var gaps = (await db.OfCaseAsync<ApplicantPart>(caseId, ct))
            .Where(p => p.ApprovedElsewhere is true && !recorded.Contains(p.PersonId))
            .Select(p => new Gap(
                $"{names.GetValueOrDefault(p.PersonId, "An applicant")} says that another service approved them in the last 12 months. Record which, so that its reference is asked for.",
                "S3-07",
                AssessmentLinks.PreviousApproval(caseId)
            ))
            .ToList();
        if (
            gaps.Count == 0
            && recent.Count == 0
            && (await db.OfCaseAsync<Transfer>(caseId, ct)).FirstOrDefault(t => t.IsOpen)
                is { } transfer
        )
            gaps.Add(
                new Gap(
                    $"This is a transfer from {transfer.ServiceName}, and no approval there is recorded. Record it, so that its reference is asked for.",
                    "R-TRF-05",
                    AssessmentLinks.PreviousApproval(caseId)
                )
            );
        return gaps;
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
                needed.Kind.MayStayUnsupplied
                    ? $"{what} was asked for and is not in. If the service will not or cannot give it, record that and why."
                    : $"{what} was asked for and is not in.",
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
