using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>Preparation, person by person and session by session (R-S2F-03).</summary>
[ForRoles(Role.Assessor, Role.TeamManager)]
[Records(AccessKind.Confidential)]
public sealed class TrainingModel(
    AssessmentHeaderReads headers,
    AssessmentWorkReads work,
    CaseReads cases,
    RecordTraining record
) : ActPage(headers)
{
    private static readonly MultiChoiceField<string> Sessions = new(
        "sessions",
        [.. PreparationSessions.All.Select(s => new Option<string>(s.Key, s.Title))]
    )
    {
        Label = "Which sessions?",
        MissingMessage = "Select at least one session",
    };
    private static readonly DateField On = Day("On which day?", "The day of the session");
    private static readonly TextField Feedback = new("feedback")
    {
        Label = "What did the trainer observe?",
        Hint = "Evidence for the report (R-S2F-05).",
        Rows = 4,
        Max = 4_000,
        Optional = true,
    };
    private ChoiceField<string> person = null!;

    public IReadOnlyList<CasePerson> Applicants { get; private set; } = [];

    public IReadOnlyList<AttendanceLine> Attended { get; private set; } = [];

    public bool MayRecord => Actor.Is(Role.Assessor, Role.TeamManager);

    public override string Heading => "Preparation training";

    public override string Button => "Record these sessions";

    public override IReadOnlyList<string> Explains =>
        [
            "Every applicant attends all sessions, and a missed one is made up (R-S2F-03). Preparation is complete before the report goes to the applicants and to panel.",
            .. OnlyEarlier,
        ];

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        await OpenAsync(caseId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        await OpenAsync(caseId, ct)
            ? await SendAsync(
                token =>
                    record.RunAsync(
                        new(
                            caseId,
                            Guid.Parse(Form.Must(person)),
                            Form.Must(Sessions),
                            Form.Must(On),
                            Form.Get(Feedback)
                        ),
                        Actor,
                        token
                    ),
                AssessmentLinks.Training(caseId),
                "The sessions were recorded.",
                ct
            )
            : NotFound();

    private async Task<bool> OpenAsync(Guid caseId, CancellationToken ct)
    {
        if (!await FindAsync(caseId, ct))
            return false;
        Applicants = await cases.ApplicantsAsync(caseId, ct);
        Attended = await work.AttendanceAsync(caseId, ct);
        person = People(Applicants, "Who attended?", "Who attended");
        Form = new Form(person, Sessions, On, Feedback);
        return true;
    }
}
