using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Sessions;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Records.Staff;

/// <summary>One stored row: included in the copy or withheld, and why.</summary>
[FreshFactor]
[Records(AccessKind.Confidential, AccessKind.Health, AccessKind.Criminal, AccessKind.Restricted)]
public sealed class AccessRowModel : FormPage
{
    private static readonly ChoiceField<string> Code = new(
        "code",
        [.. AccessReasons.All.Select(r => new Option<string>(r.Code, r.Label))]
    )
    {
        Label = "Does it go into the copy?",
        Called = "Decision",
        MissingMessage = "Select whether it goes into the copy",
    };

    private static readonly TextField Reason = new("reason")
    {
        Label = "Why?",
        Called = "Reason",
        Hint = "At least 20 characters where it is withheld",
        Optional = true,
        Rows = 3,
        Max = 4_000,
    };

    private static readonly TickField Alike = new("alike")
    {
        Label = "The same for everything undecided of this table and kind",
    };

    private readonly AccessReads accesses;
    private readonly DecideAccessItem decide;

    public AccessRowModel(AccessReads accesses, DecideAccessItem decide)
    {
        (this.accesses, this.decide) = (accesses, decide);
        Form = new Form(Code, Reason, Alike);
    }

    public AccessLine Access { get; private set; } = null!;
    public AccessItemLine Item { get; private set; } = null!;
    public StoredRow? Row { get; private set; }
    public Guid? Next { get; private set; }

    public bool MayDecide =>
        Access.State == AccessState.Review && Actor.Has(Capability.RecordsOfficer);

    public async Task<IActionResult> OnGetAsync(
        Guid caseId,
        Guid accessId,
        Guid accessItemId,
        CancellationToken ct
    ) => await LoadAsync(caseId, accessId, accessItemId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(
        Guid caseId,
        Guid accessId,
        Guid accessItemId,
        CancellationToken ct
    ) =>
        await LoadAsync(caseId, accessId, accessItemId, ct) && MayDecide
            ? await SendAsync(
                token =>
                    decide.RunAsync(
                        new(
                            accessItemId,
                            Form.Must(Code),
                            Form.Get(Reason),
                            Form.Get(Alike) == true
                        ),
                        Actor,
                        token
                    ),
                Next is { } next && !(Request.Form[Alike.Name].Count > 0)
                    ? RecordsLinks.AccessItem(caseId, accessId, next)
                    : RecordsLinks.Access(caseId, accessId),
                "The decision is saved.",
                ct
            )
            : NotFound();

    private async Task<bool> LoadAsync(
        Guid caseId,
        Guid accessId,
        Guid itemId,
        CancellationToken ct
    )
    {
        if (
            !AccessReads.MayRead(Actor)
            || await accesses.FindAsync(caseId, accessId, ct) is not { } access
            || await accesses.ItemAsync(access, itemId, ct) is not var (item, row, next)
        )
            return false;
        (Access, Item, Row, Next) = (access, item, row, next);
        return true;
    }
}
