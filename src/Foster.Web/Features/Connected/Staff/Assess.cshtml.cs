using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Connected.Staff;

/// <summary>The team manager decides that the family is assessed for the child.</summary>
[ForRoles(Role.TeamManager)]
public sealed class AssessModel(ConnectedReads reads, GoOnConnected goOn) : ConnectedFormPage(reads)
{
    private static readonly TextField Child = new("child")
    {
        Label = "Reference of the child",
        Hint = "As it stands in your case system. Never a name.",
        MissingMessage = "Enter the reference of the child",
        Spellcheck = false,
        Max = ChildReferences.Longest,
        Width = "govuk-input--width-20",
    };

    private static readonly YesNoField LivesThere = new("lives-there")
    {
        Label = "Does the child live with them already?",
        MissingMessage = "Select yes if the child lives with them already",
    };

    protected override ConnectedVerb Verb => ConnectedVerb.GoOn;

    protected override Form Make() => new(Child, LivesThere);

    public Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        ActAsync(
            caseId,
            token =>
                goOn.RunAsync(new(caseId, Form.Must(Child), Form.Must(LivesThere)), Actor, token),
            "They are assessed for this child.",
            ct
        );
}
