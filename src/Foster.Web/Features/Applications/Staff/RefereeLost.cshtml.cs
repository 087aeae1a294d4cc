using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Staff;

/// <summary>A referee said no to staff, or cannot be reached.</summary>
[ForRoles(Role.Assessor, Role.TeamManager)]
public sealed class RefereeLostModel : RefereeActPage
{
    private const string No = "no";

    private static readonly ChoiceField<string> What = new(
        "what",
        new Option<string>(No, "They said no"),
        new Option<string>("unreachable", "They cannot be reached")
    )
    {
        Label = "What happened?",
        MissingMessage = "Select what happened",
    };

    private static readonly TextField Reason = new("reason")
    {
        Label = "What did they say, or what have you tried?",
        Called = "Your reasons",
        Hint = "At least 20 characters. Only staff read it.",
        Rows = 4,
        Max = 2_000,
    };

    private readonly RecordRefereeLost record;

    public RefereeLostModel(ApplyReads reads, RecordRefereeLost record)
        : base(reads)
    {
        this.record = record;
        Form = new Form(What, Reason);
    }

    public async Task<IActionResult> OnGetAsync(
        Guid caseId,
        Guid refereeId,
        CancellationToken ct
    ) => await FindAsync(caseId, refereeId, RefereeVerb.GiveUp, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(
        Guid caseId,
        Guid refereeId,
        CancellationToken ct
    ) =>
        await FindAsync(caseId, refereeId, RefereeVerb.GiveUp, ct)
            ? await SendAsync(
                token =>
                    record.RunAsync(
                        new(refereeId, Form.Must(What) == No, Form.Must(Reason)),
                        Actor,
                        token
                    ),
                Back,
                "The applicant is asked to name somebody else.",
                ct
            )
            : NotFound();
}
