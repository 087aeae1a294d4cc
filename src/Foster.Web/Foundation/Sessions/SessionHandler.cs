using System.Security.Claims;
using System.Text.Encodings.Web;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Foster.Web.Foundation.Sessions;

/// <summary>
/// Knows people by the session behind their cookie. Whether the session goes on, the account is enabled and the role is
/// still held is asked at each request, so that the answer is the same on every node at once.
/// </summary>
public sealed class SessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    SessionStore sessions,
    SessionCookies cookies
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Foster";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (
            SecretKey.HashOf(cookies.Read(Context, SessionCookie.Session)) is not { } hash
            || !IsPageOrNothing()
            || Context.Features.Get<IExceptionHandlerFeature>() is not null
        )
            return AuthenticateResult.NoResult();
        var (found, ended) = await sessions.FindAsync(hash, Context.RequestAborted);
        if (ended is not null)
            Context.Features.Set(ended);
        if (found is not { } who)
            return AuthenticateResult.NoResult();
        if (!who.Roles.Contains(who.Session.Role))
        {
            // An applicant who was approved while signed in goes on as a carer.
            if (
                who.Session.Role != Role.ProspectiveCarer
                || !who.Roles.Contains(Role.ApprovedCarer)
            )
                return AuthenticateResult.NoResult();
            await sessions.ActAsync(
                who.Session.Id,
                who.Session.CouncilId,
                Role.ApprovedCarer,
                Context.RequestAborted
            );
            who.Session.Role = Role.ApprovedCarer;
            Context.Features.Set(new NewRole(Role.ApprovedCarer));
        }
        if (Context.GetEndpoint()?.Metadata.GetMetadata<QuietAttribute>() is null)
            who = await sessions.SeenAsync(who, Context.RequestAborted);
        Context.Features.Set(who);
        return AuthenticateResult.Success(new(PrincipalOf(who), SchemeName));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var back = await LatePosts.BackAsync(Context);
        Response.Redirect("/sign-in?ReturnUrl=" + Uri.EscapeDataString(back));
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>
    /// Files and health need nobody's name, unless they say so; an address that leads nowhere shows a page like any other.
    /// </summary>
    private bool IsPageOrNothing() =>
        Context.GetEndpoint() is not { } endpoint
        || endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null
        || endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null;

    private static ClaimsPrincipal PrincipalOf(Presence who)
    {
        var identity = new ClaimsIdentity(SchemeName);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, who.Session.AccountId.ToString()));
        identity.AddClaim(new Claim(ClaimTypes.Name, who.SignInName));
        identity.AddClaim(new Claim(SignIns.CouncilClaim, who.Session.CouncilId.ToString()));
        // No page of any role opens to somebody who has yet to show a second factor.
        if (!who.IsUnproven)
            identity.AddClaim(new Claim(ClaimTypes.Role, who.Session.Role.ToString()));
        return new ClaimsPrincipal(identity);
    }
}
