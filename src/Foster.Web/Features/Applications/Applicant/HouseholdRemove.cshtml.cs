using Foster.Web.Foundation.Journeys;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Applicant;

/// <summary>Takes somebody off the list of those who live with the applicants, once they have said that they mean it.</summary>
public sealed class HouseholdRemoveModel(
    ApplyReads reads,
    ProgressReads progress,
    RemoveHouseholdMember remove
) : ApplyPage(reads, progress)
{
    private YesNoField sure = null!;

    public override ApplySection Section => ApplySections.Of("household");

    public async Task<IActionResult> OnGetAsync(Guid personId, CancellationToken ct) =>
        await FindAsync(personId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid personId, CancellationToken ct)
    {
        if (!await FindAsync(personId, ct))
            return NotFound();
        Form.Read(Request.Form, Today);
        if (Form.Ok && !Form.Must(sure))
            return LocalRedirect("/apply/household");
        return await SendAsync(
            token => remove.RunAsync(new(personId), Actor, token),
            "/apply/household",
            "The person was taken out. Say below whether that is everybody.",
            ct
        );
    }

    private async Task<bool> FindAsync(Guid personId, CancellationToken ct)
    {
        if (
            !await LoadAsync(ct)
            || Facts.Others.FirstOrDefault(p => p.PersonId == personId) is not { } person
        )
            return false;
        Form = new Form(
            sure = new("sure")
            {
                Label = $"Are you sure you want to remove {person.FullName}?",
                Called = "Remove",
                Hint =
                    "Remove somebody who does not live with you. Nothing else of them is kept here.",
                MissingMessage = "Select yes if you want to remove this person",
            }
        );
        return true;
    }
}
