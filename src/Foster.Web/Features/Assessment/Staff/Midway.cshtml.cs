using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>The team manager reviews stage 2 when half of its time is over (R-ASSESS-18).</summary>
[ForRoles(Role.TeamManager)]
public sealed class MidwayModel(AssessmentHeaderReads headers, RecordMidwayReview record)
    : ActPage(headers)
{
    private static readonly DateField On = Day(
        "On which day did you review it?",
        "The day you reviewed it"
    );
    private static readonly TextField Found = Reasons("What did you find, and what was agreed?");

    public override string Heading => "Record the midway review";

    public override string Button => "Record the review";

    public override IReadOnlyList<string> Explains =>
        [
            "Read what is written so far with the assessor: is the evidence there, are the visits done, will the report be ready in time? Half of the time for stage 2 is over at the review (R-ASSESS-18).",
            "Nobody reviews an assessment of their own (R-SOD-03).",
        ];

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        Form = new Form(On, Found).Fill(On, (DateOnly?)Today);
        return await FindAsync(caseId, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct)
    {
        Form = new Form(On, Found);
        return await FindAsync(caseId, ct)
            ? await SendAsync(
                token =>
                    record.RunAsync(new(caseId, Form.Must(On), Form.Must(Found)), Actor, token),
                AssessmentLinks.Of(caseId),
                "The midway review is recorded.",
                ct
            )
            : NotFound();
    }
}
