using Foster.Web.Features.Enquiries.Duplicates;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Corrects one thing that came from a merged enquiry.</summary>
[Records(AccessKind.Confidential)]
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class CarriedModel : FormPage
{
    private static readonly TextField Text = new("text")
    {
        Label = "What it says",
        MissingMessage = "Enter what it says",
        Rows = 5,
        Max = CarriedFact.LongestText,
    };

    private readonly MergeReads merges;
    private readonly ChangeCarried change;

    public CarriedModel(MergeReads merges, ChangeCarried change)
    {
        this.merges = merges;
        this.change = change;
        Form = new Form(Text);
    }

    public CarriedFact Fact { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(
        Guid caseId,
        Guid carriedFactId,
        CancellationToken ct
    ) => await LoadAsync(caseId, carriedFactId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(
        Guid caseId,
        Guid carriedFactId,
        CancellationToken ct
    )
    {
        if (!await LoadAsync(caseId, carriedFactId, ct))
            return NotFound();
        return await SendAsync(
            token => change.RunAsync(new(caseId, carriedFactId, Form.Must(Text)), Actor, token),
            DuplicateLinks.Case(caseId),
            "The correction is saved.",
            ct
        );
    }

    private async Task<bool> LoadAsync(Guid caseId, Guid carriedFactId, CancellationToken ct)
    {
        if (
            await merges.CarriedAsync(caseId, carriedFactId, ct) is not { } fact
            || !fact.IsReadBy(Actor)
        )
            return false;
        Fact = fact;
        Form.Fill(Text, fact.Text);
        return true;
    }
}
