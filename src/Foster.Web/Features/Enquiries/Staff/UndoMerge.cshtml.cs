using Foster.Web.Features.Enquiries.Duplicates;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Takes two merged enquiries apart again.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class UndoMergeModel(EnquiryReads reads, MergeReads merges, UndoMerge undo)
    : EnquiryFormPage(reads)
{
    private static readonly TextField Reason = new("reason")
    {
        Label = "Why is it undone?",
        Called = "Reason",
        Hint = "At least 20 characters.",
        MissingMessage = "Say why it is undone",
        Rows = 4,
        Max = 1_000,
    };

    public MergedAway? Away { get; private set; }

    protected override EnquiryVerb Verb => EnquiryVerb.UndoMerge;

    protected override Form Make() => new(Reason);

    protected override IReadOnlyList<Refusal> Against() =>
        Away switch
        {
            null => [new("This enquiry was not merged into another.", "R-ENQ-14")],
            { MayBeUndone: false } =>
            [
                new($"A merge can be undone for {EnquiryMerge.UndoMonths} months.", "R-ENQ-14"),
            ],
            _ => [],
        };

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        Away = await merges.AwayAsync(caseId, ct);
        return await ShowAsync(caseId, ct);
    }

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct)
    {
        Away = await merges.AwayAsync(caseId, ct);
        return await ActAsync(
            caseId,
            token => undo.RunAsync(new(caseId, Form.Must(Reason)), Actor, token),
            "The merge is undone. Both enquiries go on by themselves.",
            ct
        );
    }
}
