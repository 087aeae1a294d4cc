using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Web;
using Microsoft.Extensions.Options;

namespace Foster.Web.Features.Operate.Accounts;

/// <summary>What is wrong with a new password for this account: too short, too common, or made of names around it.</summary>
public sealed class NewPasswordCheck(
    CouncilDirectory councils,
    SignIns signIns,
    IOptions<SiteOptions> site
)
{
    public async Task<string?> AgainstAsync(string password, Account account, CancellationToken ct)
    {
        var held = await signIns.PositionsAsync(account.Id, ct);
        var around = (await councils.AllAsync(ct))
            .Where(c => held.Any(p => p.CouncilId == c.Id))
            .SelectMany(c => new[] { c.Name, c.TeamName });
        return PasswordRules.Against(
            password,
            [
                site.Value.ServiceName,
                account.DisplayName,
                account.UserName ?? "",
                account.Email ?? "",
                .. around,
            ]
        );
    }
}
