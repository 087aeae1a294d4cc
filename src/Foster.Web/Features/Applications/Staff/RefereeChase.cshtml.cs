using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Applications.Staff;

/// <summary>A worker asks a referee again (R-ASSESS-02).</summary>
[ForRoles(Role.Assessor, Role.TeamManager)]
public sealed class RefereeChaseModel : RefereeFormPage
{
    private static readonly TextField How = new("how")
    {
        Label = "How did you chase them?",
        Hint = "For example, by telephone, left a message",
        MissingMessage = "Enter how you chased them",
    };

    private static readonly TickField Write = new("write")
    {
        Label = "Send them the link again by e-mail as well",
    };

    private readonly ChaseReferee chase;

    public RefereeChaseModel(ApplyReads reads, ChaseReferee chase)
        : base(reads)
    {
        this.chase = chase;
        Form = new Form(How, Write);
    }

    protected override RefereeVerb Verb => RefereeVerb.Chase;

    protected override string Done => "The chase is recorded.";

    protected override Task<Result> ActAsync(Guid refereeId, CancellationToken ct) =>
        chase.RunAsync(new(refereeId, Form.Must(How), Form.Get(Write) is true), Actor, ct);
}
