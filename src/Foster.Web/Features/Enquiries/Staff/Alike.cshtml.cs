using Foster.Web.Features.Enquiries.Duplicates;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Two enquiries that are alike, side by side: one person, or not.</summary>
[Records(AccessKind.Health, AccessKind.Confidential)]
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class AlikeModel : FormPage
{
    private const string Same = "same";

    private static readonly TextField Why = new("why")
    {
        Label = "If they are the same: how do you know?",
        Called = "How you know it",
        MissingMessage = "Say how you know that they are the same person",
        Rows = 3,
        Max = 1_000,
        OnlyWhen = form => form.Raw("decision") == Same,
    };

    private readonly EnquiryReads reads;
    private readonly DuplicateReads duplicates;
    private readonly MergeReads merges;
    private readonly MergeEnquiry merge;
    private readonly DismissDuplicate dismiss;
    private readonly Viewing viewing;
    private ChoiceField<string> decision = new("decision");

    public AlikeModel(
        EnquiryReads reads,
        DuplicateReads duplicates,
        MergeReads merges,
        MergeEnquiry merge,
        DismissDuplicate dismiss,
        Viewing viewing
    )
    {
        this.reads = reads;
        this.duplicates = duplicates;
        this.merges = merges;
        this.merge = merge;
        this.dismiss = dismiss;
        this.viewing = viewing;
    }

    public static Field WhyField => Why;

    public Field DecisionField => decision;

    public EnquiryView One { get; private set; } = null!;

    public EnquiryView Other { get; private set; } = null!;

    /// <summary>Null where nothing says that they are alike (any more).</summary>
    public Lookalike? Alike { get; private set; }

    /// <summary>What became of either of them in a merge that stands.</summary>
    public IReadOnlyList<(Guid CaseId, string Reference, MergedAway Away)> Merged
    {
        get;
        private set;
    } = [];

    /// <summary>Who said that they are different people; null where nobody did.</summary>
    public SaidApart? Apart { get; private set; }

    /// <summary>A question only where there is something to decide.</summary>
    public string Heading =>
        Alike is not null ? "Are they the same person?"
        : Merged.Any(m =>
            m.Away.KeptCaseId == One.Enquiry.CaseId || m.Away.KeptCaseId == Other.Enquiry.CaseId
        )
            ? "These two are merged"
        : "Both enquiries";

    public IReadOnlyList<AlikeRow> Rows { get; private set; } = [];

    public string KeptReference { get; private set; } = "";

    public string MergedReference { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(
        Guid caseId,
        Guid otherCaseId,
        CancellationToken ct
    ) => await LoadAsync(caseId, otherCaseId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(
        Guid caseId,
        Guid otherCaseId,
        CancellationToken ct
    )
    {
        if (!await LoadAsync(caseId, otherCaseId, ct))
            return NotFound();
        return await SendAsync(
            async token =>
            {
                var merges = Form.Must(decision) == Same;
                var result = merges
                    ? await merge.RunAsync(new(caseId, otherCaseId, Form.Must(Why)), Actor, token)
                    : await dismiss.RunAsync(new(caseId, otherCaseId), Actor, token);
                return !result.Ok ? Result<Sent>.Refused(result.Refusals)
                    : merges
                        ? new Sent(
                            DuplicateLinks.Case(
                                KeptReference == One.Reference ? caseId : otherCaseId
                            ),
                            $"{MergedReference} is merged into {KeptReference}."
                        )
                    : new Sent(
                        DuplicateLinks.Case(caseId),
                        "It is noted that they are different people."
                    );
            },
            ct
        );
    }

    private async Task<(Guid, string, MergedAway)[]> AwayAsync(
        EnquiryView of,
        CancellationToken ct
    ) =>
        await merges.AwayAsync(of.Enquiry.CaseId, ct) is { } away
            ? [(of.Enquiry.CaseId, of.Reference, away)]
            : [];

    private async Task<bool> LoadAsync(Guid caseId, Guid otherCaseId, CancellationToken ct)
    {
        if (
            caseId == otherCaseId
            || await reads.FindAsync(caseId, ct) is not { } one
            || await reads.FindAsync(otherCaseId, ct) is not { } other
        )
            return false;
        (One, Other) = (one, other);
        if (one.Restricted || other.Restricted)
            viewing.Kinds.Add(AccessKind.Restricted);
        Rows = AlikeRow.Of(one, other);
        Alike = (await duplicates.OfAsync(caseId, ct)).FirstOrDefault(l => l.CaseId == otherCaseId);
        Apart = (await duplicates.ApartFromAsync(caseId, ct)).FirstOrDefault(a =>
            a.CaseId == otherCaseId
        );
        Merged = [.. await AwayAsync(one, ct), .. await AwayAsync(other, ct)];
        var (merged, _) = MergeEnquiry.InOrder(one.Enquiry, other.Enquiry);
        (MergedReference, KeptReference) =
            merged.Id == one.Enquiry.Id
                ? (one.Reference, other.Reference)
                : (other.Reference, one.Reference);
        decision = new(
            "decision",
            new Option<string>(Same, $"Yes, merge {MergedReference} into {KeptReference}"),
            new Option<string>(
                "different",
                "No, they are different people",
                "You are not asked again"
            )
        )
        {
            Label = "Are they the same person?",
            Called = "Your decision",
            MissingMessage = "Select whether they are the same person",
        };
        Form = new Form(decision, Why);
        return true;
    }
}
