using Foster.Web.Features.Operate.People;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Sessions;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>Lets somebody in again.</summary>
[FreshFactor]
public sealed class PersonEnableModel(PeopleReads people, EnableAccount act)
    : PersonReasonPage(people)
{
    public override string? Blocked =>
        Person.Line.State == StaffState.Disabled ? null : "The account is not disabled.";

    protected override string Done => "The account works again.";

    protected override Task<Result> ActAsync(Guid accountId, string reason, CancellationToken ct) =>
        act.RunAsync(new(accountId, reason), Actor, ct);
}
