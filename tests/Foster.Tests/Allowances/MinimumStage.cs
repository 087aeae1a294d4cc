using Foster.TestKit;
using Foster.Web.Features.Allowances;
using Foster.Web.Features.Operate.Demo;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace Foster.Tests.Allowances;

/// <summary>A council of its own, so that what one test confirms counts for no other.</summary>
internal sealed class MinimumStage
{
    private static int number;
    private readonly FosterHost host;

    private MinimumStage(FosterHost host, Council council) =>
        (this.host, Council) = (host, council);

    public Council Council { get; }

    public Guid Officer { get; } = Guid.NewGuid();

    public static async Task<MinimumStage> SetAsync(FosterHost host)
    {
        var like = DemoCouncils.Westmoor();
        var own = Interlocked.Increment(ref number);
        var council = new Council
        {
            Name = $"Council {own}",
            Code = $"M{own:00}",
            TeamName = like.TeamName,
            Telephone = like.Telephone,
            OpeningHours = like.OpeningHours,
            OutOfHoursTelephone = like.OutOfHoursTelephone,
            Email = like.Email,
            PostalAddress = like.PostalAddress,
            PrivacyNoticeVersion = like.PrivacyNoticeVersion,
            PrivacyNotice = like.PrivacyNotice,
        };
        await host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<FosterDb>();
            db.Add(council);
            await db.SaveChangesAsync();
        });
        return new MinimumStage(host, council);
    }

    public Task<T> AsAsync<T>(
        Role role,
        Guid account,
        Func<IServiceProvider, Actor, Task<T>> act
    ) =>
        host.InScopeAsync(async s =>
        {
            s.GetRequiredService<ActorSource>().System(Council.Id);
            return await act(s, new Actor(account, "Femi Made-Up", role, Council.Id));
        });

    public Task<Result<Guid>> TryEnterAsync(MinimumTerms terms, Role role = Role.FinanceOfficer) =>
        AsAsync(
            role,
            Officer,
            (s, actor) => s.GetRequiredService<EnterMinimum>().RunAsync(terms, actor, default)
        );

    public async Task<Guid> EnterAsync(int year, string why = "", int from = 200) =>
        (await TryEnterAsync(MinimumTablesTests.Terms(year, why, from))).Value;

    public Task<Result> ConfirmAsync(
        Guid id,
        Role role = Role.TeamManager,
        Guid? account = null,
        bool compared = true
    ) =>
        AsAsync(
            role,
            account ?? Guid.NewGuid(),
            (s, actor) =>
                s.GetRequiredService<ConfirmMinimum>().RunAsync(new(id, compared), actor, default)
        );

    public Task<Result> SendBackAsync(
        Guid id,
        string reason = "The amount for London, 0 to 2, is another one.",
        Role role = Role.TeamManager,
        Guid? account = null
    ) =>
        AsAsync(
            role,
            account ?? Guid.NewGuid(),
            (s, actor) =>
                s.GetRequiredService<SendBackMinimum>().RunAsync(new(id, reason), actor, default)
        );

    public Task<MinimumTables> TablesAsync() =>
        AsAsync(
            Role.TeamManager,
            Guid.NewGuid(),
            (s, _) => s.GetRequiredService<MinimumReads>().TablesAsync(Council.Id, default)
        );

    public Task<MinimumSheet?> FindAsync(Guid id) =>
        AsAsync(
            Role.TeamManager,
            Guid.NewGuid(),
            (s, _) => s.GetRequiredService<MinimumReads>().FindAsync(id, Council.Id, default)
        );

    public Task<WorkNotice?> NoticeAsync(DateOnly day, Role role = Role.TeamManager) =>
        AsAsync(
            role,
            Guid.NewGuid(),
            (s, actor) =>
                s.GetServices<IWorkNotice>()
                    .OfType<MinimumDue>()
                    .Single()
                    .OfAsync(actor, day, default)
        );
}
