using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Enquiries;

/// <summary>How somebody was contacted.</summary>
public enum ContactMethod
{
    Telephone,
    Email,
    Message,
    InPerson,
}

/// <summary>One line of the contact log: a conversation, or an attempt at one.</summary>
public sealed class EnquiryContact : ICaseOwned, IAppendOnly
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid EnquiryId { get; init; }
    public required DateTime At { get; init; }
    public required DateOnly On { get; init; }
    public required ContactMethod Method { get; init; }
    public required bool Reached { get; init; }

    /// <summary>What came of it, in a few words.</summary>
    public required string Outcome { get; init; }
    public string? Note { get; init; }
    public required string By { get; init; }
}

/// <summary>The expression of interest that followed the pack (§2.2). It has no legal standing.</summary>
public sealed class ExpressionOfInterest : ICaseOwned, IAppendOnly
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid EnquiryId { get; init; }
    public required DateOnly On { get; init; }
    public required string Motivation { get; init; }
    public required string Experience { get; init; }
    public required string WorkAndTime { get; init; }
    public string? Home { get; init; }
    public string? Pets { get; init; }
    public bool? Smokes { get; init; }
    public bool? Drives { get; init; }
    public string? ChildrenElsewhere { get; init; }
    public string? EarlierApplications { get; init; }
    public required string By { get; init; }
    public string? OnBehalfOf { get; init; }
}

/// <summary>An appointment for the initial visit and what was seen there (R-ENQ-06).</summary>
public sealed class InitialVisit : ICaseOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid EnquiryId { get; init; }
    public required DateTime ScheduledFor { get; set; }
    public string? Interpreter { get; set; }
    public required Guid AssessorId { get; set; }
    public required string AssessorName { get; set; }
    public DateOnly? CompletedOn { get; set; }
    public bool? BothPartnersSeen { get; set; }
    public bool? AccommodationViewed { get; set; }
    public bool? BedroomViewed { get; set; }
    public string? Note { get; set; }
    public string? RecordedBy { get; set; }
    public uint Version { get; set; }
}

/// <summary>Why an enquiry is declined.</summary>
public enum DeclineReason
{
    Home,
    Availability,
    Circumstances,
    Safeguarding,
    NeedsOfChildren,
    Other,
}

/// <summary>What the team manager decided about an enquiry, and why.</summary>
public sealed class VisitOutcome : ICaseOwned, IAppendOnly
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid EnquiryId { get; init; }
    public required DateTime DecidedAt { get; init; }
    public required DateOnly DecidedOn { get; init; }
    public required Guid DecidedById { get; init; }
    public required string DecidedBy { get; init; }
    public required bool Invited { get; init; }
    public DeclineReason? ReasonCode { get; init; }
    public required string Reasons { get; init; }
}
