using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Staff;

/// <summary>A letter to a referee, with a link that is made for this print and stands nowhere else.</summary>
[ForRoles(Role.Assessor, Role.TeamManager)]
public sealed class RefereeLetterModel(ApplyReads reads, PrintReferenceLetter print)
    : RefereeActPage(reads)
{
    /// <summary>Set once it was made.</summary>
    public ReferenceLetter? Letter { get; private set; }

    protected override RefereeVerb Verb => RefereeVerb.Chase;

    public string NamedBy => Facts.Find(Referee.PersonId)?.Person.FullName ?? "an applicant";

    public async Task<IActionResult> OnGetAsync(
        Guid caseId,
        Guid refereeId,
        CancellationToken ct
    ) => await FindAsync(caseId, refereeId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid caseId, Guid refereeId, CancellationToken ct)
    {
        if (!await FindAsync(caseId, refereeId, ct))
            return NotFound();
        Form = new Form();
        // A second print makes a second link and ends the first, so it need not count once.
        var made = await print.RunAsync(new(refereeId), Actor, ct);
        if (Form.Apply(made))
            Letter = made.Value;
        return Page();
    }
}
