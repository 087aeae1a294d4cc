using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Assessment.Applicant;

/// <summary>The applicant reads their copy of the report and sends observations (R-ASSESS-12).</summary>
[Records(AccessKind.Health, AccessKind.Confidential)]
public sealed class ReportPageModel(
    AssessmentWorkReads work,
    AssessmentHeaderReads headers,
    SendObservations send
) : FormPage
{
    private static readonly ChoiceField<bool> Any = new(
        "any",
        new Option<bool>(true, "I want to say something about it"),
        new Option<bool>(false, "I have nothing to add")
    )
    {
        Label = "What do you think of the report?",
        MissingMessage = "Select whether you want to say something",
    };
    private static readonly TextField Words = new("text")
    {
        Label = "Your observations",
        Hint = "Panel and the decision maker read these words with the report.",
        Rows = 10,
        Max = AssessmentReportMap.SectionLength,
        MissingMessage = "Enter your observations",
        OnlyWhen = form => form.Answers["any"] != bool.FalseString,
    };
    private Guid? caseId;

    public IReadOnlyList<PackDocument> Documents { get; private set; } = [];
    public ObservationLine? Sent { get; private set; }
    public ClockLine? Clock { get; private set; }
    public DateOnly Day => Today;
    public bool MaySend { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => await OpenAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await OpenAsync(ct);
        if (caseId is not { } own || Actor.PersonId is not { } self)
            return NotFound();
        return await SendAsync(
            token => send.RunAsync(new(own, self, Form.Get(Words) ?? "", Today), Actor, token),
            AssessmentLinks.Report,
            "We have your observations.",
            ct
        );
    }

    private async Task OpenAsync(CancellationToken ct)
    {
        Form = new Form(Any, Words);
        caseId = await work.OwnCaseAsync(ct);
        if (
            caseId is not { } own
            || await headers.FindAsync(own, ct) is not { ReportSharedOn: not null } header
        )
            return;
        Documents = await work.ApplicantCopyAsync(own, ct);
        Sent = (await work.ObservationsAsync(own, ct)).FirstOrDefault(o =>
            o.PersonId == Actor.PersonId
        );
        Clock = (await headers.ClocksAsync(own, ct)).FirstOrDefault(c => c.RuleId == "R-ASSESS-12");
        MaySend =
            Sent is null
            && header.State is (ApplicationState.ReportShared or ApplicationState.ReadyForPanel);
    }
}
