using Foster.Web.Foundation.Actors;

namespace Foster.Web.Features.Cases;

/// <summary>
/// Which parts of a case's history a role reads, by the beginning of the entry's kind: the recruitment officer nothing of
/// the assessment nor of the carer, the supervising social worker and the panel adviser nothing of the enquiry (§11).
/// What stands in no list is for the team manager only, and so is every kind that nobody thought about.
/// </summary>
public static class TimelineAudience
{
    private static readonly string[] OfEverybody =
    [
        "case.",
        "application.",
        "letter.",
        "deadline.",
        "transfer.",
    ];

    private static readonly string[] OfEnquiry = ["enquiry.", "keep-warm."];

    private static readonly string[] OfAssessment =
    [
        "assessment.",
        "check.",
        "document.",
        "referee.",
        "report.",
        "stage1.",
        "stage2.",
        "training.",
        "panel.",
        "decision.",
        "approval.",
        "carer.",
    ];

    /// <summary>Families that asked about a child whom they know: the team manager's, and recruitment's where it began.</summary>
    private static readonly string[] OfConnected = ["connected."];

    /// <summary>Questions of applicants and carers; panel and its adviser know nothing of them.</summary>
    private static readonly string[] OfQuestions = ["question."];

    /// <summary>Holds and copies: for the team manager, and for the records officer on pages of their own.</summary>
    private static readonly string[] OfRecords = ["records."];

    /// <summary>What applicants said of offences: for the team manager only (R-ELIG-08).</summary>
    private static readonly string[] OfOffences = ["declared.", "concern."];

    /// <summary>Every beginning that somebody has thought about.</summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        .. OfEverybody,
        .. OfEnquiry,
        .. OfAssessment,
        .. OfConnected,
        .. OfQuestions,
        .. OfRecords,
        .. OfOffences,
    ];

    /// <summary>The beginnings that a role reads; null where it reads everything.</summary>
    public static IReadOnlyList<string>? OpenTo(Role role) =>
        role switch
        {
            Role.TeamManager => null,
            Role.RecruitmentOfficer =>
            [
                .. OfEverybody,
                .. OfEnquiry,
                .. OfConnected,
                .. OfQuestions,
            ],
            Role.Assessor => [.. OfEverybody, .. OfEnquiry, .. OfAssessment, .. OfQuestions],
            Role.SupervisingSocialWorker => [.. OfEverybody, .. OfAssessment, .. OfQuestions],
            Role.PanelAdviser => [.. OfEverybody, .. OfAssessment],
            _ => [],
        };
}
