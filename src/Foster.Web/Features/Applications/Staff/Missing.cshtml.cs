using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Staff;

/// <summary>Tells the applicants that their application is not whole yet.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class MissingModel(ApplyReads reads, TellMissing tell) : StaffPage(reads)
{
    public string StandingOf(ApplicantFacts who)
    {
        if (who.Part.IsSent)
            return "Has sent their part";
        var open = ApplySections
            .For(Facts, who)
            .Where(s => !s.IsComplete(Facts, who))
            .Select(s => s.Title)
            .ToList();
        var account = who.HasAccount ? "" : "No account yet. ";
        return open.Count == 0
            ? account + "Everything is filled in, not sent yet"
            : account + "Not complete: " + string.Join(", ", open);
    }

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct)
            ? await SendAsync(
                token => tell.RunAsync(new(caseId), Actor, token),
                CaseHref,
                "The applicants were told what is missing.",
                ct
            )
            : NotFound();
}
