using Foster.Web.Features.Operate.People;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>What the pages about a member of staff ask for.</summary>
internal static class PersonFields
{
    public static readonly MultiChoiceField<Role> Roles = new(RoleRules.Field, Offered)
    {
        Label = "Which roles do they have here?",
        Called = "Roles",
        MissingMessage = "Choose one role or more",
    };

    /// <summary>For somebody who also works for another council: none is an answer too.</summary>
    public static readonly MultiChoiceField<Role> RolesOrNone = new(RoleRules.Field, Offered)
    {
        Label = "Which roles do they have here?",
        Called = "Roles",
        Hint = "They also work for another council. With no role here they work there only.",
        Optional = true,
    };

    private static Option<Role>[] Offered =>
        [.. Foundation.Actors.Roles.Staff.Select(r => new Option<Role>(r, r.Title(), What(r)))];

    public static readonly TextField Reason = new(Colleagues.ReasonField)
    {
        Label = "Why?",
        Called = "Reason",
        Hint =
            "20 characters or more. It goes into the council's history. Name no applicant, carer or child.",
        MissingMessage = "Enter the reason",
        Rows = 3,
        Max = 2_000,
    };

    private static string? What(Role role) =>
        role switch
        {
            Role.Administrator =>
                "Looks after accounts and settings and sees no case. Goes with no other role.",
            Role.Analyst => "Sees figures without names.",
            Role.FinanceOfficer => "Sees payments and dates of approval, and no case.",
            Role.HubWorker => "Takes enquiries for the region and hands them over.",
            _ => null,
        };
}
