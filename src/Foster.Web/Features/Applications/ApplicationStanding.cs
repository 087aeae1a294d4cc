using Foster.Web.Foundation.Clock;
using static Foster.Web.Features.Applications.ApplicationState;

namespace Foster.Web.Features.Applications;

/// <summary>Since when an application has stood where it stands, and why an applicant can change nothing.</summary>
public static class ApplicationStanding
{
    /// <summary>The day on which it came into its state; null where no day is kept for it.</summary>
    public static DateOnly? Since(Application a) =>
        a.State switch
        {
            Draft => a.CreatedOn,
            Submitted => a.ReceivedOn,
            Stage1 => a.Stage1StartedOn,
            Stage1Complete => a.Stage1CompleteOn,
            Stage1Passed => a.Stage1DecisionOn,
            ReportShared => a.ReportSharedOn,
            ReadyForPanel or PanelDeferred => a.ReadyOn,
            PanelRecommended => a.RecommendedOn,
            AwaitingDecision => a.SentToDecisionOn,
            Approved => a.ApprovedOn,
            _ => a.ClosedOn,
        };

    /// <summary>Why this applicant cannot change a section any more, in a sentence or two.</summary>
    public static string WhyLocked(ApplyFacts facts, ApplicantFacts who)
    {
        var a = facts.Application;
        if (a.State != Draft)
            return $"Your application is {ApplicationMachine.Words(a.State)}"
                + (Since(a) is { } on ? $", since {BritishDate.Long(on)}." : ".")
                + " What you sent is what we work with.";
        return who.Part.SubmittedAt is { } at
            ? $"You have sent your part of the application, on {BritishTime.Long(at)}."
            : "The other applicant has sent their part of the application, and what you answer together went with it.";
    }
}
