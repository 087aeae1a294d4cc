using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Staff;

/// <summary>A couple parts before the application is sent, and one of them goes on (R-APP-06).</summary>
[ForRoles(Role.RecruitmentOfficer, Role.Assessor, Role.TeamManager)]
public sealed class AloneModel(ApplyReads reads, GoOnAlone alone) : StaffPage(reads)
{
    private static readonly YesNoField Stays = new("stays")
    {
        Label = "Do they go on living there?",
        Hint =
            "Then they are an adult of the household, and the law asks for a criminal record check (CHK-03).",
        MissingMessage = "Select yes if they go on living there",
    };

    private static readonly TextField Reason = new("reason")
    {
        Label = "What did they tell you?",
        Hint = "At least 20 characters. It stands in the history, for staff alone.",
        MissingMessage = "Enter what they told you",
        Rows = 4,
        Max = 4_000,
    };

    private ChoiceField<string> who = null!;

    /// <summary>Why nothing can be done here; null where it can.</summary>
    public string? NotNow =>
        Facts.Application.State != ApplicationState.Draft
            ? $"The application is {ApplicationMachine.Words(Facts.Application.State)}, so it stays an application of those who sent it. When a couple parts now, the team manager pauses it and looks at it again (R-APP-06)."
        : !Facts.IsJoint ? "One person applies already."
        : null;

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        await OpenAsync(caseId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        await OpenAsync(caseId, ct)
            ? await SendAsync(
                token =>
                    alone.RunAsync(
                        new(
                            caseId,
                            Guid.Parse(Form.Must(who)),
                            Form.Must(Stays),
                            Form.Must(Reason)
                        ),
                        Actor,
                        token
                    ),
                CaseHref,
                "One person applies from now on, and both were told.",
                ct
            )
            : NotFound();

    private async Task<bool> OpenAsync(Guid caseId, CancellationToken ct)
    {
        if (!await LoadAsync(caseId, ct))
            return false;
        who = new(
            "who",
            [
                .. Facts.Applicants.Select(a => new Option<string>(
                    a.Person.PersonId.ToString(),
                    a.Person.FullName,
                    a.Part.IsSent ? "Has sent their part" : "Has not sent their part"
                )),
            ]
        )
        {
            Label = "Who no longer applies?",
            MissingMessage = "Select who no longer applies",
        };
        Form = new Form(who, Stays, Reason);
        return true;
    }
}
