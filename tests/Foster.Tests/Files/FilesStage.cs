using Foster.TestKit;
using Foster.Tests.Assessment;
using Foster.Web.Features.Documents;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Files;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Foster.Tests.Files;

/// <summary>Two applicants whose assessment has begun, and what they were asked for.</summary>
internal sealed class FilesStage(FosterHost host)
{
    public AssessmentStage Stage { get; } = new(host);

    public Guid Case => Stage.Case;

    public async Task<FilesStage> BeginAsync(int applicants = 2)
    {
        host.Clock.Set("2026-05-15 10:00");
        await Stage.ApplyAsync(applicants);
        await Stage.AssessAsync();
        return this;
    }

    public Task<Document> DocumentAsync(string kind, int applicant = 0) =>
        Stage.ReadAsync(
            (_, db) =>
                db.Set<Document>()
                    .AsNoTracking()
                    .SingleAsync(d =>
                        d.CaseId == Case
                        && d.Kind == kind
                        && d.PersonId == Stage.Applicants[applicant]
                    )
        );

    public Task<List<StoredFile>> FilesAsync(Guid documentId) =>
        Stage.ReadAsync(
            (_, db) =>
                db.Set<StoredFile>()
                    .AsNoTracking()
                    .Where(f => f.SubjectId == documentId)
                    .OrderBy(f => f.Number)
                    .ToListAsync()
        );

    public Task<int> PartsAsync(Guid fileId) =>
        Stage.ReadAsync((_, db) => db.Set<FilePart>().CountAsync(p => p.FileId == fileId));

    public Task<Result> GiveAsync(
        int applicant,
        Guid documentId,
        byte[] content,
        string name = "a.pdf"
    ) =>
        Stage.AsApplicantAsync<GiveDocument>(
            applicant,
            async (o, a) =>
                await o.RunAsync(new(documentId, new ChosenFile(name, content)), a, default)
        );

    /// <summary>Given, and looked at by the scanner.</summary>
    public async Task<StoredFile> GivenAsync(int applicant, Guid documentId, byte[] content)
    {
        var given = await GiveAsync(applicant, documentId, content);
        if (!given.Ok)
            throw new InvalidOperationException(given.Reasons);
        var file = (await FilesAsync(documentId))[^1];
        await Stage.ReadAsync(
            async (services, _) =>
                await services.GetRequiredService<FileCheck>().LookAsync(file.Id, default)
        );
        return (await FilesAsync(documentId))[^1];
    }

    public Task<Result> StaffAsync<T>(Role role, Func<T, Actor, Task<Result>> act)
        where T : notnull => Stage.DoAsync(role, act);

    public Task<byte[]> OpenAsync(StoredFile file) =>
        Stage.ReadAsync(
            (services, _) => services.GetRequiredService<FileStore>().OpenAsync(file, default)
        );

    public async Task<HtmlVisitor> ApplicantAsync(int applicant)
    {
        var signIn = await host.InScopeAsync(async s =>
            (
                await s.GetRequiredService<FosterDb>()
                    .Set<Account>()
                    .SingleAsync(a => a.Id == Stage.ApplicantAccounts[applicant])
            ).UserName!
        );
        return await SignedInAsync(signIn);
    }

    public Task<HtmlVisitor> StaffAsync(Role role) => SignedInAsync(Stage.SignIns[role]);

    private async Task<HtmlVisitor> SignedInAsync(string signIn)
    {
        var visitor = host.Visitor();
        await visitor.SignInAsync(signIn);
        return visitor;
    }
}
