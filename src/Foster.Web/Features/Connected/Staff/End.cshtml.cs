using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Connected.Staff;

/// <summary>Ends a connected case.</summary>
[ForRoles(Role.TeamManager)]
public sealed class EndModel(ConnectedReads reads, EndConnected end) : ConnectedFormPage(reads)
{
    private static readonly ChoiceField<ConnectedEnd> How = new("how", ConnectedWords.Ends)
    {
        Label = "How does it end?",
        MissingMessage = "Select how it ends",
    };

    protected override ConnectedVerb Verb => ConnectedVerb.End;

    protected override Form Make() => new(How, ReturnModel.Reasons);

    public Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        ActAsync(
            caseId,
            token =>
                end.RunAsync(
                    new(caseId, Form.Must(How), Form.Must(ReturnModel.Reasons)),
                    Actor,
                    token
                ),
            "The case is closed.",
            ct
        );
}
