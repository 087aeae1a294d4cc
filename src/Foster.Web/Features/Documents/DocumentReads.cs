using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Files;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Documents;

/// <summary>A file as its owner or a worker sees it in a list.</summary>
public sealed record FileLine(
    Guid Id,
    string Name,
    FileState State,
    int Size,
    string AddedBy,
    DateTime AddedAt,
    bool ByStaff,
    string? RemovedBecause
);

/// <summary>A document with what lists and its own page show.</summary>
public sealed record DocumentLine(
    Guid Id,
    Guid CaseId,
    DocumentKind Kind,
    string Whom,
    Guid? PersonId,
    string? Check,
    DocumentState State,
    DateOnly AskedOn,
    DateOnly? DueOn,
    string AskedBy,
    string? Words,
    DateOnly? GivenOn,
    DateOnly? DecidedOn,
    string? DecidedBy,
    string? Reason,
    DateTime? SentBackAt,
    IReadOnlyList<FileLine> Files
)
{
    /// <summary>It was here when the document was sent back.</summary>
    public bool IsNotAccepted(FileLine file) =>
        State == DocumentState.SentBack || file.AddedAt < SentBackAt;

    public string Title => Kind.Title;

    public IEnumerable<FileLine> Here =>
        Files.Where(f => f.State is FileState.Quarantined or FileState.Clean);
}

/// <summary>Documents for pages. Applicants are given their own and the household's, and of those no file of staff.</summary>
public sealed class DocumentReads(FosterDb db, CaseReads cases)
{
    private const string Household = "The household";

    /// <summary>Those of a case that this role works on.</summary>
    public Task<IReadOnlyList<DocumentLine>> OfCaseAsync(
        Guid caseId,
        Role role,
        CancellationToken ct
    )
    {
        var kinds = DocumentKinds.OpenTo(role);
        return LinesAsync(
            db.Set<Document>().Where(d => d.CaseId == caseId && kinds.Contains(d.Kind)),
            caseId,
            _ => true,
            ct
        );
    }

    /// <summary>Those of one check of one person, or of the home.</summary>
    public async Task<IReadOnlyList<DocumentLine>> OfCheckAsync(
        Guid caseId,
        string check,
        Guid? personId,
        Role role,
        CancellationToken ct
    ) =>
        [
            .. (await OfCaseAsync(caseId, role, ct)).Where(d =>
                (d.Check ?? d.Kind.Check) == check && (d.PersonId == personId || d.PersonId is null)
            ),
        ];

    public async Task<DocumentLine?> FindAsync(Guid id, Role role, CancellationToken ct) =>
        await CaseOfAsync(id, ct) is { } caseId
            ? (await OfCaseAsync(caseId, role, ct)).FirstOrDefault(d => d.Id == id)
            : null;

    /// <summary>What the applicant is asked for: their own documents and those of the household (R-SOD-13).</summary>
    public async Task<IReadOnlyList<DocumentLine>> OwnAsync(Actor actor, CancellationToken ct) =>
        await OwnCaseAsync(actor, ct) is { } caseId
            ? await LinesAsync(
                db.Set<Document>()
                    .Where(d =>
                        d.CaseId == caseId
                        && (d.PersonId == actor.PersonId || d.PersonId == null)
                        && d.State != DocumentState.NotNeeded
                    ),
                caseId,
                f => !f.ByStaff,
                ct
            )
            : [];

    public async Task<DocumentLine?> OwnOneAsync(Guid id, Actor actor, CancellationToken ct) =>
        (await OwnAsync(actor, ct)).FirstOrDefault(d => d.Id == id);

    public Task<Guid?> CaseOfAsync(Guid documentId, CancellationToken ct) =>
        db.Set<Document>()
            .Where(d => d.Id == documentId)
            .Select(d => (Guid?)d.CaseId)
            .SingleOrDefaultAsync(ct);

    /// <summary>The newest case of an applicant; their scope holds no others.</summary>
    public Task<Guid?> OwnCaseAsync(Actor actor, CancellationToken ct) =>
        actor.Is(Role.ProspectiveCarer) && actor.PersonId is not null
            ? db.Set<Case>()
                .OrderBy(c => c.ClosedOn != null)
                .ThenByDescending(c => c.OpenedOn)
                .ThenByDescending(c => c.Id)
                .Select(c => (Guid?)c.Id)
                .FirstOrDefaultAsync(ct)
            : Task.FromResult<Guid?>(null);

    private async Task<IReadOnlyList<DocumentLine>> LinesAsync(
        IQueryable<Document> which,
        Guid caseId,
        Func<FileLine, bool> shown,
        CancellationToken ct
    )
    {
        var documents = await which
            .AsNoTracking()
            .OrderBy(d => d.AskedOn)
            .ThenBy(d => d.Id)
            .ToListAsync(ct);
        var ids = documents.ConvertAll(d => d.Id);
        var files = (
            await db.Set<StoredFile>()
                .AsNoTracking()
                .Where(f => ids.Contains(f.SubjectId))
                .OrderBy(f => f.Number)
                .ToListAsync(ct)
        ).ToLookup(
            f => f.SubjectId,
            f => new FileLine(
                f.Id,
                f.OriginalName,
                f.State,
                f.Size,
                f.AddedBy,
                f.AddedAt,
                f.ReceivedFrom is not null,
                f.RemovedBecause
            )
        );
        var names = (await cases.PeopleAsync(caseId, ct)).ToDictionary(
            p => p.PersonId,
            p => p.FullName
        );
        return
        [
            .. documents.Select(d => new DocumentLine(
                d.Id,
                d.CaseId,
                d.About,
                d.PersonId is { } person
                    ? names.GetValueOrDefault(person, "Former member")
                    : Household,
                d.PersonId,
                d.Check,
                d.State,
                d.AskedOn,
                d.DueOn,
                d.AskedBy,
                d.Words,
                d.GivenOn,
                d.DecidedOn,
                d.DecidedBy,
                d.Reason,
                d.SentBackAt,
                [.. files[d.Id].Where(shown)]
            )),
        ];
    }
}
