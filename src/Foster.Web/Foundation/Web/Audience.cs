using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Sessions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Foster.Web.Foundation.Web;

/// <summary>Narrows a page to some of the roles of its audience folder.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForRolesAttribute(params Role[] roles) : Attribute
{
    public IReadOnlyList<Role> Roles { get; } = roles;
}

/// <summary>
/// Turns the folder in which a page lives into its authorisation policy. A page outside an audience folder fails the
/// start, so there is no page that nobody thought about.
/// </summary>
public sealed class AudienceConvention : IPageApplicationModelConvention
{
    /// <summary>Audience folder and who may open its pages; null means everyone, an empty list everyone signed in.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Role>?> Audiences { get; } =
        new Dictionary<string, IReadOnlyList<Role>?>
        {
            ["Public"] = null,
            ["Link"] = null,
            ["SignedIn"] = [],
            ["Applicant"] = [Role.ProspectiveCarer],
            ["Carer"] = [Role.ApprovedCarer],
            ["Staff"] =
            [
                Role.RecruitmentOfficer,
                Role.Assessor,
                Role.SupervisingSocialWorker,
                Role.TeamManager,
                Role.PanelAdviser,
                Role.Analyst,
            ],
            ["Panel"] = [Role.PanelAdviser, Role.PanelMember, Role.PanelChair],
            ["Decisions"] = [Role.DecisionMaker],
            ["Finance"] = [Role.FinanceOfficer, Role.TeamManager],
            ["Hub"] = [Role.HubWorker],
            ["Admin"] = [Role.Administrator],
        };

    public void Apply(PageApplicationModel model)
    {
        // RelativePath is /Features/<Capability>/<Audience>/…
        var parts = model.RelativePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var folder = parts.Length > 3 ? parts[2] : "";
        if (!Audiences.TryGetValue(folder, out var roles))
            throw new InvalidOperationException(
                $"{model.RelativePath} is in no audience folder. Move it to one of {string.Join(", ", Audiences.Keys)}."
            );
        foreach (var word in model.HandlerType.GetCustomAttributes(false).Where(SaysHowToEnter))
            model.EndpointMetadata.Add(word);
        if (roles is null)
        {
            model.EndpointMetadata.Add(new AllowAnonymousAttribute());
            return;
        }
        model.EndpointMetadata.Add(Only(roles));
        if (
            model.HandlerType.GetCustomAttributes(typeof(ForRolesAttribute), false)
            is [ForRolesAttribute narrower]
        )
            model.EndpointMetadata.Add(Only(narrower.Roles));
    }

    /// <summary>What the session and the step-up read from a page.</summary>
    private static bool SaysHowToEnter(object attribute) =>
        attribute is OpenToUnprovenAttribute or QuietAttribute or FreshFactorAttribute;

    private static AuthorizeAttribute Only(IReadOnlyList<Role> roles) =>
        roles.Count == 0
            ? new AuthorizeAttribute()
            : new AuthorizeAttribute { Roles = string.Join(',', roles) };
}
