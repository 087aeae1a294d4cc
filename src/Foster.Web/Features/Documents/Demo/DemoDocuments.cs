using System.Text;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Files;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Documents.Demo;

/// <summary>An applicant has sent two documents, of which one was not right, and is asked for a third.</summary>
public sealed class DemoDocuments(IServiceScopeFactory scopes, LondonClock clock) : IDemoScenario
{
    private const string Home = "HAR";
    private const string Applicant = "applicant@foster.example";
    private const string Manager = "manager@foster.example";

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
        await DoAsync(
            Manager,
            Role.TeamManager,
            today.AddDays(-1),
            async (services, actor) =>
                await FindAsync(services, "address", ct) is { } bill
                    ? await services
                        .GetRequiredService<DecideDocument>()
                        .RunAsync(
                            new(
                                bill.Id,
                                DocumentVerb.SendBack,
                                "This bill is from last year. Please send one of the last three months."
                            ),
                            actor,
                            ct
                        )
                    : Result.Done,
            ct
        );
        await AskAsync(
            "insurance",
            "A letter from your insurer that says they know you may foster.",
            today.AddDays(-1),
            today.AddDays(20),
            ct
        );
        await PostedAsync(ct);
    }

    private Task AskAsync(
        string kind,
        string words,
        DateOnly on,
        DateOnly? due,
        CancellationToken ct
    ) =>
        DoAsync(
            Manager,
            Role.TeamManager,
            on,
            async (services, actor) =>
            {
                var db = services.GetRequiredService<FosterDb>();
                var found = await (
                    from a in db.Set<Account>()
                    join l in db.Set<AccountLink>() on a.Id equals l.AccountId
                    join m in db.Set<Membership>() on l.PersonId equals m.PersonId
                    join c in db.Set<Case>() on m.HouseholdId equals c.HouseholdId
                    where a.UserName == Applicant
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
        await DoAsync(
            Applicant,
            Role.ProspectiveCarer,
            on,
            async (services, actor) =>
            {
                if (await FindAsync(services, kind, ct, actor.PersonId) is not { } document)
                    return Result.Done;
                var given = await services
                    .GetRequiredService<GiveDocument>()
                    .RunAsync(new(document.Id, new ChosenFile(name, Paper)), actor, ct);
                file = given.Ok ? given.Value.Id : null;
                return given;
            },
            ct
        );
        if (file is { } id)
            await DoAsync(
                Applicant,
                Role.ProspectiveCarer,
                on,
                async (services, _) =>
                {
                    await services.GetRequiredService<FileCheck>().LookAsync(id, ct);
                    return Result.Done;
                },
                ct
            );
    }

    /// <summary>An empty page.</summary>
    private static ReadOnlyMemory<byte> Paper { get; } =
        Encoding.ASCII.GetBytes(
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
        );

    /// <summary>Of the applicant who signs in; null where their case has not come so far.</summary>
    private static async Task<Document?> FindAsync(
        IServiceProvider services,
        string kind,
        CancellationToken ct,
        Guid? personId = null
    )
    {
        var db = services.GetRequiredService<FosterDb>();
        var person =
            personId
            ?? await (
                from a in db.Set<Account>()
                join l in db.Set<AccountLink>() on a.Id equals l.AccountId
                where a.UserName == Applicant
                select (Guid?)l.PersonId
            ).FirstOrDefaultAsync(ct);
        return await db.Set<Document>()
            .FirstOrDefaultAsync(d => d.Kind == kind && d.PersonId == person, ct);
    }

    private async Task DoAsync(
        string signIn,
        Role role,
        DateOnly on,
        Func<IServiceProvider, Actor, Task<Result>> act,
        CancellationToken ct
    )
    {
        TravelTime.MoveTo(London.ToUtc(on, new TimeOnly(18, 40)));
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        var council = await db.Set<Council>().SingleAsync(c => c.Code == Home, ct);
        var account = await db.Set<Account>()
            .Where(a => a.UserName == signIn)
            .Select(a => a.Id)
            .FirstOrDefaultAsync(ct);
        if (
            await services
                .ServiceProvider.GetRequiredService<ActorSource>()
                .EnterAsync(account, council.Id, role, ct)
            is not { } actor
        )
            return;
        var result = await act(services.ServiceProvider, actor);
        if (!result.Ok)
            throw new InvalidOperationException($"{signIn}: {result.Reasons}");
    }

    /// <summary>What was posted then went out then.</summary>
    private async Task PostedAsync(CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        var council = await db.Set<Council>().SingleAsync(c => c.Code == Home, ct);
        services.ServiceProvider.GetRequiredService<ActorSource>().System(council.Id);
        foreach (
            var message in await db.Set<OutboxMessage>()
                .Where(m => m.State == OutboxState.Queued && m.Kind.StartsWith("document."))
                .ToListAsync(ct)
        )
            (message.State, message.SentAt) = (OutboxState.Sent, message.CreatedAt);
        await db.SaveChangesAsync(ct);
    }
}
