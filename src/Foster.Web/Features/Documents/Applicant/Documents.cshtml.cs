using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Documents.Applicant;

/// <summary>What is asked for, of whom, and how far each is.</summary>
[Records(AccessKind.Health, AccessKind.Confidential)]
public sealed class DocumentsModel(DocumentReads reads, ActorSource actors) : PageModel
{
    public IReadOnlyList<DocumentLine> Documents { get; private set; } = [];

    public IEnumerable<IGrouping<string, DocumentLine>> Groups =>
        Documents
            .OrderBy(d => Order(d))
            .GroupBy(d =>
                Order(d) switch
                {
                    0 => "To send",
                    1 => "To show",
                    2 => "With us",
                    _ => "Nothing to do",
                }
            );

    public async Task OnGetAsync(CancellationToken ct) =>
        Documents = await reads.OwnAsync(actors.Required, ct);

    public static string Status(DocumentLine document) =>
        document switch
        {
            { State: DocumentState.Accepted } => "Completed",
            { State: DocumentState.SentBack } => "Send again",
            { State: DocumentState.Given } => "With us",
            { Kind.Way: DocumentWay.SentToUs } => "We wait for it",
            { Kind.Way: DocumentWay.Shown } => "To be shown",
            _ => "Not yet started",
        };

    private static int Order(DocumentLine document) =>
        document switch
        {
            { State: DocumentState.Given } => 2,
            { State: DocumentState.Accepted } or { Kind.Way: DocumentWay.SentToUs } => 3,
            { Kind.Way: DocumentWay.Shown } => 1,
            _ => 0,
        };
}
