using Foster.Web.Features.Operate.People;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Sessions;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>The second of two administrators decides on the reset of a second step, or the first one withdraws it.</summary>
[FreshFactor]
public sealed class PersonEndResetModel : PersonFormPage
{
    private static readonly YesNoField Decision = new("decision")
    {
        Label = "Have you made sure that it is really them?",
        Called = "Decision",
        Yes = "Yes, reset their second step now",
        No = "No, withdraw the request",
        Inline = false,
        MissingMessage = "Select whether to reset it or to withdraw the request",
    };

    private readonly EndFactorReset act;
    private bool confirm;

    public PersonEndResetModel(PeopleReads people, EndFactorReset act)
        : base(people) => this.act = act;

    /// <summary>Whoever asked can only withdraw.</summary>
    public bool OnlyWithdraws => Person.Reset is { ByReader: true };

    public override string? Blocked =>
        Person.Reset is null ? "No reset is asked for, or it is too late to confirm it."
        : Person.IsReader ? "Nobody resets their own second step (R-SOD-07)."
        : null;

    protected override string Done =>
        confirm
            ? "The second step is reset. They set up a new one when they next sign in."
            : "The request is withdrawn. Nothing was reset.";

    protected override void Prepare() => Form = OnlyWithdraws ? new Form() : new Form(Decision);

    protected override Task<Result> ActAsync(CancellationToken ct)
    {
        confirm = !OnlyWithdraws && Form.Must(Decision);
        return act.RunAsync(new(Person.Line.Id, confirm), Actor, ct);
    }
}
