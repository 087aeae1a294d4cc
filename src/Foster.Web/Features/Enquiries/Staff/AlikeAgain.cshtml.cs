using Foster.Web.Features.Enquiries.Duplicates;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Takes back that two enquiries are of different people.</summary>
[Records(AccessKind.Health, AccessKind.Confidential)]
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class AlikeAgainModel : FormPage
{
    private static readonly TextField Why = new("why")
    {
        Label = "Why may they be the same person after all?",
        Called = "Your reason",
        MissingMessage = "Say why they may be the same person",
        Rows = 3,
        Max = 1_000,
    };

    private readonly EnquiryReads reads;
    private readonly DuplicateReads duplicates;
    private readonly LookAgain again;

    public AlikeAgainModel(EnquiryReads reads, DuplicateReads duplicates, LookAgain again)
    {
        (this.reads, this.duplicates, this.again) = (reads, duplicates, again);
        Form = new Form(Why);
    }

    public EnquiryView One { get; private set; } = null!;

    public EnquiryView Other { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(
        Guid caseId,
        Guid otherCaseId,
        CancellationToken ct
    ) => await LoadAsync(caseId, otherCaseId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(
        Guid caseId,
        Guid otherCaseId,
        CancellationToken ct
    ) =>
        await LoadAsync(caseId, otherCaseId, ct)
            ? await SendAsync(
                token => again.RunAsync(new(caseId, otherCaseId, Form.Must(Why)), Actor, token),
                DuplicateLinks.Compare(caseId, otherCaseId),
                "You can decide about them again.",
                ct
            )
            : NotFound();

    private async Task<bool> LoadAsync(Guid caseId, Guid otherCaseId, CancellationToken ct)
    {
        if (
            await reads.FindAsync(caseId, ct) is not { } one
            || await reads.FindAsync(otherCaseId, ct) is not { } other
            || (await duplicates.ApartFromAsync(caseId, ct)).All(a => a.CaseId != otherCaseId)
        )
            return false;
        (One, Other) = (one, other);
        return true;
    }
}
