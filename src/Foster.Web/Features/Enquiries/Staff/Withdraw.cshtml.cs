using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Writes down that the enquirer withdraws.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class WithdrawModel(EnquiryReads reads, WithdrawEnquiry withdraw)
    : EnquiryLetterPage(reads)
{
    private static readonly ChoiceField<string> Reason = new("reason", EnquiryWords.WithdrawReasons)
    {
        Label = "Why do they withdraw?",
        MissingMessage = "Select why they withdraw",
    };

    private static readonly TextField Statement = new("statement")
    {
        Label = "What they said",
        Optional = true,
        Rows = 4,
        Max = 4000,
    };

    private static readonly ChoiceField<LostReason> Lost = LostFields.Reason();

    private static readonly YesNoField Agreed = new("agreed")
    {
        Label = "Did they agree that we contact them again later?",
        Called = "Agreed to be contacted again",
        MissingMessage = "Select yes if they agreed that we contact them again",
        YesHint = "They can stop it at any time. It ends after 24 months without a word from them.",
    };

    private static readonly DateField AskOn = LostFields.AskOn();

    private static readonly ChoiceField<AskEvery> Every = LostFields.Every(WhoAgreed);

    private static readonly ChoiceField<bool> ByEmail = LostFields.ByEmail(WhoAgreed);

    public override string ActText =>
        Draft is null ? "Withdraw the enquiry" : "Issue the letter and withdraw";

    public override string ActVariant => "warning";

    protected override EnquiryVerb Verb => EnquiryVerb.Withdraw;

    protected override Form Make() => new(Reason, Lost, Statement, Agreed, AskOn, Every, ByEmail);

    public Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        ShowAsync(caseId, ct);

    public Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        ActAsync(
            caseId,
            token => withdraw.RunAsync(Input(caseId), Actor, token),
            "The enquiry is withdrawn.",
            ct
        );

    protected override async Task<Result<LetterDraft?>> DraftAsync(
        Guid caseId,
        CancellationToken ct
    ) => await withdraw.DraftAsync(Input(caseId), Actor, ct);

    private WithdrawEnquiryInput Input(Guid caseId) =>
        new(
            caseId,
            Form.Must(Reason),
            Form.Get(Statement),
            new(
                Form.Get(Agreed) is true,
                Form.Get(AskOn),
                Form.Get(Lost),
                Form.Get(Every),
                Form.Get(ByEmail) ?? false
            ),
            Read
        );

    private static bool WhoAgreed(Form form) => form.Get(Agreed) is true;
}
