namespace Foster.Web.Foundation.Actors;

/// <summary>The capacity in which someone acts (§11 of the fostering rules).</summary>
public enum Role
{
    Anyone,
    LinkHolder,
    System,
    ProspectiveCarer,
    ApprovedCarer,
    RecruitmentOfficer,
    Assessor,
    SupervisingSocialWorker,
    TeamManager,
    PanelAdviser,
    PanelMember,
    PanelChair,
    DecisionMaker,
    FinanceOfficer,
    Analyst,
    HubWorker,
    Administrator,
}

/// <summary>What a role is called and where its day starts.</summary>
public static class Roles
{
    /// <summary>Every role that is held by an employee or panel member, who must prove themselves by two factors.</summary>
    public static IReadOnlyList<Role> Staff { get; } =
    [.. Enum.GetValues<Role>().Where(r => r >= Role.RecruitmentOfficer)];

    public static bool IsStaff(this Role role) => role >= Role.RecruitmentOfficer;

    /// <summary>The name of the role as people say it.</summary>
    public static string Title(this Role role) =>
        role switch
        {
            Role.Anyone => "Member of the public",
            Role.LinkHolder => "Holder of a link",
            Role.System => "Foster",
            Role.ProspectiveCarer => "Applicant",
            Role.ApprovedCarer => "Foster carer",
            Role.RecruitmentOfficer => "Recruitment officer",
            Role.SupervisingSocialWorker => "Supervising social worker",
            Role.TeamManager => "Team manager",
            Role.PanelAdviser => "Panel adviser",
            Role.PanelMember => "Panel member",
            Role.PanelChair => "Panel chair",
            Role.DecisionMaker => "Agency decision maker",
            Role.FinanceOfficer => "Finance officer",
            Role.HubWorker => "Hub worker",
            _ => role.ToString(),
        };

    /// <summary>The address a person in this role lands on after signing in.</summary>
    public static string Home(this Role role) =>
        role switch
        {
            Role.ProspectiveCarer => "/apply",
            Role.ApprovedCarer => "/carer",
            Role.PanelAdviser or Role.PanelMember or Role.PanelChair => "/panel",
            Role.DecisionMaker => "/decisions",
            Role.FinanceOfficer => "/finance",
            Role.HubWorker => "/hub",
            Role.Administrator => "/admin",
            Role.Anyone or Role.LinkHolder or Role.System => "/",
            _ => "/staff",
        };
}
