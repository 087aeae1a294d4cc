using Foster.Web.Features.Applications;

namespace Foster.Web.Features.Assessment;

/// <summary>The addresses of assessments.</summary>
public static class AssessmentLinks
{
    public const string List = "/staff/assessments";
    public const string Report = "/apply/report";
    public const string Checks = "/apply/checks";

    public static string Of(Guid caseId) => $"{List}/{caseId}";

    public static string Decision(Guid caseId) => Of(caseId) + "/decision";

    public static string Decline(Guid caseId) => Of(caseId) + "/decision/decline";

    public static string Check(Guid caseId, Guid checkId) => Of(caseId) + "/checks/" + checkId;

    public static string AddAnimal(Guid caseId) => Of(caseId) + "/animals/add";

    public static string Animal(Guid caseId, Guid checkId) => Check(caseId, checkId) + "/animal";

    public static string AnimalGone(Guid caseId, Guid checkId) =>
        Check(caseId, checkId) + "/animal-gone";

    /// <summary>The list of checks on the page of the assessment.</summary>
    public static string ChecksToAsk(Guid caseId) => Of(caseId) + "#checks";

    public static string Household(Guid caseId) => Of(caseId) + "/household";

    public static string Referee(Guid caseId, Guid refereeId) =>
        Of(caseId) + "/referees/" + refereeId;

    public static string PreviousApproval(Guid caseId) => Of(caseId) + "/previous-approval";

    public static string FormerServices(Guid caseId) => Of(caseId) + "/former-services";

    public static string Stage1(Guid caseId) => Of(caseId) + "/stage-1";

    public static string ProposeRefusal(Guid caseId) => Of(caseId) + "/stage-1/propose-refusal";

    public static string TakeBackRefusal(Guid caseId) => Of(caseId) + "/stage-1/take-back-refusal";

    public static string Stage2(Guid caseId) => Of(caseId) + "/stage-2";

    public static string Training(Guid caseId) => Of(caseId) + "/training";

    public static string Midway(Guid caseId) => Of(caseId) + "/midway-review";

    public static string StaffReport(Guid caseId) => Of(caseId) + "/report";

    public static string Quality(Guid caseId) => Of(caseId) + "/report/quality";

    public static string Share(Guid caseId) => Of(caseId) + "/report/share";

    public static string Observations(Guid caseId) => Of(caseId) + "/observations";

    public static string Ready(Guid caseId) => Of(caseId) + "/ready";

    public static string Refuse(Guid caseId) => "/decisions/stage-1/" + caseId;
}
