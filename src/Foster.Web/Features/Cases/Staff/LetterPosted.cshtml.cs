using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Cases.Staff;

/// <summary>Marks a letter as posted.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager, Role.PanelAdviser)]
public sealed class LetterPostedModel(LetterReads letters, MarkLetterPosted post) : FormPage
{
    private static readonly DateField On = new("on")
    {
        Label = "When was it posted?",
        Called = "The date of posting",
    };

    public LetterView Letter { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid letterId, CancellationToken ct)
    {
        if (!await LoadAsync(letterId, ct))
            return NotFound();
        Form.Suggest(On, Today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid letterId, CancellationToken ct) =>
        await LoadAsync(letterId, ct)
            ? await SendAsync(
                token => post.RunAsync(new(letterId, Form.Must(On)), Actor, token),
                "/staff/letters",
                "The letter is marked as posted.",
                ct
            )
            : NotFound();

    private async Task<bool> LoadAsync(Guid letterId, CancellationToken ct)
    {
        Form = new Form(On);
        if (await letters.FindAsync(letterId, ct) is not { } letter)
            return false;
        Letter = letter;
        return true;
    }
}
