using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

/// <summary>Gives keys to people who came into the database without them, such as from a build that knew none.</summary>
public sealed class MatchKeysJob : IJob
{
    private const int Batch = 200;

    public string Key => "people.match-keys";

    public async Task RunAsync(JobRun run, CancellationToken ct)
    {
        foreach (var council in await run.CouncilsAsync(ct))
            for (
                var people = await WithoutAsync(run, council, Guid.Empty, ct);
                people.Count > 0;
                people = await WithoutAsync(run, council, people[^1], ct)
            )
                await run.ItemAsync(
                    council,
                    async (services, _, token) =>
                    {
                        var keys = services.GetRequiredService<MatchKeys>();
                        foreach (var person in people)
                            await keys.KeepAsync(person, token);
                        await services.GetRequiredService<FosterDb>().SaveChangesAsync(token);
                    },
                    ct
                );
    }

    private static Task<List<Guid>> WithoutAsync(
        JobRun run,
        Guid council,
        Guid after,
        CancellationToken ct
    ) =>
        run.ReadAsync(
            council,
            db =>
                db.Set<Person>()
                    .Where(p => p.CouncilId == council && p.Id.CompareTo(after) > 0)
                    .Where(p =>
                        db.Set<Membership>()
                            .Any(m =>
                                m.CouncilId == council
                                && m.PersonId == p.Id
                                && m.IsApplicant
                                && m.To == null
                            ) && !db.Set<PersonKey>().Any(k => k.PersonId == p.Id)
                    )
                    .OrderBy(p => p.Id)
                    .Select(p => p.Id)
                    .Take(Batch)
                    .ToListAsync(ct)
        );
}
