using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Carers.Demo;

/// <summary>
/// Walks a made-up household along the whole road by the real operations, each step as the person whose it is, on its
/// day. Demonstration data and tests use the same road; nothing on it is written past an operation.
/// </summary>
/// <param name="move">Moves the clock; the demonstration's own time travel unless a test says otherwise.</param>
public sealed partial class DemoRoad(
    IServiceScopeFactory scopes,
    DemoStaff staff,
    DemoHousehold household,
    RoadDates dates,
    Action<DateTimeOffset>? move = null
)
{
    private static readonly TimeOnly StartOfWork = new(9, 30);
    private readonly CancellationToken ct = CancellationToken.None;
    private readonly List<Guid> people = [];
    private readonly List<Guid> accounts = [];
    private DateTime lastAct;

    public Guid CaseId { get; private set; }

    /// <summary>The last stage that was reached.</summary>
    public RoadStage Stage { get; private set; }

    public RoadDates Dates { get; } = dates;

    /// <summary>The people on record, the main applicant first.</summary>
    public IReadOnlyList<Guid> People => people;

    /// <summary>The applicants' accounts in the same order, once they have them.</summary>
    public IReadOnlyList<Guid> Accounts => accounts;

    /// <summary>Every step in order, with the stage it leads to.</summary>
    private (RoadStage To, Func<Task> Take)[] Steps =>
        [
            (RoadStage.Enquired, EnquireAsync),
            (RoadStage.Contacted, ContactAsync),
            (RoadStage.PackSent, SendPackAsync),
            (RoadStage.Interested, ExpressInterestAsync),
            (RoadStage.VisitScheduled, ScheduleVisitAsync),
            (RoadStage.Visited, VisitAsync),
            (RoadStage.Invited, InviteAsync),
            (RoadStage.Drafting, DraftAsync),
            (RoadStage.Submitted, SubmitAsync),
            (RoadStage.DecidedToAssess, DecideToAssessAsync),
            (RoadStage.ChecksAsked, AskForChecksAsync),
            (RoadStage.SomeChecksIn, ReceiveSomeChecksAsync),
            (RoadStage.Stage1Complete, CompleteStage1Async),
            (RoadStage.Stage1Passed, PassStage1Async),
            (RoadStage.Trained, TrainAsync),
            (RoadStage.ReportShared, ShareReportAsync),
            (RoadStage.ReadyForPanel, MakeReadyAsync),
            (RoadStage.OnAgenda, PutOnAgendaAsync),
            (RoadStage.PapersSent, SendPapersAsync),
            (RoadStage.Recommended, RecommendAsync),
            (RoadStage.MinutesSigned, SignMinutesAsync),
            (RoadStage.AwaitingDecision, SendToDecisionMakerAsync),
            (RoadStage.Approved, ApproveAsync),
            (RoadStage.Told, TellAsync),
            (RoadStage.Active, ActivateAsync),
        ];

    /// <summary>Takes every step that still lies before a stage.</summary>
    public async Task<DemoRoad> ToAsync(RoadStage stage)
    {
        foreach (var (to, take) in Steps.Where(s => s.To > Stage && s.To <= stage).ToList())
            await take();
        return this;
    }

    /// <summary>Does something as a member of staff on a day.</summary>
    public Task AsStaffAsync(
        Role role,
        DateOnly on,
        Func<IServiceProvider, Actor, Task<Result>> act
    ) => AsAsync(staff.First(role), role, on, act);

    /// <summary>Does something as an applicant or carer on a day.</summary>
    /// <param name="index">0 for the main applicant.</param>
    public Task AsOwnAsync(
        int index,
        DateOnly on,
        Func<IServiceProvider, Actor, Task<Result>> act,
        Role role = Role.ProspectiveCarer
    ) => AsAsync(accounts[index], role, on, act);

    private Task AsAsync(
        Guid account,
        Role role,
        DateOnly on,
        Func<IServiceProvider, Actor, Task<Result>> act
    ) =>
        InScopeAsync(
            on,
            async (services, actors) =>
                await act(
                    services,
                    await actors.EnterAsync(account, staff.CouncilId, role, ct)
                        ?? throw new InvalidOperationException($"{role} may not enter.")
                )
        );

    /// <summary>Does something as the person behind a link of theirs.</summary>
    private Task AsHolderAsync(
        int index,
        DateOnly on,
        Func<IServiceProvider, Actor, Task<Result>> act
    ) =>
        InScopeAsync(
            on,
            (services, actors) =>
                act(
                    services,
                    actors.Holder(
                        staff.CouncilId,
                        CaseId,
                        household.Applicants.ElementAt(index).GivenName,
                        people[index]
                    )
                )
        );

    private async Task InScopeAsync(
        DateOnly on,
        Func<IServiceProvider, ActorSource, Task<Result>> act
    )
    {
        (move ?? (instant => TravelTime.MoveTo(instant)))(Next(on));
        await using var services = scopes.CreateAsyncScope();
        var result = await act(
            services.ServiceProvider,
            services.ServiceProvider.GetRequiredService<ActorSource>()
        );
        if (!result.Ok)
            throw new InvalidOperationException(
                $"{household.Name}, after {Stage}, on {BritishDate.Short(on)}: {result.Reasons}"
            );
    }

    /// <summary>Acts of one day follow each other with some minutes between.</summary>
    private DateTimeOffset Next(DateOnly on)
    {
        var start = London.ToUtc(on, StartOfWork);
        lastAct = lastAct >= start ? lastAct.AddMinutes(4) : start;
        return lastAct;
    }

    private async Task<T> ReadAsync<T>(Func<FosterDb, Task<T>> read)
    {
        await using var services = scopes.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<ActorSource>().System(staff.CouncilId);
        return await read(services.ServiceProvider.GetRequiredService<FosterDb>());
    }
}
