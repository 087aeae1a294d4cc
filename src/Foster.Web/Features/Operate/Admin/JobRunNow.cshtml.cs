using Foster.Web.Features.Operate.Jobs;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>Has a job run without waiting for its time.</summary>
public sealed class JobRunNowModel(JobReads jobs, RunJobNow act) : JobFormPage(jobs)
{
    public override string? Blocked => Job.AgainstRunning;

    protected override string Done => "The job has been asked for. It begins within seconds.";

    protected override Task<Result> ActAsync(CancellationToken ct) =>
        act.RunAsync(new(Job.Line.Key), Actor, ct);
}
