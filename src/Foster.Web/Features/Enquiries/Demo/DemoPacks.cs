using Foster.Web.Features.Enquiries.Packs;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Demo;

/// <summary>Every council has an information pack, from before its first enquiry.</summary>
public sealed class DemoPacks(IServiceScopeFactory scopes) : IDemoScenario
{
    private const string Words = """
        Fostering means giving a child a home for as long as they need one: for a night, for some months, or until they are grown up. You do not need to own your home, to be married, or to have children of your own. You need a spare room, time, and patience.

        What happens next: tell us that you would like to go on. A social worker then visits you at home. If you both want to, you apply, and we assess you in two stages. It takes 4 to 6 months for most people.

        You are not alone. You get training before you begin, a social worker of your own, other carers to talk to, and somebody to call at night. You are paid an allowance for the child, and a fee for your skill.
        """;

    public int Order => 45;

    public async Task PlayAsync(CancellationToken ct)
    {
        List<Guid> councils;
        await using (var services = scopes.CreateAsyncScope())
            councils = await services
                .ServiceProvider.GetRequiredService<FosterDb>()
                .Set<Council>()
                .Select(c => c.Id)
                .ToListAsync(ct);
        foreach (var council in councils)
            await AddAsync(council, ct);
    }

    private async Task AddAsync(Guid councilId, CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        // Not every council of the demonstration has an administrator.
        var actor = services.ServiceProvider.GetRequiredService<ActorSource>().System(councilId);
        var add = services.ServiceProvider.GetRequiredService<AddPack>();
        foreach (
            var (label, from) in new[]
            {
                ("2010-01", new DateOnly(2010, 1, 4)),
                ("2026-03", new DateOnly(2026, 3, 2)),
            }
        )
        {
            var added = await add.RunAsync(
                new("Fostering: what you need to know", label, from, Words, null),
                actor,
                ct
            );
            if (!added.Ok)
                throw new InvalidOperationException(added.Reasons);
        }
    }
}
