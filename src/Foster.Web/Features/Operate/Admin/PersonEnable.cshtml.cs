using Foster.Web.Features.Operate.People;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Sessions;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>Lets somebody in again.</summary>
[FreshFactor]
public sealed class PersonEnableModel : PersonFormPage
{
    private readonly EnableAccount act;

    public PersonEnableModel(PeopleReads people, EnableAccount act)
        : base(people)
    {
        this.act = act;
        Form = new Form(PersonFields.Reason);
    }

    public override string? Blocked =>
        Person.Line.State == StaffState.Disabled ? null : "The account is not disabled.";

    protected override string Done => "The account works again.";

    protected override Task<Result> ActAsync(CancellationToken ct) =>
        act.RunAsync(new(Person.Line.Id, Form.Must(PersonFields.Reason)), Actor, ct);
}
