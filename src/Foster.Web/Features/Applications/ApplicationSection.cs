using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <summary>The application on the case page.</summary>
public sealed class ApplicationSection(FosterDb db, PauseReads pauses, LondonClock clock)
    : ICaseSection
{
    private static readonly Role[] Readers = [Role.TeamManager, Role.Assessor];

    public int Order => 20;

    public async Task<CaseSection?> ForAsync(Guid caseId, Actor actor, CancellationToken ct)
    {
        if (
            !actor.Is(
                Role.RecruitmentOfficer,
                Role.Assessor,
                Role.SupervisingSocialWorker,
                Role.TeamManager,
                Role.PanelAdviser,
                Role.DecisionMaker
            )
        )
            return null;
        var a = await db.Set<Application>()
            .AsNoTracking()
            .SingleOrDefaultAsync(x => x.CaseId == caseId, ct);
        if (a is null)
            return null;
        var limit = await db.Set<Deadline>()
            .Where(d => d.CaseId == caseId && d.LineKey == DeadlineRules.PanelRecommendation.Key)
            .Select(d => (DateOnly?)d.DueOn)
            .FirstOrDefaultAsync(ct);
        var joint = await db.Set<ApplicantPart>().CountAsync(p => p.ApplicationId == a.Id, ct) > 1;
        List<CaseFact> facts =
        [
            new("Invited to apply", BritishDate.Long(a.CreatedOn)),
            new(
                "Complete application received",
                a.ReceivedOn is { } on ? BritishDate.Long(on) : "Not yet"
            ),
        ];
        if (limit is { } due)
            facts.Add(new("Panel recommendation by (8 months, R-APP-01)", BritishDate.Long(due)));
        if (a.ReceivedOn is not null)
        {
            facts.Add(new("Stage 1", a.Stage1Status));
            facts.Add(new("Stage 2", a.Stage2Status));
        }
        if (a.ReceivedOn is { } received)
            facts.AddRange(await DurationsAsync(a, received, ct));
        if (a.ClosedOn is { } closed)
            facts.Add(new("Ended", BritishDate.Long(closed)));
        return new CaseSection("Application", InWords(a.State), facts, ActionsFor(a, joint, actor));
    }

    /// <summary>How long it has taken so far, with its pauses and without them, where there were any (R-APP-07).</summary>
    private async Task<IReadOnlyList<CaseFact>> DurationsAsync(
        Application a,
        DateOnly received,
        CancellationToken ct
    )
    {
        var rests = await pauses.OfCaseAsync(a.CaseId, ct);
        if (rests.Count == 0)
            return [];
        var (gross, net) = ApplicationPause.Days(
            received,
            a.ApprovedOn ?? a.ClosedOn ?? clock.Today,
            rests
        );
        var facts = new List<CaseFact>
        {
            new("Days so far", $"{gross}, of which {net} without the pause"),
        };
        if (rests.FirstOrDefault(p => p.IsOpen) is { } open)
            facts.Add(new("Paused since", BritishDate.Long(open.From)));
        return facts;
    }

    /// <summary>The state as a heading or tag says it.</summary>
    public static string InWords(ApplicationState state)
    {
        var words = ApplicationMachine.Words(state);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static List<CaseAction> ActionsFor(Application a, bool joint, Actor actor)
    {
        var address = $"/staff/applications/{a.CaseId}";
        var actions = new List<CaseAction>();
        if (actor.Is(Readers))
            actions.Add(new("Read the application", address));
        if (actor.Is(Readers) && RefereeAct.IsWorkedOn(a))
            actions.Add(new("Referees: ask, chase, replace", address + "/references"));
        // The same for everybody's case, so that it says nothing by being there.
        if (actor.Is(Role.TeamManager) && a.ReceivedOn is not null)
            actions.Add(new("Read what they say of offences", address + "/offences"));
        if (
            a.State == ApplicationState.Draft
            && actor.Is(Role.RecruitmentOfficer, Role.TeamManager)
        )
        {
            actions.Add(new("Send an invitation again", address + "/invite"));
            actions.Add(new("Tell them what is missing", address + "/missing"));
            if (!joint)
                actions.Add(new("Add a partner", address + "/partner"));
        }
        if (
            joint
            && ApplicationMachine
                .Table.Against(a.State, ApplicationVerb.GoOnAlone, actor.Role)
                .Count == 0
        )
            actions.Add(new("Go on with one applicant", address + "/alone"));
        if (actor.Is(Role.TeamManager) && a is { ReceivedOn: not null, IsOpen: true })
            actions.Add(new("Pause it or go on", address + "/pause"));
        if (
            actor.Is(Role.Assessor, Role.RecruitmentOfficer, Role.TeamManager)
            && ApplicationMachine.Table.Against(a.State, ApplicationVerb.Withdraw, actor.Role).Count
                == 0
        )
            actions.Add(
                new(
                    actor.Is(Role.TeamManager) && a.State != ApplicationState.Draft
                        ? "Record an earlier day on which they withdrew"
                        : "Record that they withdraw",
                    address + "/withdraw"
                )
            );
        return actions;
    }
}
