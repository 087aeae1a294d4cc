using System.Globalization;
using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>One referee: the interview and its report (R-REF-01).</summary>
[Records(AccessKind.Confidential)]
[ForRoles(Role.Assessor, Role.TeamManager)]
public sealed class RefereeModel(
    AssessmentHeaderReads headers,
    AssessmentWorkReads work,
    ReferenceLinkReads references,
    RecordRefereeInterview record
) : ActPage(headers)
{
    private static readonly DateField Interviewed = Day(
        "When was the interview?",
        "The day of the interview",
        "interviewed"
    );
    private static readonly DateField Reported = Day(
        "When was the report written?",
        "The day the report was written",
        "reported"
    );
    private static readonly TextField Report = new("report")
    {
        Label = "Report of the interview",
        Called = "The report",
        Hint =
            $"At least {RecordRefereeInterview.LeastReport} characters. An empty line starts a new paragraph.",
        MissingMessage = "Write the report of the interview",
        Rows = 12,
        Min = RecordRefereeInterview.LeastReport,
        Max = 20_000,
    };
    private static readonly YesNoField Whole = new("whole")
    {
        Label = "Did the referee speak in confidence?",
        MissingMessage = "Select whether the whole report is confidential",
        Yes = "Yes, the whole report is confidential",
        No = "Only some paragraphs, or none",
        Inline = false,
    };
    private static readonly TextField Paragraphs = new("confidential")
    {
        Label = "Numbers of the confidential paragraphs",
        Called = "The numbers of the paragraphs",
        Hint =
            "For example: 2, 4. Leave it empty where the whole report or none of it is confidential.",
        Pattern = @"\d{1,3}(\s*,\s*\d{1,3})*",
        PatternMessage = "Enter the numbers with a comma between them, like 2, 4",
        Optional = true,
        Spellcheck = false,
    };

    public Referee Referee { get; private set; } = null!;

    public RefereeInterview? Interview { get; private set; }

    /// <summary>What they wrote by their link: a basis for the talk, and never in its place.</summary>
    public IReadOnlyList<SentReference> Written { get; private set; } = [];

    public bool MayRecord => Interview is null && Actor.Is(Role.Assessor, Role.TeamManager);

    public override string Heading => Referee.Name;

    public override string Button => "Record the interview";

    public override IReadOnlyList<string> Explains =>
        [
            "A referee is interviewed and the interview is written up; a letter alone is not enough (R-REF-01). Applicants never see these words (R-REF-05).",
            .. OnlyEarlier,
        ];

    public async Task<IActionResult> OnGetAsync(
        Guid caseId,
        Guid refereeId,
        CancellationToken ct
    ) => await OpenAsync(caseId, refereeId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(
        Guid caseId,
        Guid refereeId,
        CancellationToken ct
    ) =>
        await OpenAsync(caseId, refereeId, ct)
            ? await SendAsync(
                token => record.RunAsync(Input(refereeId), Actor, token),
                AssessmentLinks.Of(caseId) + "#referees",
                "The interview was recorded.",
                ct
            )
            : NotFound();

    private RecordRefereeInterviewInput Input(Guid refereeId) =>
        new(
            refereeId,
            Form.Must(Interviewed),
            Form.Must(Reported),
            Form.Must(Report),
            Form.Must(Whole),
            Words
                .PlainDigits(Form.Get(Paragraphs) ?? "")
                .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(n => int.Parse(n, CultureInfo.InvariantCulture))
                .ToHashSet()
        );

    private async Task<bool> OpenAsync(Guid caseId, Guid refereeId, CancellationToken ct)
    {
        Form = new Form(Interviewed, Report, Reported, Whole, Paragraphs);
        if (
            !await FindAsync(caseId, ct)
            || await work.RefereeAsync(caseId, refereeId, ct) is not { } found
        )
            return false;
        Referee = found;
        Interview = await work.InterviewAsync(refereeId, ct);
        Written = await references.SentAsync(refereeId, ct);
        return true;
    }
}
