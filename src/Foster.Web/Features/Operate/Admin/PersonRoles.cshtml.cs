using Foster.Web.Features.Operate.People;
using Foster.Web.Foundation.Actors;
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
    }

    public override string? Blocked =>
        Person.IsReader ? "Nobody changes their own roles (R-SOD-07)." : null;

    protected override string Done => "The roles are saved and hold from now on.";

    /// <summary>Who has no role here is no longer among the people of this council.</summary>
    protected override string Onward => Chosen.Count > 0 ? Back : PeopleModel.Path;

    private MultiChoiceField<Role> Roles =>
        Person.ElsewhereAt.Count > 0 ? PersonFields.RolesOrNone : PersonFields.Roles;

    private IReadOnlyList<Role> Chosen => Form.Get(Roles) ?? [];

    protected override void Prepare() => Form = new Form(Roles);

    protected override void Fill() => Form.Fill(Roles, Person.Line.Roles);

    protected override Task<Result> ActAsync(CancellationToken ct) =>
        act.RunAsync(new(Person.Line.Id, Chosen), Actor, ct);
}
