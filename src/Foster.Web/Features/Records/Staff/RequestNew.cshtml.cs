using Foster.Web.Features.Records.Requests;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Records.Staff;

/// <summary>Finds the case of a request by its reference. It only reads.</summary>
[ForRoles(
    Role.RecruitmentOfficer,
    Role.Assessor,
    Role.SupervisingSocialWorker,
    Role.PanelAdviser,
    Role.TeamManager
)]
public sealed class RequestNewModel : FormPage
{
    private static readonly TextField Reference = new("reference")
    {
        Label = "Reference of the case",
        Hint = "For example, HAR-SHBY-ENDH",
        MissingMessage = "Enter the reference of the case",
        Max = 40,
        Width = "govuk-input--width-20",
        Spellcheck = false,
    };

    private readonly RecordsRequestReads requests;

    public RequestNewModel(RecordsRequestReads requests)
    {
        this.requests = requests;
        Form = new Form(Reference);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Keep(Request.Form[KeyField].ToString(), Request.Form[SeenField].ToString());
        Form.Read(Request.Form, Today);
        if (!Form.Ok)
            return Page();
        if (await requests.CaseAsync(Form.Must(Reference), Actor, ct) is { } caseId)
            return LocalRedirect(RequestLinks.NewOf(caseId));
        Form.AddError(Reference, "No case that you may open has this reference");
        return Page();
    }
}
