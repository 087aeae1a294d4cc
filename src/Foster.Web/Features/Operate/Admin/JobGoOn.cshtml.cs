using Foster.Web.Features.Operate.Jobs;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>Ends the pause of a job.</summary>
public sealed class JobGoOnModel : JobFormPage
{
    private readonly LetJobGoOn act;

    public JobGoOnModel(JobReads jobs, LetJobGoOn act)
        : base(jobs)
    {
        this.act = act;
        Form = new Form(Reason);
    }

    public override string? Blocked => Job.AgainstGoingOn;

    protected override string Done => "The job goes on.";

    protected override Task<Result> ActAsync(CancellationToken ct) =>
        act.RunAsync(new(Job.Line.Key, Form.Must(Reason)), Actor, ct);
}
