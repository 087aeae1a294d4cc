using Foster.Web.Features.Operate.People;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Sessions;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>The first of two administrators asks for the reset of a lost second step.</summary>
[FreshFactor]
public sealed class PersonResetModel(PeopleReads people, AskFactorReset act)
    : PersonReasonPage(people)
{
    public override string? Blocked =>
        Person.IsReader
            ? "Nobody resets their own second step. Ask two other administrators (R-SOD-07)."
        : Person.Line.State != StaffState.Active
            ? "Only an account that its owner has taken up and that is not disabled has a second step to reset."
        : !Person.Line.HasFactor
            ? "They have no second step. One is asked for when they next sign in."
        : Person.Reset is not null
            ? "A reset is asked for already and waits for a second administrator."
        : !Person.OtherAdministrators
            ? "It takes two administrators, and nobody else here could confirm it. Whoever runs Foster for you makes a second one with the command create-admin."
        : null;

    protected override string Done =>
        "The reset is asked for. Another administrator confirms it on this page.";

    protected override Task<Result> ActAsync(Guid accountId, string reason, CancellationToken ct) =>
        act.RunAsync(new(accountId, reason), Actor, ct);
}
