using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Staff;

/// <summary>The referees of a case: who was asked when and how, what is outstanding, who has to be replaced.</summary>
[Records(AccessKind.Confidential)]
[ForRoles(Role.Assessor, Role.TeamManager)]
public sealed class ReferencesModel(ApplyReads reads) : StaffPage(reads)
{
    public bool Worked => RefereeAct.IsWorkedOn(Facts.Application);

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct) ? Page() : NotFound();

    public bool May(Referee referee, RefereeVerb verb) =>
        Worked && RefereeMachine.Table.Against(referee.State, verb, Actor.Role).Count == 0;

    /// <summary>The applicant who named them refuses interviews, or stopped them (R-APP-05).</summary>
    public bool Stopped(Referee referee) =>
        Facts.Find(referee.PersonId)?.Stops(AskReferee.Check) == true;

    public string NamedBy(Referee referee) =>
        Facts.Find(referee.PersonId)?.Person.FullName ?? "An applicant";

    public string? Replaces(Referee referee) =>
        Facts.Referees.FirstOrDefault(r => r.Id == referee.ReplacesId)?.Name;

    public static string KindOf(Referee referee) =>
        referee.Kind switch
        {
            RefereeKind.Family => "Family",
            RefereeKind.Employer => "Employer",
            RefereeKind.FormerPartner => "Former partner",
            RefereeKind.Friend => "Friend or neighbour",
            _ => "Other",
        };
}
