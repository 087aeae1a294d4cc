using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Closes an enquiry.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class CloseModel(EnquiryReads reads, CloseEnquiry close) : EnquiryLetterPage(reads)
{
    private readonly ChoiceField<DeclineReason> reason = new("reason", EnquiryWords.DeclineReasons)
    {
        Label = "Main reason, if you decline",
        Optional = true,
    };

    private static readonly TextField Reasons = new("reasons")
    {
        Label = "Reasons",
        MissingMessage = "Enter your reasons",
        Rows = 6,
        Max = 4000,
    };

    private static readonly ChoiceField<LostReason> Lost = LostFields.Reason(IsLoss);

    private static readonly TickField Agreed = new("agreed")
    {
        Label = "They agreed that we contact them again later",
        Called = "Agreed to be contacted again",
        Hint = "They can stop it at any time. It ends after 24 months without a word from them.",
        OnlyWhen = IsLoss,
    };

    private static readonly DateField AskOn = LostFields.AskOn(IsLoss);

    private static readonly ChoiceField<AskEvery> Every = LostFields.Every(WhoAgreed);

    private static readonly ChoiceField<bool> ByEmail = LostFields.ByEmail(WhoAgreed);

    private ChoiceField<Closing> closing = new("closing");

    public override string ActText =>
        Draft is null ? "Close the enquiry" : "Issue the letter and close";

    public override string ActVariant => "warning";

    protected override EnquiryVerb Verb => EnquiryVerb.CloseDuplicate;

    /// <summary>Only the team manager is offered a decline (T-ENQ-07).</summary>
    protected override Form Make()
    {
        var declines = Actor.Is(Role.TeamManager);
        closing = new(
            "closing",
            [.. EnquiryWords.Closings.Where(o => declines || o.Value is not Closing.Declined)]
        )
        {
            Label = "Why is it closed?",
            MissingMessage = "Select why it is closed",
        };
        return declines
            ? new(closing, reason, Reasons, Lost, Agreed, AskOn, Every, ByEmail)
            : new(closing, Reasons, Lost, Agreed, AskOn, Every, ByEmail);
    }

    public Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        ShowAsync(caseId, ct);

    public Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        ActAsync(
            caseId,
            token => close.RunAsync(Input(caseId), Actor, token),
            "The enquiry is closed.",
            ct
        );

    protected override async Task<Result<LetterDraft?>> DraftAsync(
        Guid caseId,
        CancellationToken ct
    ) => await close.DraftAsync(Input(caseId), Actor, ct);

    private CloseEnquiryInput Input(Guid caseId) =>
        new(
            caseId,
            Form.Must(closing),
            Form.Fields.Contains(reason) ? Form.Get(reason) : null,
            Form.Must(Reasons),
            Read,
            new(
                Form.Get(Agreed) is true,
                Form.Get(AskOn),
                Form.Get(Lost),
                Form.Get(Every),
                Form.Get(ByEmail) ?? false
            )
        );

    /// <summary>Nobody asks why somebody was lost who goes on elsewhere.</summary>
    private static bool IsLoss(Form form) =>
        !Enum.TryParse<Closing>(form.Answers["closing"], out var chosen)
        || CloseEnquiry.IsLoss(chosen);

    private static bool WhoAgreed(Form form) => IsLoss(form) && form.Get(Agreed) is true;
}
