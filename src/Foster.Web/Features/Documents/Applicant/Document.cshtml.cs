using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Files;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Documents.Applicant;

/// <summary>One document: what it is for, what was sent, and the place to send a file.</summary>
[Records(AccessKind.Health, AccessKind.Confidential)]
public sealed class DocumentModel(DocumentReads reads, GiveDocument give, FileShelf shelf)
    : FileFormPage
{
    private FileField file = null!;

    public DocumentLine Document { get; private set; } = null!;

    public IReadOnlySet<Guid> Removable { get; private set; } = new HashSet<Guid>();

    public bool MayGive =>
        Document.Kind.Way == DocumentWay.Uploaded
        && DocumentMachine
            .Table.Against(Document.State, DocumentVerb.Give, Role.ProspectiveCarer)
            .Count == 0;

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
                (chosen, token) => give.RunAsync(new(documentId, chosen), Actor, token),
                DocumentLinks.OwnOne(documentId),
                ct
            )
            : NotFound();

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await reads.OwnOneAsync(id, Actor, ct) is not { } found)
            return false;
        Document = found;
        file = NewFile("Choose a file");
        Form = new Form(file);
        var removable = new HashSet<Guid>();
        foreach (var line in found.Here)
            if ((await shelf.FindAsync(line.Id, Actor, ct))?.Rights.MayRemove == true)
                removable.Add(line.Id);
        Removable = removable;
        return true;
    }
}
