using Foster.Web.Features.Applications;
using Xunit;

namespace Foster.Tests.Applications;

public class MilestonesTests
{
    [Theory]
    [InlineData(ApplicationState.Draft, "Fill in the application", "you")]
    [InlineData(ApplicationState.Submitted, "We decide whether to assess", "us")]
    [InlineData(
        ApplicationState.Stage1,
        "Stage 1: checks and references",
        "us, your referees and the people we ask for checks"
    )]
    [InlineData(ApplicationState.Stage1Complete, "Stage 1 decision", "us")]
    [InlineData(ApplicationState.ReportShared, "You read the report", "you")]
    [InlineData(ApplicationState.ReadyForPanel, "Fostering panel", "panel")]
    [InlineData(ApplicationState.PanelDeferred, "Fostering panel", "us, for what panel asked")]
    [InlineData(ApplicationState.AwaitingDecision, "Decision", "the agency decision maker")]
    public void Each_state_says_what_is_under_way_and_whom_it_waits_for(
        ApplicationState state,
        string title,
        string waitsFor
    )
    {
        var road = Milestones.Of(ApplicationMachineTests.At(state)!, waitsForYou: true);

        var now = Assert.Single(road, m => m.State == StepState.Now);
        Assert.Equal((title, waitsFor), (now.Title, now.WaitsFor));
        Assert.NotNull(now.On);
        Assert.Equal(road.Select(m => m.State), road.OrderBy(m => m.State).Select(m => m.State));
    }

    [Theory]
    [InlineData(ApplicationState.Withdrawn)]
    [InlineData(ApplicationState.AssessmentDeclined)]
    [InlineData(ApplicationState.Stage1Unsuccessful)]
    public void An_ended_road_has_nothing_to_come(ApplicationState state)
    {
        var road = Milestones.Of(ApplicationMachineTests.At(state)!, waitsForYou: false);

        Assert.All(road, m => Assert.Equal(StepState.Done, m.State));
        Assert.NotNull(road[^1].On);
    }

    [Fact]
    public void R_ASSESS_08_both_stages_can_be_under_way_at_once()
    {
        var application = ApplicationMachineTests.At(ApplicationState.Stage1)!;
        application.OpenStage2(
            new(
                Guid.NewGuid(),
                "Demo",
                Foster.Web.Foundation.Actors.Role.TeamManager,
                Guid.NewGuid()
            ),
            new(2026, 5, 20),
            []
        );

        var road = Milestones.Of(application, waitsForYou: false);

        Assert.Equal(2, road.Count(m => m.State == StepState.Now));
    }
}
