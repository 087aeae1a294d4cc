using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Applications.Staff;

/// <summary>A referee said no to staff, or cannot be reached.</summary>
[ForRoles(Role.Assessor, Role.TeamManager)]
public sealed class RefereeLostModel : RefereeFormPage
{
    private const string No = "no";

    private static readonly ChoiceField<string> What = new(
        "what",
        new Option<string>(No, "They said no", "They are not asked again"),
        new Option<string>("unreachable", "They cannot be reached")
    )
    {
        Label = "What happened?",
        MissingMessage = "Select what happened",
    };

    private static readonly TextField Reason = new("reason")
    {
        Label = "What did they say, or what have you tried?",
        Called = "Your reasons",
        Hint = "At least 20 characters. Only staff read it.",
        Rows = 4,
        Max = 2_000,
    };

    private readonly RecordRefereeLost record;

    public RefereeLostModel(ApplyReads reads, RecordRefereeLost record)
        : base(reads)
    {
        this.record = record;
        Form = new Form(What, Reason);
    }

    protected override RefereeVerb Verb => RefereeVerb.GiveUp;

    protected override string Done => "The applicant is asked to name somebody else.";

    protected override Task<Result> ActAsync(Guid refereeId, CancellationToken ct) =>
        record.RunAsync(new(refereeId, Form.Must(What) == No, Form.Must(Reason)), Actor, ct);
}
