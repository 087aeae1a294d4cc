using Foster.Web.Foundation.Actors;

namespace Foster.Web.Features.Cases;

/// <summary>
/// Which parts of a case's history a role does not read, by the beginning of the entry's kind: the recruitment officer
/// nothing of the assessment nor of the carer, the supervising social worker and the panel adviser nothing of the enquiry (§11).
/// </summary>
public static class TimelineAudience
{
    private static readonly string[] OfEnquiry = ["enquiry."];

    private static readonly string[] OfAssessment =
    [
        "assessment.",
        "check.",
        "checks.",
        "referee.",
        "reference.",
        "report.",
        "stage1.",
        "stage2.",
        "visit.",
        "training.",
        "panel.",
        "decision.",
        "approval.",
        "carer.",
    ];

    public static IReadOnlyList<string> HiddenFrom(Role role) =>
        role switch
        {
            Role.RecruitmentOfficer => OfAssessment,
            Role.SupervisingSocialWorker or Role.PanelAdviser => OfEnquiry,
            _ => [],
        };
}
