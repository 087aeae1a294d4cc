using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Connected.Staff;

/// <summary>Sends a family back to general recruitment.</summary>
[ForRoles(Role.TeamManager)]
public sealed class ReturnModel(ConnectedReads reads, ReturnToRecruitment back)
    : ConnectedFormPage(reads)
{
    /// <summary>Reasons as every act asks for them that sends somebody another way.</summary>
    internal static readonly TextField Reasons = new("reasons")
    {
        Label = "Reasons",
        Hint = "At least 20 characters. Staff only.",
        MissingMessage = "Enter your reasons",
        Rows = 4,
        Max = 2000,
    };

    protected override ConnectedVerb Verb => ConnectedVerb.Return;

    protected override Form Make() => new(Reasons);

    public Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        ActAsync(
            caseId,
            token => back.RunAsync(new(caseId, Form.Must(Reasons)), Actor, token),
            "Their enquiry is back in general recruitment.",
            ct
        );
}
