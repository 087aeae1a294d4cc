using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Staff;

/// <summary>A worker asks a referee again (R-ASSESS-02).</summary>
[ForRoles(Role.Assessor, Role.TeamManager)]
public sealed class RefereeChaseModel : RefereeActPage
{
    private static readonly TextField How = new("how")
    {
        Label = "How did you chase them?",
        Hint = "For example, by telephone, left a message",
        MissingMessage = "Enter how you chased them",
    };

    private static readonly TickField Write = new("write")
    {
        Label = "Send them a new link by e-mail as well",
    };

    private readonly ChaseReferee chase;

    public RefereeChaseModel(ApplyReads reads, ChaseReferee chase)
        : base(reads)
    {
        this.chase = chase;
        Form = new Form(How, Write);
    }

    public async Task<IActionResult> OnGetAsync(
        Guid caseId,
        Guid refereeId,
        CancellationToken ct
    ) => await FindAsync(caseId, refereeId, RefereeVerb.Chase, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(
        Guid caseId,
        Guid refereeId,
        CancellationToken ct
    ) =>
        await FindAsync(caseId, refereeId, RefereeVerb.Chase, ct)
            ? await SendAsync(
                token =>
                    chase.RunAsync(
                        new(refereeId, Form.Must(How), Form.Get(Write) is true),
                        Actor,
                        token
                    ),
                Back,
                "The chase is recorded.",
                ct
            )
            : NotFound();
}
