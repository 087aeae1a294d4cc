using Foster.Web.Features.Operate.People;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Sessions;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>Gives and takes roles.</summary>
[FreshFactor]
public sealed class PersonRolesModel : PersonFormPage
{
    private readonly ChangeRoles act;

    public PersonRolesModel(PeopleReads people, ChangeRoles act)
        : base(people)
    {
        this.act = act;
        Form = new Form(PersonFields.Roles);
    }

    public override string? Blocked =>
        Person.IsReader ? "Nobody changes their own roles (R-SOD-07)." : null;

    protected override string Done => "The roles are saved and hold from now on.";

    protected override void Fill() => Form.Fill(PersonFields.Roles, Person.Line.Roles);

    protected override Task<Result> ActAsync(CancellationToken ct) =>
        act.RunAsync(new(Person.Line.Id, Form.Must(PersonFields.Roles)), Actor, ct);
}
