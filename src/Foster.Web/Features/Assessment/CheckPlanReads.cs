using Foster.Web.Features.Applications;
using Foster.Web.Features.Assessment.Checks;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Documents;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

/// <summary>A check that a case needs: its kind, whom it is about, and of which approval elsewhere or animal it is.</summary>
public sealed record NeededCheck(
    ICheckKind Kind,
    Guid? PersonId,
    Guid? ApprovalId = null,
    Guid? AnimalId = null
)
{
    public bool Is(Check check) =>
        check.State != CheckState.Cancelled
        && check.Kind == Kind.Key
        && check.PersonId == PersonId
        && check.PreviousApprovalId == ApprovalId
        && check.AnimalId == AnimalId;
}

/// <summary>Works out which checks a household needs, from who lives there today (R-VAL-02).</summary>
public sealed class CheckPlanReads(
    FosterDb db,
    CaseReads cases,
    DeadlineBook deadlines,
    IPanelDays panels,
    UsualDocuments documents,
    AnimalReads named,
    LondonClock clock
)
{
    /// <summary>Months until panel where the eight months are over and no meeting is booked: on the safe side (R-VAL-02).</summary>
    private const int MonthsToLatePanel = 3;

    public async Task<IReadOnlyList<NeededCheck>> NeededAsync(
        Application application,
        CancellationToken ct
    )
    {
        var recent = await RecentAsync(application, ct);
        var household = await HouseholdAsync(application, recent, ct);
        var animals = (await db.OfCaseAsync<Animal>(application.CaseId, ct))
            .Where(a => a.GoneOn is null)
            .Select(a => (Guid?)a.Id)
            .ToList();
        return
        [
            .. from kind in CheckKinds.All
            from person in kind.AppliesTo(household)
            from approval in kind.IsOfEachService
                ? recent.Where(p => p.PersonId == person).Select(p => (Guid?)p.Id)
                : [null]
            from animal in kind.IsOfEachAnimal ? animals : [null]
            select new NeededCheck(kind, person, approval, animal),
        ];
    }

    /// <summary>The approvals elsewhere that ran at any time in the twelve months before the application (R-TRF-05).</summary>
    public async Task<IReadOnlyList<PreviousApproval>> RecentAsync(
        Application application,
        CancellationToken ct
    )
    {
        var applied = application.ReceivedOn ?? application.CreatedOn;
        return
        [
            .. (await db.OfCaseAsync<PreviousApproval>(application.CaseId, ct)).Where(p =>
                p.IsRecent(applied)
            ),
        ];
    }

    /// <summary>Adds the rows that are not there yet, and asks for the documents that belong to them. The caller saves.</summary>
    public async Task<IReadOnlyList<Check>> AddMissingAsync(
        Application application,
        CancellationToken ct
    )
    {
        await TakeUpAnimalsAsync(application, ct);
        var here = await db.OfCaseAsync<Check>(application.CaseId, ct);
        var added = (await NeededAsync(application, ct))
            .Where(n => !here.Any(n.Is))
            .Select(n => new Check
            {
                CouncilId = application.CouncilId,
                CaseId = application.CaseId,
                Kind = n.Kind.Key,
                PersonId = n.PersonId,
                PreviousApprovalId = n.ApprovalId,
                AnimalId = n.AnimalId,
            })
            .ToList();
        db.AddRange(added);
        foreach (var check in added)
            await documents.ForCheckAsync(
                check.CouncilId,
                check.CaseId,
                check.Kind,
                check.PersonId,
                ct
            );
        return added;
    }

    /// <summary>Those of the application that stand in no row yet; one that has gone since stays gone.</summary>
    private async Task TakeUpAnimalsAsync(Application application, CancellationToken ct)
    {
        var here = await db.OfCaseAsync<Animal>(application.CaseId, ct);
        db.AddRange(
            (await named.NamedAsync(application.CaseId, ct))
                .Where(n => here.All(a => a.Number != n.Number))
                .Select(n =>
                    new Animal
                    {
                        CouncilId = application.CouncilId,
                        CaseId = application.CaseId,
                        Number = n.Number,
                    }.As(n.Animal)
                )
        );
    }

    private async Task<Circumstances> HouseholdAsync(
        Application application,
        IReadOnlyList<PreviousApproval> recent,
        CancellationToken ct
    )
    {
        var people = await cases.PeopleAsync(application.CaseId, ct);
        var applied = application.ReceivedOn ?? application.CreatedOn;
        return new Circumstances(
            people,
            await PanelByAsync(application.CaseId, applied, ct),
            recent.Select(p => p.PersonId).ToHashSet(),
            await OutsideAsync(application.CouncilId, people, ct)
        );
    }

    /// <summary>The day of the rule, or a later one: that of the meeting, or what is likely where it is late already.</summary>
    private async Task<DateOnly> PanelByAsync(Guid caseId, DateOnly applied, CancellationToken ct)
    {
        var ruled = (
            await deadlines.PreviewAsync(DeadlineRules.PanelRecommendation, applied, ct)
        ).On;
        var booked = await panels.OfCaseAsync(caseId, ct);
        var likely = ruled < clock.Today ? clock.Today.AddMonths(MonthsToLatePanel) : ruled;
        return (booked ?? likely) > ruled ? booked ?? likely : ruled;
    }

    /// <summary>Applicants whose present postcode is in none of the council's districts.</summary>
    private async Task<HashSet<Guid>> OutsideAsync(
        Guid councilId,
        IReadOnlyList<CasePerson> people,
        CancellationToken ct
    )
    {
        var ids = people.Where(p => p.IsApplicant).Select(p => p.PersonId).ToList();
        var addresses = await db.Set<Address>()
            .Where(a => ids.Contains(a.PersonId) && a.To == null)
            .Select(a => new { a.PersonId, a.Postcode })
            .ToListAsync(ct);
        var own = await db.Set<PostcodeDistrict>()
            .Where(d => d.CouncilId == councilId)
            .Select(d => d.District)
            .ToListAsync(ct);
        return
        [
            .. addresses
                .Where(a => a.Postcode.Length > 0 && !own.Contains(District(a.Postcode)))
                .Select(a => a.PersonId),
        ];
    }

    /// <summary>The part before the last three characters, such as CH41 of ch41 0zz.</summary>
    private static string District(string postcode)
    {
        var bare = postcode.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return bare.Length > 3 ? bare[..^3] : bare;
    }
}
