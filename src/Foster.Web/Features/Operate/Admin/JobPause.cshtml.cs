using Foster.Web.Features.Operate.Jobs;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Sessions;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>Keeps a job from running.</summary>
[FreshFactor]
public sealed class JobPauseModel : JobFormPage
{
    private readonly PauseJob act;

    public JobPauseModel(JobReads jobs, PauseJob act)
        : base(jobs)
    {
        this.act = act;
        Form = new Form(Reason);
    }

    public override string? Blocked => Job.AgainstPausing;

    protected override string Done => "The job is paused.";

    protected override Task<Result> ActAsync(CancellationToken ct) =>
        act.RunAsync(new(Job.Line.Key, Form.Must(Reason)), Actor, ct);
}
