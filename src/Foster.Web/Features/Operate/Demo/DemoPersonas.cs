using Foster.Web.Foundation.Actors;

namespace Foster.Web.Features.Operate.Demo;

/// <summary>A demonstration account as the persona page shows it.</summary>
/// <param name="Does">What this person can be tried for.</param>
public sealed record Persona(
    string SignInName,
    string Name,
    Role Role,
    string Council,
    string Does
);

/// <summary>Who works in the two made-up councils.</summary>
public static class DemoPersonas
{
    /// <summary>The staff of the region; applicants and carers come with their cases.</summary>
    public static IReadOnlyList<Persona> Staff { get; } =
    [
        new(
            "recruitment@foster.example",
            "Rosa Demo-Recruit",
            Role.RecruitmentOfficer,
            DemoRegion.HomeCode,
            "Answers enquiries and calls people back"
        ),
        new(
            "intake@foster.example",
            "Imran Demo-Intake",
            Role.RecruitmentOfficer,
            DemoRegion.HomeCode,
            "Intake officer: holds the enquiries of people connected with staff or councillors"
        ),
        new(
            "intake.deputy@foster.example",
            "Ines Demo-Deputy",
            Role.RecruitmentOfficer,
            DemoRegion.HomeCode,
            "The second intake officer"
        ),
        new(
            "assessor@foster.example",
            "Asha Demo-Assess",
            Role.Assessor,
            DemoRegion.HomeCode,
            "Visits and assesses applicants"
        ),
        new(
            "supervisor@foster.example",
            "Sam Demo-Support",
            Role.SupervisingSocialWorker,
            DemoRegion.HomeCode,
            "Supports approved carers"
        ),
        new(
            "manager@foster.example",
            "Maya Demo-Manage",
            Role.TeamManager,
            DemoRegion.HomeCode,
            "Decides on visits, assessments and stage 1"
        ),
        new(
            "panel.adviser@foster.example",
            "Piotr Demo-Adviser",
            Role.PanelAdviser,
            DemoRegion.HomeCode,
            "Arranges panel and its papers; is the records officer"
        ),
        new(
            "panel.member@foster.example",
            "Mei Demo-Member",
            Role.PanelMember,
            DemoRegion.HomeCode,
            "Reads papers and sits on panel"
        ),
        new(
            "panel.chair@foster.example",
            "Chidi Demo-Chair",
            Role.PanelChair,
            DemoRegion.HomeCode,
            "Chairs panel and signs minutes"
        ),
        new(
            "decision.maker@foster.example",
            "Dana Demo-Decide",
            Role.DecisionMaker,
            DemoRegion.HomeCode,
            "Makes the final decision"
        ),
        new(
            "admin@foster.example",
            "Ada Demo-Admin",
            Role.Administrator,
            DemoRegion.HomeCode,
            "Looks after accounts and settings"
        ),
        new(
            "manager@other.foster.example",
            "Marek Demo-Manage",
            Role.TeamManager,
            DemoRegion.OtherCode,
            "Manager of the other council"
        ),
        new(
            "assessor@other.foster.example",
            "Aoife Demo-Assess",
            Role.Assessor,
            DemoRegion.OtherCode,
            "Assessor of the other council"
        ),
        new(
            "recruitment@other.foster.example",
            "Rory Demo-Recruit",
            Role.RecruitmentOfficer,
            DemoRegion.OtherCode,
            "Answers enquiries in the other council"
        ),
        new(
            "supervisor@other.foster.example",
            "Saira Demo-Support",
            Role.SupervisingSocialWorker,
            DemoRegion.OtherCode,
            "Supports carers of the other council"
        ),
        new(
            "panel.adviser@other.foster.example",
            "Petra Demo-Adviser",
            Role.PanelAdviser,
            DemoRegion.OtherCode,
            "Arranges panel in the other council"
        ),
        new(
            "panel.chair@other.foster.example",
            "Cara Demo-Chair",
            Role.PanelChair,
            DemoRegion.OtherCode,
            "Chairs panel in the other council"
        ),
        new(
            "panel.member@other.foster.example",
            "Niall Demo-Member",
            Role.PanelMember,
            DemoRegion.OtherCode,
            "Sits on panel in the other council"
        ),
        new(
            "panel.member2@other.foster.example",
            "Nadia Demo-Member",
            Role.PanelMember,
            DemoRegion.OtherCode,
            "Sits on panel in the other council"
        ),
        new(
            "panel.member3@other.foster.example",
            "Noel Demo-Member",
            Role.PanelMember,
            DemoRegion.OtherCode,
            "Sits on panel in the other council"
        ),
        new(
            "panel.member4@other.foster.example",
            "Nora Demo-Member",
            Role.PanelMember,
            DemoRegion.OtherCode,
            "Sits on panel in the other council"
        ),
        new(
            "decision.maker@other.foster.example",
            "Dieter Demo-Decide",
            Role.DecisionMaker,
            DemoRegion.OtherCode,
            "Makes the final decision in the other council"
        ),
        new(
            "finance@foster.example",
            "Femi Demo-Finance",
            Role.FinanceOfficer,
            DemoRegion.HomeCode,
            "Enters what is paid"
        ),
        new(
            "finance@other.foster.example",
            "Freya Demo-Finance",
            Role.FinanceOfficer,
            DemoRegion.OtherCode,
            "Enters what is paid in the other council"
        ),
    ];
}
