using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Jobs;

namespace Foster.Web.Features.Enquiries;

/// <summary>Goes through those whose day has come, and those who have long been silent.</summary>
public sealed class KeepWarmJob : IJob
{
    public string Key => "enquiries.keep-warm";

    public Task RunAsync(JobRun run, CancellationToken ct) =>
        run.EachDueAsync(
            (db, council) => Due(db, council, run.Day),
            (services, id, actor, token) =>
                services.GetRequiredService<AskKeptWarm>().RunAsync(new(id), actor, token),
            ct
        );

    private static IQueryable<Guid> Due(FosterDb db, Guid council, DateOnly day)
    {
        var silentSince = KeepWarm.SilentSince(day);
        return db.Set<KeepWarm>()
            .Where(k =>
                k.CouncilId == council
                && (k.State == KeepWarmState.Waiting || k.State == KeepWarmState.Asked)
                && (k.AskOn <= day || k.HeardOn <= silentSince)
            )
            .OrderBy(k => k.AskOn)
            .Select(k => k.Id);
    }
}
