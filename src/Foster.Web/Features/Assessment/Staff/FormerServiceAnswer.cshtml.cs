using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>A request to a former service was chased, answered or refused.</summary>
[ForRoles(Role.Assessor, Role.TeamManager)]
public sealed class FormerServiceAnswerModel(
    AssessmentHeaderReads headers,
    FormerServiceReads services,
    AnswerServiceRequest answer
) : ActPage(headers)
{
    private static readonly DateField On = Day("On which day?", "The day it was done or said");
    private static readonly TextField Note = new("note")
    {
        Label = "What was done, or what did they say?",
        Called = "What was done or said",
        Hint = "For example how it was chased, which document came, or why they refuse.",
        Rows = 4,
        Max = 2_000,
    };

    private ServiceRequestVerb verb;
    private FormerServiceLine line = null!;
    private ServiceRequest request = null!;

    public override string Heading =>
        verb switch
        {
            ServiceRequestVerb.Chase => "Chase a former service",
            ServiceRequestVerb.Receive => "Record what came from a former service",
            _ => "Record that a former service refuses",
        };

    public override string Button =>
        verb switch
        {
            ServiceRequestVerb.Chase => "Record the chase",
            ServiceRequestVerb.Receive => "Record what came",
            _ => "Record the refusal",
        };

    public override string Back => AssessmentLinks.FormerServices(Header.CaseId);

    public override string? About =>
        $"{ServiceRequest.Words(request.Kind)}: {line.Approval.ServiceName}, for {line.Whose}";

    public override IReadOnlyList<string> Explains =>
        verb == ServiceRequestVerb.Refuse
            ?
            [
                "A service has to give access with the carer’s consent (R-TRF-06). Its refusal stands on the timeline.",
            ]
            : ["Each step is kept on the timeline."];

    public async Task<IActionResult> OnGetAsync(
        Guid caseId,
        Guid requestId,
        string verb,
        CancellationToken ct
    )
    {
        if (!await OpenAsync(caseId, requestId, verb, ct))
            return NotFound();
        Form.Suggest(On, Today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        Guid caseId,
        Guid requestId,
        string verb,
        CancellationToken ct
    ) =>
        await OpenAsync(caseId, requestId, verb, ct)
            ? await SendAsync(
                token =>
                    answer.RunAsync(
                        new(requestId, this.verb, Form.Must(On), Form.Must(Note)),
                        Actor,
                        token
                    ),
                Back,
                "The request is up to date.",
                ct
            )
            : NotFound();

    private async Task<bool> OpenAsync(
        Guid caseId,
        Guid requestId,
        string word,
        CancellationToken ct
    )
    {
        if (
            !Enum.TryParse(word, ignoreCase: true, out verb)
            || !await FindAsync(caseId, ct)
            || (await services.OfCaseAsync(caseId, ct)).FirstOrDefault(l =>
                l.Requests.Any(r => r.Request.Id == requestId)
            )
                is not { } found
        )
            return false;
        line = found;
        request = found.Requests.First(r => r.Request.Id == requestId).Request;
        Form = new Form(On, Note);
        return true;
    }
}
