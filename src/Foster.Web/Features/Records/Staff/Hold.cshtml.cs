using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Records.Staff;

/// <summary>Puts the records of a case on hold, or lifts the hold that stands.</summary>
[Records(AccessKind.Confidential)]
public sealed class HoldModel : FormPage
{
    private static readonly TextField Reason = new("reason")
    {
        Label = "Why?",
        Called = "Reason",
        Hint = "At least 20 characters: which court, inquiry or claim, and its number",
        MissingMessage = "Enter why",
        Rows = 4,
        Max = 4_000,
    };

    private static readonly TextField Ended = new("reason")
    {
        Label = "Why is the hold no longer needed?",
        Called = "Reason",
        Hint = "At least 20 characters",
        MissingMessage = "Enter why the hold is no longer needed",
        Rows = 4,
        Max = 4_000,
    };

    private static readonly DateField Review = new("review")
    {
        Label = "When should somebody look whether it is still needed?",
        Called = "Day of the review",
        MissingMessage = "Enter the day of the review",
    };

    private readonly RecordsReads records;
    private readonly HoldRecords hold;
    private readonly LiftHold lift;

    public HoldModel(RecordsReads records, HoldRecords hold, LiftHold lift) =>
        (this.records, this.hold, this.lift) = (records, hold, lift);

    public string Reference { get; private set; } = "";
    public HoldLine? Standing { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct)
    {
        if (!await LoadAsync(caseId, ct))
            return NotFound();
        return Standing is null
            ? await SendAsync(
                token =>
                    hold.RunAsync(new(caseId, Form.Must(Reason), Form.Must(Review)), Actor, token),
                $"{RecordsLinks.List}?show=Held",
                "The records are on hold.",
                ct
            )
            : await SendAsync(
                token => lift.RunAsync(new(caseId, Form.Must(Ended)), Actor, token),
                RecordsLinks.List,
                "The hold is lifted.",
                ct
            );
    }

    private async Task<bool> LoadAsync(Guid caseId, CancellationToken ct)
    {
        if (
            !Actor.Has(Capability.RecordsOfficer)
            || await records.ReferenceAsync(caseId, ct) is not { } reference
        )
            return false;
        Reference = reference;
        Standing = await records.HoldAsync(caseId, ct);
        Form = Standing is null ? new Form(Reason, Review) : new Form(Ended);
        return true;
    }
}
