using Foster.Web.Features.Approvals;
using Xunit;

namespace Foster.Tests.Approvals;

/// <summary>R-PANEL-05 and R-VAL-11, written from the rules: who sits, and whether panel can recommend.</summary>
public sealed class QuorumTests
{
    private static Seat A(
        PanelCapacity capacity,
        bool independent = false,
        bool present = true,
        bool declared = true,
        bool conflict = false
    ) =>
        new(Guid.NewGuid(), "Somebody", capacity, independent, present, declared ? conflict : null);

    private static Seat Chair => A(PanelCapacity.Chair, true);
    private static Seat Worker => A(PanelCapacity.SocialWorker);
    private static Seat Other => A(PanelCapacity.Other);

    [Fact]
    public void A_chair_a_social_worker_and_three_others_are_a_quorum() =>
        Assert.Empty(Quorum.Against([Chair, Worker, Other, Other, Other], false));

    [Fact]
    public void X_48_a_chair_and_three_members_are_not()
    {
        var against = Quorum.Against([Chair, Worker, Other, Other], false);

        var reason = Assert.Single(against);
        Assert.Equal("R-PANEL-05", reason.RuleId);
        Assert.Equal("Panel is not quorate: 5 members are needed and 4 count.", reason.Reason);
    }

    [Fact]
    public void A_joint_panel_needs_six()
    {
        Assert.Single(Quorum.Against([Chair, Worker, Other, Other, Other], true));
        Assert.Empty(Quorum.Against([Chair, Worker, Other, Other, Other, Other], true));
    }

    [Fact]
    public void Without_chair_or_vice_chair_there_is_none() =>
        Assert.Contains(
            Quorum.Against([Worker, Worker, Other, Other, Other], false),
            r => r.Reason.Contains("chair or a vice-chair", StringComparison.Ordinal)
        );

    [Fact]
    public void Without_an_experienced_social_worker_there_is_none() =>
        Assert.Contains(
            Quorum.Against([Chair, Other, Other, Other, Other], false),
            r => r.Reason.Contains("three years", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(true, true, true)]
    public void A_vice_chair_who_is_not_independent_needs_another_who_is(
        bool viceIs,
        bool otherIs,
        bool quorate
    )
    {
        Seat[] seats =
        [
            A(PanelCapacity.ViceChair, viceIs),
            Worker,
            A(PanelCapacity.Other, otherIs),
            Other,
            Other,
        ];

        Assert.Equal(quorate, Quorum.Against(seats, false).Count == 0);
    }

    [Fact]
    public void Beside_the_chair_a_vice_chair_counts_as_another_member() =>
        Assert.Empty(
            Quorum.Against([Chair, A(PanelCapacity.ViceChair), Worker, Other, Other], false)
        );

    [Fact]
    public void Of_two_vice_chairs_the_independent_one_leads()
    {
        Seat[] seats =
        [
            A(PanelCapacity.ViceChair),
            A(PanelCapacity.ViceChair, true),
            Worker,
            Other,
            Other,
        ];

        Assert.Empty(Quorum.Against(seats, false));
        Assert.Equal(seats[1], Quorum.Head(seats));
    }

    [Theory]
    [InlineData(false, true, false)]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    public void Whoever_is_absent_in_conflict_or_silent_is_not_counted(
        bool present,
        bool declared,
        bool conflict
    )
    {
        var fifth = A(PanelCapacity.Other, false, present, declared, conflict);

        Assert.False(fifth.Counts);
        Assert.Single(Quorum.Against([Chair, Worker, Other, Other, fifth], false));
    }

    [Fact]
    public void The_reason_says_why_members_do_not_count()
    {
        var against = Quorum.Against(
            [
                Chair,
                Worker,
                A(PanelCapacity.Other, present: false),
                A(PanelCapacity.Other, conflict: true),
                A(PanelCapacity.Other, declared: false),
            ],
            false
        );

        Assert.Equal(
            "Panel is not quorate: 5 members are needed and 2 count (1 absent, 1 with a conflict of interest, 1 who have not declared).",
            Assert.Single(against).Reason
        );
    }

    [Fact]
    public void A_chair_in_conflict_hands_over_to_the_vice_chair() =>
        Assert.Equal(
            PanelCapacity.ViceChair,
            Quorum
                .Head([
                    A(PanelCapacity.Chair, true, conflict: true),
                    A(PanelCapacity.ViceChair, true),
                ])!
                .Capacity
        );

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once() =>
        Assert.Equal(3, Quorum.Against([Other], false).Count);

    [Fact]
    public void Nobody_is_no_quorum() => Assert.Equal(3, Quorum.Against([], false).Count);
}
