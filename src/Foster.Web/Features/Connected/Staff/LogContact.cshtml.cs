using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Connected.Staff;

/// <summary>Logs a conversation with the family or an attempt.</summary>
[ForRoles(Role.TeamManager, Role.RecruitmentOfficer)]
public sealed class LogContactModel(ConnectedReads reads, LogConnectedContact log)
    : ConnectedFormPage(reads)
{
    private static readonly YesNoField Reached = new("reached")
    {
        Label = "Did you speak with them?",
        Yes = "Yes",
        No = "No, this was an attempt",
        MissingMessage = "Select yes if you spoke with them",
    };

    private static readonly DateField On = new("on") { Label = "Date" };

    private static readonly TextField Outcome = new("outcome")
    {
        Label = "What came of it?",
        MissingMessage = "Enter what came of it",
        Rows = 4,
        Max = 2000,
    };

    protected override ConnectedVerb Verb => ConnectedVerb.LogContact;

    protected override Form Make() => new(Reached, On, Outcome);

    protected override void Suggest() => Form.Suggest(On, Today);

    public Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        ActAsync(
            caseId,
            token =>
                log.RunAsync(
                    new(caseId, Form.Must(On), Form.Must(Reached), Form.Must(Outcome)),
                    Actor,
                    token
                ),
            "The contact is logged.",
            ct
        );
}
