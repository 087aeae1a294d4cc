using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;
using Xunit;
using static Foster.Web.Features.Applications.TransferState;
using static Foster.Web.Features.Applications.TransferVerb;

namespace Foster.Tests.Applications;

/// <summary>The way of a transfer (§3.2, R-TRF-01…04), written out again and compared cell by cell.</summary>
public class TransferMachineTests
{
    private static readonly DateOnly Day = new(2026, 7, 9);
    private static readonly TransferOutputs Outputs = new("Stays", "Visits", "One", "On one day");

    private static readonly (
        string Rule,
        TransferVerb Verb,
        TransferState[] From,
        TransferState To
    )[] Expected =
    [
        ("R-TRF-02", TellService, [Opened], ServiceTold),
        ("R-TRF-03", GiveNotice, [Opened], NoticeGiven),
        ("R-TRF-04", HoldMeeting, [NoticeGiven], MeetingHeld),
        ("R-TRF-01", RecordEnd, [ServiceTold, NoticeGiven, MeetingHeld, EndRecorded], EndRecorded),
        ("R-TRF-03", ChangePlacement, [Opened, ServiceTold, NoticeGiven, MeetingHeld], Opened),
        ("R-ENQ-12", Stop, [Opened, ServiceTold, NoticeGiven, MeetingHeld, EndRecorded], Stopped),
        ("R-ENQ-12", Reopen, [Stopped], Opened),
    ];

    public static TheoryData<TransferState, TransferVerb> Cells()
    {
        var cells = new TheoryData<TransferState, TransferVerb>();
        foreach (var state in Enum.GetValues<TransferState>())
        foreach (var verb in Enum.GetValues<TransferVerb>())
            cells.Add(state, verb);
        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_act_in_every_state_by_every_role(TransferState state, TransferVerb verb)
    {
        var row = Expected.Single(e => e.Verb == verb);
        foreach (var role in Enum.GetValues<Role>())
        {
            var allowed =
                row.From.Contains(state)
                && role is (Role.RecruitmentOfficer or Role.Assessor or Role.TeamManager);
            var against = TransferMachine.Table.Against(state, verb, role);
            Assert.True(allowed == (against.Count == 0), $"{verb} in {state} by {role}");
            Assert.All(against, r => Assert.Equal(row.Rule, r.RuleId));
            // The placement is as the act needs it, so that only the table speaks.
            var transfer = At(state);
            transfer.ChildrenPlaced = verb is GiveNotice;
            var done = Do(transfer, verb, By(role));
            Assert.True(allowed == done.Ok, $"{verb} in {state} by {role}: {done.Reasons}");
            Assert.Equal(allowed ? row.To : state, transfer.State);
        }
    }

    [Fact]
    public void R_TRF_02_and_R_TRF_03_whether_a_child_is_placed_decides_the_way()
    {
        var placed = At(Opened);
        placed.ChildrenPlaced = true;
        var free = At(Opened);

        Assert.Equal(
            "R-TRF-03",
            Assert.Single(placed.TellService(By(Role.Assessor), Day, []).Refusals).RuleId
        );
        Assert.Equal(
            "R-TRF-02",
            Assert.Single(free.GiveNotice(By(Role.Assessor), Day, []).Refusals).RuleId
        );
        Assert.True(free.HoldsAssessment && placed.HoldsAssessment);
    }

    [Fact]
    public void R_TRF_04_the_meeting_has_everybody_or_says_who_was_missing_and_its_four_outputs()
    {
        var transfer = At(NoticeGiven);

        var refused = transfer.HoldMeeting(
            By(Role.Assessor),
            Day.AddDays(-1),
            TransferAttendees.Us | TransferAttendees.Carer,
            null,
            new("", "", "", ""),
            []
        );

        Assert.Equal(
            ["on", "absent", "children", "support", "vacancies", "dates"],
            refused.Refusals.Select(r => r.Field)
        );
    }

    [Fact]
    public void R_TRF_04_no_resignation_with_a_child_placed_unless_the_carer_wants_the_placement_to_end()
    {
        var transfer = At(NoticeGiven);

        var refused = transfer.RecordEnd(By(Role.Assessor), Day, placementMayEnd: false, []);
        var wanted = transfer.RecordEnd(By(Role.Assessor), Day, placementMayEnd: true, []);

        Assert.Equal("R-TRF-04", Assert.Single(refused.Refusals).RuleId);
        Assert.True(wanted.Ok, wanted.Reasons);
        Assert.Equal(Day, transfer.OldApprovalEndsOn);
    }

    [Fact]
    public void R_TRF_04_a_second_notice_asks_for_a_second_meeting()
    {
        var transfer = At(MeetingHeld);
        var by = By(Role.Assessor);

        Assert.True(transfer.ChangePlacement(by, false, []).Ok);
        Assert.True(transfer.ChangePlacement(by, true, []).Ok);
        Assert.True(transfer.GiveNotice(by, Day, []).Ok);

        Assert.Null(transfer.MeetingOn);
        Assert.Equal(
            "R-TRF-04",
            Assert.Single(transfer.RecordEnd(by, Day, placementMayEnd: false, []).Refusals).RuleId
        );
    }

    [Fact]
    public void R_TRF_01_a_transfer_taken_up_again_records_every_step_anew()
    {
        var transfer = At(EndRecorded);
        var by = By(Role.Assessor);
        Assert.True(transfer.Stop(by, Day, []).Ok);

        Assert.True(transfer.Reopen(by, []).Ok);

        Assert.True(transfer.IsOpen && transfer.HoldsAssessment);
        Assert.All(
            new[]
            {
                transfer.ToldOn,
                transfer.NoticeOn,
                transfer.OldApprovalEndsOn,
                transfer.StoppedOn,
            },
            day => Assert.Null(day)
        );
    }

    private static Transfer At(TransferState state)
    {
        var transfer = new Transfer
        {
            CouncilId = Guid.NewGuid(),
            CaseId = Guid.NewGuid(),
            ServiceName = "Other Fostering",
            OpenedOn = Day,
            ChildrenPlaced = state is NoticeGiven or MeetingHeld,
        };
        var by = By(Role.Assessor);
        if (state is ServiceTold or EndRecorded)
            After(transfer.TellService(by, Day, []));
        if (state is NoticeGiven or MeetingHeld)
            After(transfer.GiveNotice(by, Day, []));
        if (state is MeetingHeld)
            After(transfer.HoldMeeting(by, Day, TransferAttendees.All, null, Outputs, []));
        if (state is EndRecorded)
            After(transfer.RecordEnd(by, Day, false, []));
        if (state is Stopped)
            After(transfer.Stop(by, Day, []));
        return transfer;

        static void After(Result done) => Assert.True(done.Ok, done.Reasons);
    }

    private static Result Do(Transfer transfer, TransferVerb verb, Actor by) =>
        verb switch
        {
            TellService => transfer.TellService(by, Day, []),
            GiveNotice => transfer.GiveNotice(by, Day, []),
            HoldMeeting => transfer.HoldMeeting(by, Day, TransferAttendees.All, null, Outputs, []),
            RecordEnd => transfer.RecordEnd(by, Day, false, []),
            ChangePlacement => transfer.ChangePlacement(by, true, []),
            Reopen => transfer.Reopen(by, []),
            _ => transfer.Stop(by, Day, []),
        };

    private static Actor By(Role role) => new(Guid.NewGuid(), "Somebody", role, Guid.NewGuid());
}
