using Foster.Web.Foundation.Files;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Documents;

/// <summary>Takes a file away, the same for applicants and staff.</summary>
public abstract class RemoveFilePage : FormPage
{
    private static readonly TextField Reason = new("reason")
    {
        Label = "Why do you remove it?",
        Hint = "For example: it was the wrong file.",
        MissingMessage = "Say why you remove it",
    };

    private readonly FileShelf shelf;
    private readonly RemoveFile remove;

    protected RemoveFilePage(FileShelf shelf, RemoveFile remove)
    {
        (this.shelf, this.remove) = (shelf, remove);
        Form = new Form(Reason);
    }

    public StoredFile StoredFile { get; private set; } = null!;

    public abstract string Back { get; }

    public async Task<IActionResult> OnGetAsync(Guid storedFileId, CancellationToken ct) =>
        await FindAsync(storedFileId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid storedFileId, CancellationToken ct) =>
        await FindAsync(storedFileId, ct)
            ? await SendAsync(
                token => remove.RunAsync(new(storedFileId, Form.Must(Reason)), Actor, token),
                Back,
                "The file is removed.",
                ct
            )
            : NotFound();

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (
            await shelf.FindAsync(id, Actor, ct) is not { Rights.MayRemove: true } found
            || !found.File.Counts
        )
            return false;
        StoredFile = found.File;
        return true;
    }
}
