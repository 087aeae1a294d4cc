using static Foster.Web.Features.Applications.ApplicationState;

namespace Foster.Web.Features.Applications;

/// <summary>Whether a step of the road is behind, under way or ahead.</summary>
public enum StepState
{
    Done,
    Now,
    Next,
}

/// <summary>One step of the road from the invitation to the decision.</summary>
/// <param name="On">When it was done; for a step under way, since when it is.</param>
/// <param name="WaitsFor">Whom it waits for, as in: us; null when it is not under way.</param>
public sealed record Milestone(
    string Title,
    StepState State,
    DateOnly? On,
    string? WaitsFor,
    string Text
);

/// <summary>The road as its applicants see it, worked out from where the application stands.</summary>
public static class Milestones
{
    private const string Us = "us";
    private const string You = "you";

    /// <param name="waitsForYou">While the application is filled in: whether the reader's own part is still open.</param>
    public static IReadOnlyList<Milestone> Of(Application a, bool waitsForYou)
    {
        var ended = !a.IsOpen && a.State != Approved;
        List<Milestone> road =
        [
            Step("Invited to apply", a.CreatedOn, null, null, "We invited you to apply."),
            Step(
                "Fill in the application",
                a.ReceivedOn,
                a.State == Draft ? a.CreatedOn : null,
                waitsForYou ? You : "the other applicant",
                "Each applicant fills in and sends their own part."
            ),
            Step(
                "We decide whether to assess",
                a.Stage1StartedOn,
                a.State == Submitted ? a.ReceivedOn : null,
                Us,
                "Our team manager reads your application, and names the social worker who will assess with you."
            ),
            Step(
                "Stage 1: checks and references",
                a.Stage1CompleteOn,
                a.State == Stage1 ? a.Stage1StartedOn : null,
                "us, your referees and the people we ask for checks",
                "We make the checks you agreed to and meet your referees."
            ),
            Step(
                "Stage 1 decision",
                a.State == Stage1Unsuccessful ? null : a.Stage1DecisionOn,
                a.State == Stage1Complete ? a.Stage1CompleteOn : null,
                Us,
                "Our team manager decides whether you go on."
            ),
            Step(
                "Stage 2: home visits, preparation training and report",
                a.ReportSharedOn,
                a.Stage2StartedOn is null && a.State == Stage1Passed
                    ? a.Stage1DecisionOn
                    : a.Stage2StartedOn,
                a.Stage2StartedOn is null ? Us : "you and us",
                "Your social worker visits you, you go to preparation training, and a report is written. Stage 2 can start before stage 1 has ended."
            ),
            Step(
                "You read the report",
                a.ReadyOn,
                a.State == ReportShared ? a.ReportSharedOn : null,
                You,
                "You get a copy and have 10 working days to say what you think of it."
            ),
            Step(
                "Fostering panel",
                a.RecommendedOn,
                a.State is ReadyForPanel or PanelDeferred ? a.ReadyOn : null,
                a.State == PanelDeferred ? "us, for what panel asked" : "panel",
                "Panel reads the report, meets you and makes a recommendation."
            ),
            Step(
                "Decision",
                a.ApprovedOn,
                a.State is PanelRecommended or AwaitingDecision ? a.RecommendedOn : null,
                "the agency decision maker",
                "The agency decision maker reads everything and decides."
            ),
        ];
        return ended ? [.. road.Where(m => m.State == StepState.Done), End(a)] : road;

        Milestone Step(
            string title,
            DateOnly? done,
            DateOnly? since,
            string? waitsFor,
            string text
        ) =>
            done is not null ? new(title, StepState.Done, done, null, text)
            : since is not null && !ended ? new(title, StepState.Now, since, waitsFor, text)
            : new(title, StepState.Next, null, null, text);
    }

    private static Milestone End(Application a) =>
        new(
            a.State switch
            {
                Withdrawn => "The application was withdrawn",
                AssessmentDeclined => "We decided not to assess",
                _ => "The application ended at stage 1",
            },
            StepState.Done,
            a.ClosedOn,
            null,
            a.State == Withdrawn
                ? "You are welcome to talk with us again at any time."
                : "You have a letter from us with the reasons."
        );
}
