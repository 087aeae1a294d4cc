using Foster.Web.Features.Operate.People;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Sessions;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>Ends what an account can do.</summary>
[FreshFactor]
public sealed class PersonDisableModel(PeopleReads people, DisableAccount act)
    : PersonReasonPage(people)
{
    public override string? Blocked =>
        Person.IsReader ? "Nobody disables their own account (R-SOD-07)."
        : Person.Line.State == StaffState.Disabled ? "The account is disabled already."
        : null;

    protected override string Done => "The account is disabled and its sessions have ended.";

    protected override Task<Result> ActAsync(Guid accountId, string reason, CancellationToken ct) =>
        act.RunAsync(new(accountId, reason), Actor, ct);
}
