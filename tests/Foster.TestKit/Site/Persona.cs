using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Foster.TestKit;

/// <summary>Somebody of the demonstration who can sign in; the role is the one they land in.</summary>
public sealed record Persona(Guid AccountId, string Name, Guid CouncilId, Role Role)
{
    public static Task<List<Persona>> AllAsync(FosterHost host) =>
        host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<FosterDb>();
            var signIns = services.GetRequiredService<SignIns>();
            var personas = new List<Persona>();
            foreach (var account in await db.Set<Account>().AsNoTracking().ToListAsync())
            {
                if (await signIns.PositionsAsync(account.Id, default) is [var first, ..])
                {
                    personas.Add(new(account.Id, account.UserName!, first.CouncilId, first.Role));
                }
            }

            return personas;
        });

    /// <summary>One of each role, from the council that has most people.</summary>
    public static async Task<List<Persona>> OneOfEachRoleAsync(FosterHost host)
    {
        var all = await AllAsync(host);
        var home = all.GroupBy(p => p.CouncilId).MaxBy(g => g.Count())!.Key;
        return [.. all.OrderByDescending(p => p.CouncilId == home).DistinctBy(p => p.Role)];
    }

    public async Task<HtmlVisitor> VisitorAsync(FosterHost host)
    {
        var visitor = host.Visitor();
        await visitor.SignInAsync(Name);
        visitor.FollowsRedirects = false;
        return visitor;
    }
}
