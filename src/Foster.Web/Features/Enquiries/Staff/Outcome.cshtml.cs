using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>The team manager decides what follows the visit.</summary>
[ForRoles(Role.TeamManager)]
public sealed class OutcomeModel(EnquiryReads reads, DecideVisitOutcome decide)
    : EnquiryLetterPage(reads)
{
    private static readonly ChoiceField<string> Decision = new(
        "decision",
        new Option<string>("invite", "Invite them to apply"),
        new Option<string>(
            "decline",
            "Decline",
            "There is no review of a decline at this stage; they can complain"
        )
    )
    {
        Label = "What is the outcome?",
        MissingMessage = "Select the outcome",
    };

    private static readonly ChoiceField<DeclineReason> Reason = new(
        "reason",
        EnquiryWords.DeclineReasons
    )
    {
        Label = "Main reason, if you decline",
        Called = "Main reason",
        MissingMessage = "Select the main reason for declining",
        OnlyWhen = form => form.Raw("decision") == "decline",
    };

    private static readonly TextField Reasons = new("reasons")
    {
        Label = "Reasons",
        Hint =
            "If you invite: for staff only, why they can go on; the letter does not say it. If you decline: they stand in the letter as you write them, at least 20 characters, kind and plain, nothing about offences or other people.",
        MissingMessage = "Enter your reasons",
        Rows = 8,
        Max = 4000,
    };

    public override string ActText =>
        Form.Get(Decision) == "invite"
            ? "Issue the letter and invite"
            : "Issue the letter and decline";

    protected override EnquiryVerb Verb => EnquiryVerb.Invite;

    protected override Form Make() => new(Decision, Reason, Reasons);

    public Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        ShowAsync(caseId, ct);

    public Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        ActAsync(
            caseId,
            token => decide.RunAsync(Input(caseId), Actor, token),
            "The outcome is recorded and the letter is issued.",
            ct
        );

    protected override async Task<Result<LetterDraft?>> DraftAsync(
        Guid caseId,
        CancellationToken ct
    )
    {
        var draft = await decide.DraftAsync(Input(caseId), Actor, ct);
        return draft.Ok
            ? Result.Of<LetterDraft?>(draft.Value)
            : Result<LetterDraft?>.Refused(draft.Refusals);
    }

    private DecideVisitOutcomeInput Input(Guid caseId) =>
        new(caseId, Form.Must(Decision) == "invite", Form.Get(Reason), Form.Must(Reasons), Read);
}
