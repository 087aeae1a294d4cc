using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate.Demo;

/// <summary>Gives everybody of the demonstration's staff an authenticator secret, which the persona page shows.</summary>
public static class DemoSecrets
{
    public static async Task MakeAsync(IServiceProvider root, CancellationToken ct)
    {
        await using var services = root.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        var authenticators = services.ServiceProvider.GetRequiredService<Authenticators>();
        var staff = await db.Set<RoleAssignment>()
            .Where(r => Roles.Staff.Contains(r.Role))
            .Select(r => r.AccountId)
            .Distinct()
            .ToListAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        foreach (var id in staff)
            await authenticators.PutAsync(id, Totp.NewSecret(), ct);
        await transaction.CommitAsync(ct);
    }
}
