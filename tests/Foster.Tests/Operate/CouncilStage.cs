using Foster.TestKit;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Foster.Tests.Operate;

/// <summary>Administrators of two councils, and what they have done.</summary>
internal sealed class CouncilStage(FosterHost host)
{
    public const string Admin = "admin@foster.example";

    public Task<Council> CouncilAsync(string code = "HAR") =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<Council>()
                .AsNoTracking()
                .SingleAsync(c => c.Code == code)
        );

    public Task<Guid> IdOfAsync(string name) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Users.Where(a => a.UserName == name)
                .Select(a => a.Id)
                .SingleAsync()
        );

    /// <summary>Acts in a role of the council, whether or not anybody holds it.</summary>
    public async Task<Result> AsAsync<T>(
        Role role,
        Func<T, Actor, Task<Result>> act,
        Guid account = default
    )
        where T : notnull
    {
        var council = await CouncilAsync();
        return await host.InScopeAsync(async s =>
        {
            var actors = s.GetRequiredService<ActorSource>();
            actors.System(council.Id);
            return await act(
                s.GetRequiredService<T>(),
                new Actor(account, "Ada Demo-Admin", role, council.Id)
            );
        });
    }

    public Task<List<CouncilHistoryEntry>> HistoryAsync(string kind) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<CouncilHistoryEntry>()
                .IgnoreQueryFilters()
                .AsNoTracking()
                .Where(h => h.Kind == kind)
                .ToListAsync()
        );

    public Task<List<(Capability Duty, Guid Account)>> HoldersAsync(string code = "HAR") =>
        host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<FosterDb>();
            var rows = await (
                from h in db.Set<CapabilityHolder>()
                join c in db.Set<Council>() on h.CouncilId equals c.Id
                where c.Code == code
                select new { h.Capability, h.AccountId }
            ).ToListAsync();
            return rows.Select(r => (r.Capability, r.AccountId)).ToList();
        });

    public Task DisableAsync(string name) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Users.Where(a => a.UserName == name)
                .ExecuteUpdateAsync(u => u.SetProperty(a => a.IsDisabled, true))
        );

    public async Task<HtmlVisitor> AdminAsync(string name = Admin)
    {
        var visitor = host.Visitor();
        await visitor.SignInAsync(name);
        return visitor;
    }
}
