using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Documents.Staff;

/// <summary>One document of a case: its files, what can be done, and the place to add what came by post.</summary>
[Records(AccessKind.Health, AccessKind.Confidential)]
[ForRoles(Role.RecruitmentOfficer, Role.Assessor, Role.TeamManager)]
public sealed class DocumentPageModel(CaseReads cases, DocumentReads reads, GiveDocument give)
    : FileFormPage
{
    private static readonly TextField From = new("from")
    {
        Label = "From whom do you have it?",
        Hint = "For example: the applicant, by post. Their GP, by e-mail.",
        Called = "From whom you have it",
        MissingMessage = "Say from whom you have it",
    };

    private FileField file = null!;

    public Case Case { get; private set; } = null!;
    public DocumentLine Document { get; private set; } = null!;

    public bool MayGive => Document.Kind.Way != DocumentWay.Shown && May(DocumentVerb.Give);

    public bool MayDecide =>
        DocumentDecideModel.Choices(Document.Kind, Document.State, Actor.Role).Count > 0
        && Case.ClosedOn is null;

    public async Task<IActionResult> OnGetAsync(Guid documentId, CancellationToken ct)
    {
        if (!await LoadAsync(documentId, ct))
            return NotFound();
        SayProblem(file);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid documentId, CancellationToken ct) =>
        await LoadAsync(documentId, ct)
            ? await SendFileAsync(
                (chosen, token) =>
                    give.RunAsync(new(documentId, chosen, Form.Must(From)), Actor, token),
                DocumentLinks.One(documentId),
                ct
            )
            : NotFound();

    private bool May(DocumentVerb verb) =>
        Case.ClosedOn is null
        && DocumentMachine.Table.Against(Document.State, verb, Actor.Role).Count == 0;

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (
            await reads.FindAsync(id, Actor.Role, ct) is not { } found
            || await cases.FindAsync(found.CaseId, ct) is not { } of
        )
            return false;
        (Document, Case) = (found, of);
        file = NewFile("Choose a file");
        Form = new Form(file, From);
        return true;
    }
}
