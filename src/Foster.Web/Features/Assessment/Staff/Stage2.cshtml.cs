using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>The team manager opens stage 2 (T-APP-04).</summary>
[ForRoles(Role.TeamManager)]
public sealed class Stage2Model(AssessmentHeaderReads headers, OpenStage2 open) : ActPage(headers)
{
    private static readonly DateField On = Day(
        "When does stage 2 start?",
        "The day stage 2 starts"
    );

    public override string Heading => "Open stage 2";

    public override string Button => "Open stage 2";

    public override IReadOnlyList<string> Explains =>
        [
            "Home visits and the report begin. Stage 2 may run beside stage 1 (R-ASSESS-08).",
            "Once it is open, a refusal at stage 1 needs a legal reason (R-ASSESS-20).",
        ];

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        Form = new Form(On).Fill(On, (DateOnly?)Today);
        return await FindAsync(caseId, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct)
    {
        Form = new Form(On);
        return await FindAsync(caseId, ct)
            ? await SendAsync(
                token => open.RunAsync(new(caseId, Form.Must(On)), Actor, token),
                AssessmentLinks.Of(caseId),
                "Stage 2 is open.",
                ct
            )
            : NotFound();
    }
}
