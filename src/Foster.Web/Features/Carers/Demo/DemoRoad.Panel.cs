using Foster.Web.Features.Approvals;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Carers.Demo;

// Panel and decision.
public sealed partial class DemoRoad
{
    private Guid meetingId;
    private Guid itemId;

    public async Task PutOnAgendaAsync()
    {
        await ListMembersAsync();
        meetingId = await MeetingAsync();
        await AsStaffAsync(
            Role.PanelAdviser,
            Dates.OnAgenda,
            async (s, actor) =>
            {
                var listed = await s.GetRequiredService<PutOnAgenda>()
                    .RunAsync(new(CaseId, meetingId), actor, ct);
                if (listed.Ok)
                    itemId = listed.Value.Id;
                return listed;
            }
        );
        Stage = RoadStage.OnAgenda;
    }

    public async Task SendPapersAsync()
    {
        await AsStaffAsync(
            Role.PanelAdviser,
            Dates.PapersSent,
            (s, actor) => s.GetRequiredService<SendPapers>().RunAsync(new(itemId), actor, ct)
        );
        Stage = RoadStage.PapersSent;
    }

    public async Task RecommendAsync()
    {
        foreach (var (account, role) in staff.Panel)
            await AsAsync(
                account,
                role,
                Dates.Panel,
                (s, actor) =>
                    s.GetRequiredService<DeclareInterest>()
                        .RunAsync(new(itemId, HasConflict: false, null), actor, ct)
            );
        await RecordAttendanceAsync();
        await AsStaffAsync(
            Role.PanelAdviser,
            Dates.Panel,
            (s, actor) =>
                s.GetRequiredService<RecordRecommendation>()
                    .RunAsync(
                        new(
                            itemId,
                            RecommendationOutcome.Approve,
                            "Panel was impressed by the preparation and by how openly they spoke.",
                            household.Terms,
                            null
                        ),
                        actor,
                        ct
                    )
        );
        Stage = RoadStage.Recommended;
    }

    /// <summary>Panel puts the item off, and what it asked for is to be done.</summary>
    public async Task DeferAsync()
    {
        await AsStaffAsync(
            Role.PanelAdviser,
            Dates.Panel,
            (s, actor) =>
                s.GetRequiredService<DeferItem>()
                    .RunAsync(
                        new(
                            itemId,
                            "more-information",
                            "Panel could not tell from the report who looks after the children at night.",
                            "The assessor asks about nights away from home and adds to the report.",
                            Dates.Panel.AddDays(28)
                        ),
                        actor,
                        ct
                    )
        );
    }

    /// <summary>Minutes are final and signed.</summary>
    public async Task SignMinutesAsync()
    {
        var on = Dates.MinutesSigned;
        await WriteMinutesAsync(on);
        await AsStaffAsync(
            Role.PanelChair,
            on,
            (s, actor) => s.GetRequiredService<SignMinutes>().RunAsync(new(itemId), actor, ct)
        );
        Stage = RoadStage.MinutesSigned;
    }

    /// <summary>The adviser says that the minutes are final; the chair has to sign them.</summary>
    public Task WriteMinutesAsync(DateOnly on) =>
        AsStaffAsync(
            Role.PanelAdviser,
            on,
            (s, actor) =>
                s.GetRequiredService<WriteMinutes>()
                    .RunAsync(
                        new(
                            itemId,
                            "Panel read the report, spoke with the applicants and the assessor, and asked about time and support.",
                            "A settled home, thorough preparation and two strong references.",
                            Final: true
                        ),
                        actor,
                        ct
                    )
        );

    /// <summary>The pack reaches the decision maker on the day of the signed minutes.</summary>
    public async Task SendToDecisionMakerAsync()
    {
        var on = Dates.MinutesSigned;
        await AsStaffAsync(
            Role.PanelAdviser,
            on,
            (s, actor) =>
                s.GetRequiredService<SendToDecisionMaker>().RunAsync(new(itemId, on), actor, ct)
        );
        Stage = RoadStage.AwaitingDecision;
    }

    public async Task ApproveAsync()
    {
        await AsStaffAsync(
            Role.DecisionMaker,
            Dates.Decided,
            async (s, actor) =>
                await s.GetRequiredService<Approve>()
                    .RunAsync(
                        new(
                            CaseId,
                            "I agree with panel. The report shows that they can meet the needs of children.",
                            "The assessment report, the references and the minutes of panel.",
                            ReadEverything.All,
                            household.Terms,
                            ApprovedElsewhere: false,
                            null
                        ),
                        actor,
                        ct
                    )
        );
        Stage = RoadStage.Approved;
    }

    public async Task TellAsync()
    {
        await AsStaffAsync(
            Role.Assessor,
            Dates.ToldOrally,
            (s, actor) =>
                s.GetRequiredService<RecordOralNotice>()
                    .RunAsync(new(CaseId, Dates.ToldOrally), actor, ct)
        );
        await AsStaffAsync(
            Role.PanelAdviser,
            Dates.ToldInWriting,
            (s, actor) => s.GetRequiredService<SendWrittenNotice>().RunAsync(new(CaseId), actor, ct)
        );
        Stage = RoadStage.Told;
    }

    /// <summary>The central list, once for each council: the chair, a social worker, and others.</summary>
    private async Task ListMembersAsync()
    {
        var listed = await ReadAsync(db =>
            db.Set<PanelListEntry>().Select(e => e.AccountId).ToListAsync(ct)
        );
        var capacities = new Queue<PanelCapacity>([
            PanelCapacity.Chair,
            PanelCapacity.SocialWorker,
            PanelCapacity.Independent,
        ]);
        foreach (var (account, _) in staff.Panel)
        {
            var capacity = capacities.TryDequeue(out var next) ? next : PanelCapacity.Other;
            if (!listed.Contains(account))
                await AsStaffAsync(
                    Role.PanelAdviser,
                    Dates.OnAgenda,
                    (s, actor) =>
                        s.GetRequiredService<ListMember>()
                            .RunAsync(
                                new(
                                    account,
                                    capacity,
                                    capacity is PanelCapacity.Chair or PanelCapacity.Independent,
                                    Dates.OnAgenda.AddYears(-2)
                                ),
                                actor,
                                ct
                            )
                );
        }
    }

    /// <summary>The meeting of that day, which households share.</summary>
    private async Task<Guid> MeetingAsync()
    {
        var known = await ReadAsync(db =>
            db.Set<PanelMeeting>()
                .Where(m => m.On == Dates.Panel)
                .Select(m => (Guid?)m.Id)
                .FirstOrDefaultAsync(ct)
        );
        if (known is { } there)
            return there;
        var made = Guid.Empty;
        await AsStaffAsync(
            Role.PanelAdviser,
            Dates.OnAgenda,
            async (s, actor) =>
            {
                var meeting = await s.GetRequiredService<ScheduleMeeting>()
                    .RunAsync(
                        new(
                            Dates.Panel,
                            new TimeOnly(10, 0),
                            "Committee room 2, 1 Example Quay",
                            IsOnline: false,
                            IsJoint: false
                        ),
                        actor,
                        ct
                    );
                if (meeting.Ok)
                    made = meeting.Value.Id;
                return meeting;
            }
        );
        return made;
    }

    /// <summary>Attendance is recorded once for a meeting.</summary>
    private async Task RecordAttendanceAsync()
    {
        var recorded = await ReadAsync(db =>
            db.Set<PanelMeeting>().AnyAsync(m => m.Id == meetingId && m.AttendanceOn != null, ct)
        );
        if (!recorded)
            await AsStaffAsync(
                Role.PanelAdviser,
                Dates.Panel,
                (s, actor) =>
                    s.GetRequiredService<RecordAttendance>()
                        .RunAsync(
                            new(meetingId, [.. staff.Panel.Select(p => p.Account)]),
                            actor,
                            ct
                        )
            );
    }
}
