using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Approvals.Panel;

/// <summary>The adviser sends the written notice.</summary>
[ForRoles(Role.PanelAdviser)]
public sealed class NoticeModel(
    DecisionReads decisions,
    CaseReads cases,
    LetterPress press,
    SendWrittenNotice send
) : FormPage
{
    public NoticeRow Row { get; private set; } = null!;

    /// <summary>As it would be sent now.</summary>
    public LetterDraft Letter { get; private set; } = null!;

    public IReadOnlyList<CasePerson> Applicants { get; private set; } = [];
    public IReadOnlyList<ClockRow> Clocks { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct)
            ? await SendAsync(
                token =>
                    send.RunAsync(
                        new(caseId, Request.Form[ILetterPage.ReadField].ToString()),
                        Actor,
                        token
                    ),
                "/panel/notices",
                "The notice is sent to each applicant.",
                ct
            )
            : NotFound();

    private async Task<bool> LoadAsync(Guid caseId, CancellationToken ct)
    {
        if (await decisions.NoticeAsync(caseId, ct) is not { } row)
            return false;
        Row = row;
        var decision = (await decisions.OfCaseAsync(caseId, ct)).First(d => d.Terms is not null);
        Letter = await ApprovalLetter.DraftAsync(press, decision, ct);
        Applicants = await cases.ApplicantsAsync(caseId, ct);
        Clocks = await decisions.ClocksAsync(caseId, ct, DeadlineRules.WrittenOutcome);
        return true;
    }
}
