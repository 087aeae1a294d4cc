using Foster.Web.Foundation.Jobs;

namespace Foster.Web.Features.Assessment;

/// <summary>What waited for observations goes on to panel when their ten working days are over (REM-09).</summary>
public sealed class ReadyForPanel : IJob
{
    public string Key => "assessment.ready";

    public Task RunAsync(JobRun run, CancellationToken ct) =>
        run.EachCouncilAsync(
            (services, actor, token) =>
                services.GetRequiredService<ReadinessSweep>().SweepAsync(actor, token),
            ct
        );
}
