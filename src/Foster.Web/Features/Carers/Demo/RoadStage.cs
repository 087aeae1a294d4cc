namespace Foster.Web.Features.Carers.Demo;

/// <summary>How far along the road a made-up household has come; each names what has just been done.</summary>
public enum RoadStage
{
    None,
    Enquired,
    Contacted,
    PackSent,
    Interested,
    VisitScheduled,
    Visited,
    Invited,
    Drafting,
    Submitted,
    DecidedToAssess,
    ChecksAsked,
    SomeChecksIn,
    Stage1Complete,
    Stage1Passed,
    Trained,
    ReportShared,
    ReadyForPanel,
    OnAgenda,
    PapersSent,
    Recommended,
    MinutesSigned,
    AwaitingDecision,
    Approved,
    Told,
    Active,
}
