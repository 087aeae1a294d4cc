using System.Text;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Files;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Documents.Demo;

/// <summary>An applicant has sent two documents, of which one was not right, and is asked for a third.</summary>
public sealed class DemoDocuments(DemoStage stage, LondonClock clock) : IDemoScenario
{
    private const string Applicant = "applicant@foster.example";
    private const string Manager = "manager@foster.example";
    private static readonly TimeOnly Morning = new(9, 40);
    private static readonly TimeOnly Evening = new(18, 40);

    /// <summary>An empty page.</summary>
    private static readonly byte[] Paper = Encoding.ASCII.GetBytes(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    );

    public int Order => 58;

    public async Task PlayAsync(CancellationToken ct)
    {
        var today = clock.Today;
        await AskAsync(
            "identity",
            "The page with your photo, so that every number can be read.",
            today.AddDays(-4),
            null,
            ct
        );
        await AskAsync(
            "address",
            "A council tax bill or a bank statement.",
            today.AddDays(-4),
            null,
            ct
        );
        await GiveAsync("identity", "passport-photo-page.pdf", today.AddDays(-2), ct);
        await GiveAsync("address", "council-tax-bill.pdf", today.AddDays(-2), ct);
        await SendBackAsync(
            "address",
            "This bill is from last year. Please send one of the last three months.",
            today.AddDays(-1),
            ct
        );
        await AskAsync(
            "insurance",
            "A letter from your insurer that says they know you may foster.",
            today.AddDays(-1),
            today.AddDays(20),
            ct
        );
    }

    private Task AskAsync(
        string kind,
        string words,
        DateOnly on,
        DateOnly? due,
        CancellationToken ct
    ) =>
        stage.AsAsync(
            Manager,
            Role.TeamManager,
            on,
            Morning,
            async (services, actor) =>
            {
                var db = services.GetRequiredService<FosterDb>();
                var found = await (
                    from a in db.Set<Account>()
                    join l in db.Set<AccountLink>() on a.Id equals l.AccountId
                    join m in db.Set<Membership>() on l.PersonId equals m.PersonId
                    join c in db.Set<Case>() on m.HouseholdId equals c.HouseholdId
                    where a.UserName == Applicant
                    orderby c.Id
                    select new { c.Id, l.PersonId }
                ).FirstOrDefaultAsync(ct);
                return found is null
                    ? Result.Done
                    : await services
                        .GetRequiredService<AskForDocument>()
                        .RunAsync(new(found.Id, kind, found.PersonId, words, due), actor, ct);
            },
            ct
        );

    private async Task GiveAsync(string kind, string name, DateOnly on, CancellationToken ct)
    {
        Guid? file = null;
        await stage.AsAsync(
            Applicant,
            Role.ProspectiveCarer,
            on,
            Evening,
            async (services, actor) =>
            {
                if (await FindAsync(services, kind, ct) is not { } document)
                    return Result.Done;
                var given = await services
                    .GetRequiredService<GiveDocument>()
                    .RunAsync(new(document.Id, new ChosenFile(name, Paper)), actor, ct);
                file = given.Ok ? given.Value.Id : null;
                return given;
            },
            ct
        );
        await stage.AsAsync(
            Applicant,
            Role.ProspectiveCarer,
            on,
            Evening,
            async (services, _) =>
            {
                if (file is { } id)
                    await services.GetRequiredService<FileCheck>().LookAsync(id, ct);
                return Result.Done;
            },
            ct
        );
    }

    private Task SendBackAsync(string kind, string reason, DateOnly on, CancellationToken ct) =>
        stage.AsAsync(
            Manager,
            Role.TeamManager,
            on,
            Morning,
            async (services, actor) =>
                await FindAsync(services, kind, ct) is { } document
                    ? await services
                        .GetRequiredService<DecideDocument>()
                        .RunAsync(new(document.Id, DocumentVerb.SendBack, reason), actor, ct)
                    : Result.Done,
            ct
        );

    /// <summary>The applicant's own; null where they were not asked.</summary>
    private static Task<Document?> FindAsync(
        IServiceProvider services,
        string kind,
        CancellationToken ct
    )
    {
        var db = services.GetRequiredService<FosterDb>();
        return (
            from d in db.Set<Document>()
            join l in db.Set<AccountLink>() on d.PersonId equals (Guid?)l.PersonId
            join a in db.Set<Account>() on l.AccountId equals a.Id
            where a.UserName == Applicant && d.Kind == kind && d.State != DocumentState.NotNeeded
            orderby d.Id
            select d
        ).FirstOrDefaultAsync(ct);
    }
}
