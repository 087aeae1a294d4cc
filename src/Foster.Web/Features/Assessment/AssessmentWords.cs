using Foster.Web.Features.Applications;
using Foster.Web.Features.Assessment.Checks;

namespace Foster.Web.Features.Assessment;

/// <summary>Words for screens and papers.</summary>
public static class AssessmentWords
{
    /// <summary>What is checked, with the animal where there is one for each.</summary>
    public static string Check(ICheckKind kind, Animal? animal) =>
        animal is null ? kind.Title : $"{kind.Title}, {animal.Described.Words}";

    public static string Outcome(CheckOutcome outcome) =>
        outcome switch
        {
            CheckOutcome.Clear => "Clear",
            CheckOutcome.InformationReceived => "Information received",
            CheckOutcome.Concern => "Concern",
            CheckOutcome.Refused => "Refused",
            CheckOutcome.NotSupplied => "Asked for and not supplied",
            _ => "Not applicable",
        };

    /// <summary>Where a case stands, as it heads a column or a tag.</summary>
    public static string State(ApplicationState state) =>
        state switch
        {
            ApplicationState.Submitted => "Decision to assess",
            ApplicationState.Stage1 => "Stage 1",
            ApplicationState.Stage1Complete => "Stage 1 decision",
            ApplicationState.Stage1Passed => "Stage 2",
            ApplicationState.ReportShared => "Observations",
            ApplicationState.ReadyForPanel => "Ready for panel",
            ApplicationState.Stage1Unsuccessful => "Refused at stage 1",
            ApplicationState.AssessmentDeclined => "Declined",
            ApplicationState.Withdrawn => "Withdrawn",
            ApplicationState.Approved => "Approved",
            ApplicationState.Draft => "Being filled in",
            _ => "With panel",
        };

    /// <summary>The reason of a refusal at stage 1 in words, with its code.</summary>
    public static string Refusal(string? code) =>
        AssessmentReasons.Refuse.FirstOrDefault(r => r.Code == code) is { } reason
            ? $"{reason.Label} ({reason.Code})"
            : code ?? "None given";

    public static string Step(AssessmentStep step) =>
        step switch
        {
            AssessmentStep.Assess => "Decided to assess",
            AssessmentStep.DeclineToAssess => "Decided not to assess",
            AssessmentStep.ConfirmStage1 => "Stage 1 confirmed as complete",
            AssessmentStep.ProposeRefusal => "Refusal proposed",
            AssessmentStep.TakeBackRefusal => "Proposal of a refusal taken back",
            AssessmentStep.PassStage1 => "Stage 1 passed",
            AssessmentStep.RefuseStage1 => "Refused at stage 1",
            AssessmentStep.OpenStage2 => "Stage 2 opened",
            AssessmentStep.MidwayReview => "Stage 2 reviewed midway",
            _ => "Report checked for quality",
        };
}
