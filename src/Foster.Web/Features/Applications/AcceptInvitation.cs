using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Foster.Web.Features.Applications;

/// <param name="Secret">What stands in the address of the invitation.</param>
public sealed record AcceptInvitationInput(string Secret, string SignInName, string Password);

/// <summary>
/// Somebody takes up their invitation: makes an account tied to the person on record, without any knowledge question
/// (R-DP-18). The link is then used up.
/// </summary>
public sealed class AcceptInvitation(
    FosterDb db,
    UserManager<Account> accounts,
    Links links,
    CaseReads cases,
    CaseHistory history,
    IOptions<SiteOptions> site,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(
        AcceptInvitationInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var link = await links.FindAsync(input.Secret, LinkPurpose.Invitation, ct);
        if (link is not { PersonId: { } personId } || !links.IsLive(link))
            return Result.Refused("This link has expired or was used. Ask for a new one.");
        var application = await db.Set<Application>()
            .SingleOrDefaultAsync(a => a.Id == link.SubjectId, ct);
        if (application?.IsOpen != true)
            return Result.Refused("This application has ended.");
        var person = (await cases.ApplicantsAsync(link.CaseId, ct)).FirstOrDefault(p =>
            p.PersonId == personId
        );
        if (person is null || await cases.AccountOfAsync(personId, ct) is not null)
            return Result.Refused("You have an account already. Sign in.");
        var name = input.SignInName.Trim();
        var against = await AgainstAsync(name, input.Password, person, link.CouncilId, ct);
        if (against.Count > 0)
            return Result.Refused(against);

        // The account is saved by itself, so both saves stand or fall together.
        await using var own = db.Database.CurrentTransaction is null
            ? await db.BeginWriteAsync(ct)
            : null;
        var account = new Account
        {
            UserName = name,
            Email = person.Email,
            EmailConfirmed = true,
            DisplayName = person.FullName,
        };
        var made = await accounts.CreateAsync(account, input.Password);
        if (!made.Succeeded)
            return Result.Refused([
                .. made.Errors.Select(e => new Refusal(e.Description, null, "password")),
            ]);
        db.Add(
            new AccountLink
            {
                AccountId = account.Id,
                CouncilId = link.CouncilId,
                PersonId = personId,
            }
        );
        db.Add(
            new RoleAssignment
            {
                AccountId = account.Id,
                CouncilId = link.CouncilId,
                Role = Role.ProspectiveCarer,
            }
        );
        link.UsedAt = clock.Now;
        await history.WriteAsync(
            actor,
            link.CaseId,
            new HistoryNote("application.account", $"{person.FullName} made an account")
            {
                ForApplicant = "You made your account",
                PersonId = personId,
                Rules = ["R-DP-18"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        if (own is not null)
            await own.CommitAsync(ct);
        return Result.Done;
    }

    private async Task<List<Refusal>> AgainstAsync(
        string name,
        string password,
        CasePerson person,
        Guid councilId,
        CancellationToken ct
    )
    {
        var against = new List<Refusal>();
        if (await accounts.FindByNameAsync(name) is not null)
            against.Add(
                new Refusal(
                    "Somebody else signs in with this name. Choose another, such as your first name and a number. "
                        + "You can still share an email address with them.",
                    "R-DP-18",
                    "sign-in-name"
                )
            );
        var council = await db.Set<Council>()
            .Where(c => c.Id == councilId)
            .Select(c => new { c.Name, c.TeamName })
            .SingleAsync(ct);
        var weak = PasswordRules.Against(
            password,
            name,
            person.GivenName,
            person.FamilyName,
            council.Name,
            council.TeamName,
            site.Value.ServiceName
        );
        if (weak is not null)
            against.Add(new Refusal(weak, "R-DP-18", "password"));
        return against;
    }
}
