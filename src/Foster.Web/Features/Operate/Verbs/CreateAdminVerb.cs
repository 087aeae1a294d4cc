using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate.Verbs;

/// <summary>Makes the first administrator of a council. The password is read from the console, never from arguments.</summary>
public sealed class CreateAdminVerb : IVerb
{
    public string Name => "create-admin";
    public string Help => "make an administrator: create-admin <e-mail address> <council code>";

    public async Task<int> RunAsync(
        WebApplication app,
        IReadOnlyList<string> words,
        CancellationToken ct
    )
    {
        var given = words.Where(w => !w.Contains('=')).ToList();
        if (given.Count != 2)
            throw new InvalidOperationException(
                "Usage: create-admin <e-mail address> <council code>"
            );
        var address =
            EmailField.Normalise(given[0])
            ?? throw new InvalidOperationException(
                $"“{given[0]}” is no e-mail address. Give one like name@example.com."
            );
        await MigrateVerb.MigrateAsync(app, ct);
        await using var services = app.Services.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        var accounts = services.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var code = given[1].ToUpperInvariant();
        var council =
            await db.Set<Council>().SingleOrDefaultAsync(c => c.Code == code, ct)
            ?? throw new InvalidOperationException($"There is no council with the code {code}.");
        await Console.Error.WriteAsync("Password (12 characters or more): ");
        var password = await Console.In.ReadLineAsync(ct) ?? "";
        var account = new Account
        {
            DisplayName = address,
            UserName = address,
            Email = address,
            EmailConfirmed = true,
        };
        var made = await accounts.CreateAsync(account, password);
        if (!made.Succeeded)
            throw new InvalidOperationException(
                string.Join(" ", made.Errors.Select(e => e.Description))
            );
        db.Add(
            new RoleAssignment
            {
                AccountId = account.Id,
                CouncilId = council.Id,
                Role = Role.Administrator,
            }
        );
        services
            .ServiceProvider.GetRequiredService<CouncilHistory>()
            .Write(
                services.ServiceProvider.GetRequiredService<ActorSource>().System(council.Id),
                account.Id,
                new HistoryNote(
                    "account.administrator-made",
                    $"{given[0]} was made administrator by whoever runs the program"
                )
                {
                    Rules = ["R-SOD-07"],
                }
            );
        await db.SaveChangesAsync(ct);
        Console.WriteLine($"{given[0]} is now administrator of {council.Name}.");
        return 0;
    }
}
