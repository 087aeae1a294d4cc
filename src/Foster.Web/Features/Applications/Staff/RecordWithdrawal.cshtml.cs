using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Staff;

/// <summary>A worker writes down that the applicants have stepped back (T-APP-23), and reads the letter that confirms it.</summary>
[ForRoles(Role.Assessor, Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class RecordWithdrawalModel : StaffPage, ILetterPage
{
    private static readonly TextField Statement = new("statement")
    {
        Label = "What they said, in their own words",
        Called = "What they said",
        MissingMessage = "Enter what they said",
        Rows = 4,
        Max = 2000,
    };

    private static readonly DateField On = new("on")
    {
        Label = "When did they say so?",
        Called = "The day they said so",
        MissingMessage = "Enter the day they said so",
        Latest = today => today,
    };

    private readonly WithdrawApplication withdraw;

    public RecordWithdrawalModel(ApplyReads reads, WithdrawApplication withdraw)
        : base(reads)
    {
        this.withdraw = withdraw;
        Form = new Form(WithdrawalFields.Reason, Statement, On);
    }

    /// <summary>What stands against it for this reader now.</summary>
    public IReadOnlyList<Refusal> Blocked =>
        ApplicationMachine.Table.Against(
            Facts.Application.State,
            ApplicationVerb.Withdraw,
            Actor.Role
        );

    public LetterDraft? Draft { get; private set; }

    public bool Checking => Draft is not null;

    public string Address => Request.Path;

    public string ActText => "Issue the letter and record the withdrawal";

    public string ActVariant => "warning";

    public bool OnlyEarlier =>
        Actor.Is(Role.TeamManager) && Facts.Application.State != ApplicationState.Draft;

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct) ? Page() : NotFound();

    /// <summary>Shows the letter that would go out. Nothing is stored.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct)
            ? await ShowFirstAsync(
                token => withdraw.DraftAsync(Input(caseId), Actor, token),
                draft => Draft = draft,
                ct
            )
            : NotFound();

    public async Task<IActionResult> OnPostChangeAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct) ? Change() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct)
            ? await SendAsync(
                token => withdraw.RunAsync(Input(caseId), Actor, token),
                CaseHref,
                "The withdrawal is recorded and the letter is issued.",
                ct
            )
            : NotFound();

    private WithdrawApplicationInput Input(Guid caseId) =>
        new(
            caseId,
            Form.Must(WithdrawalFields.Reason),
            Form.Must(Statement),
            Form.Must(On),
            Request.Form[ILetterPage.ReadField].ToString()
        );
}
