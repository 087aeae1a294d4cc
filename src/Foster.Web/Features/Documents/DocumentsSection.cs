using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;

namespace Foster.Web.Features.Documents;

/// <summary>The documents of a case on its page, for those who work on them.</summary>
public sealed class DocumentsSection(DocumentReads reads) : ICaseSection
{
    private const int Shown = 5;

    public int Order => 35;

    public async Task<CaseSection?> ForAsync(Guid caseId, Actor actor, CancellationToken ct)
    {
        if (DocumentKinds.OpenTo(actor.Role).Count == 0)
            return null;
        var all = await reads.OfCaseAsync(caseId, actor.Role, ct);
        var given = all.Where(d => d.State == DocumentState.Given).ToList();
        return new CaseSection(
            "Documents",
            given.Count > 0 ? "To look at"
                : all.Any(d => DocumentMachine.Waiting.Contains(d.State)) ? "Asked for"
                : all.Count > 0 ? "All here"
                : "None",
            [
                .. given
                    .Concat(all.Where(d => DocumentMachine.Waiting.Contains(d.State)))
                    .Take(Shown)
                    .Select(d => new CaseFact(
                        d.Title,
                        $"{d.Whom}: {DocumentMachine.Words(d.State)}, asked on {BritishDate.Long(d.AskedOn)}",
                        DocumentLinks.One(d.Id)
                    )),
            ],
            [
                .. given is [var first, ..]
                    ?
                    [
                        new CaseAction(
                            "Look at a document",
                            DocumentLinks.One(first.Id),
                            IsNext: true
                        ),
                    ]
                    : Array.Empty<CaseAction>(),
                new("All documents", DocumentLinks.OfCase(caseId)),
            ]
        );
    }
}
