using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>A check is chased; each time is kept.</summary>
[ForRoles(Role.Assessor, Role.TeamManager)]
public sealed class CheckChaseModel(
    AssessmentHeaderReads headers,
    CheckReads checks,
    ChaseCheck chase
) : CheckActPage(headers, checks)
{
    private static readonly DateField On = Day("When did you chase it?", "The day you chased it");
    private static readonly TextField How = new("how")
    {
        Label = "Whom did you ask, and how?",
        Hint = "For example: GP surgery, by telephone",
        Called = "Whom you asked",
    };

    public override string Heading => "Chase this check";

    public override string Button => "Record the chase";

    public override IReadOnlyList<string> Explains => OnlyEarlier;

    public async Task<IActionResult> OnGetAsync(Guid caseId, Guid checkId, CancellationToken ct)
    {
        if (!await FindAsync(caseId, checkId, ct))
            return NotFound();
        Form = new Form(On, How);
        if (Actor.Is(Role.Assessor))
            Form.Fill(On, (DateOnly?)Today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid caseId, Guid checkId, CancellationToken ct)
    {
        if (!await FindAsync(caseId, checkId, ct))
            return NotFound();
        Form = new Form(On, How);
        return await SendAsync(
            token => chase.RunAsync(new(checkId, Form.Must(On), Form.Must(How)), Actor, token),
            Back,
            "The chase was recorded.",
            ct
        );
    }
}
