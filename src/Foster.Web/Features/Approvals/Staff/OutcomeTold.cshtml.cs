using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Approvals.Staff;

/// <summary>The assessor, team manager or panel adviser records that the applicants were told (R-ADM-04).</summary>
[ForRoles(Role.Assessor, Role.TeamManager, Role.PanelAdviser)]
public sealed class OutcomeToldModel : FormPage
{
    private static readonly DateField On = new("on")
    {
        Label = "When were they told?",
        Called = "Date they were told",
    };

    private readonly DecisionReads decisions;
    private readonly RecordOralNotice record;

    public OutcomeToldModel(DecisionReads decisions, RecordOralNotice record)
    {
        (this.decisions, this.record) = (decisions, record);
        Form = new Form(On);
    }

    public NoticeRow Row { get; private set; } = null!;
    public IReadOnlyList<ClockRow> Clocks { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        if (!await LoadAsync(caseId, ct))
            return NotFound();
        Form.Suggest(On, Today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct)
            ? await SendAsync(
                token => record.RunAsync(new(caseId, Form.Must(On)), Actor, token),
                Actor.Is(Role.PanelAdviser) ? "/panel/notices" : $"/staff/cases/{caseId}",
                "It is recorded that they were told.",
                ct
            )
            : NotFound();

    private async Task<bool> LoadAsync(Guid caseId, CancellationToken ct)
    {
        if (await decisions.NoticeAsync(caseId, ct) is not { } row)
            return false;
        Row = row;
        Clocks = await decisions.ClocksAsync(caseId, ct, DeadlineRules.OralOutcome);
        return true;
    }
}
