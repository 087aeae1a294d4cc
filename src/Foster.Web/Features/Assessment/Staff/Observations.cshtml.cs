using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>The assessor writes down what an applicant says to the report (R-ASSESS-12).</summary>
[Records(AccessKind.Confidential)]
[ForRoles(Role.Assessor, Role.TeamManager)]
public sealed class ObservationsModel(
    AssessmentHeaderReads headers,
    AssessmentWorkReads work,
    CaseReads cases,
    SendObservations send
) : ActPage(headers)
{
    private static readonly DateField On = Day("When did they tell you?", "The day they told you");
    private static readonly TextField Words = new("text")
    {
        Label = "What did they say?",
        Hint = "Their own words. Leave it empty if they have nothing to add.",
        Rows = 8,
        Max = AssessmentReportMap.SectionLength,
        Optional = true,
    };
    private ChoiceField<string> person = null!;

    public IReadOnlyList<(string Name, ObservationLine? Sent)> Sent { get; private set; } = [];

    public override string Heading => "Observations on the report";

    public override string Button => "Record these observations";

    public override IReadOnlyList<string> Explains =>
        [
            "Applicants send their observations themselves at Your report. Write them down here when they come by telephone or on paper.",
            .. OnlyEarlier,
        ];

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        if (!await OpenAsync(caseId, ct))
            return NotFound();
        if (Actor.Is(Role.Assessor))
            Form.Suggest(On, Today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        await OpenAsync(caseId, ct)
            ? await SendAsync(
                token =>
                    send.RunAsync(
                        new(
                            caseId,
                            Guid.Parse(Form.Must(person)),
                            Form.Get(Words) ?? "",
                            Form.Must(On)
                        ),
                        Actor,
                        token
                    ),
                AssessmentLinks.Of(caseId),
                "The observations were recorded.",
                ct
            )
            : NotFound();

    private async Task<bool> OpenAsync(Guid caseId, CancellationToken ct)
    {
        if (!await FindAsync(caseId, ct))
            return false;
        var applicants = await cases.ApplicantsAsync(caseId, ct);
        var sent = await work.ObservationsAsync(caseId, ct);
        Sent =
        [
            .. applicants.Select(p =>
                (p.FullName, sent.FirstOrDefault(o => o.PersonId == p.PersonId))
            ),
        ];
        person = People(applicants, "Whose observations are they?", "Whose observations they are");
        Form = new Form(person, Words, On);
        return true;
    }
}
