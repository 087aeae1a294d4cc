using Foster.Web.Features.Operate.Accounts;
using Foster.Web.Foundation.Rules;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>One member of staff, and what an administrator can do for them now. Its form sends the invitation again.</summary>
public sealed class PersonPageModel(PeopleReads people, ResendStaffInvitation resend)
    : PersonFormPage(people)
{
    public override string? Blocked => null;

    protected override string Done => "The invitation was sent again. Earlier links have ended.";

    protected override Task<Result> ActAsync(CancellationToken ct) =>
        resend.RunAsync(new(Person.Line.Id), Actor, ct);
}
