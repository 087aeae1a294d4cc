using Foster.Web.Features.Assessment;
using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Approvals;

public sealed class ApprovalsModule : IModule
{
    public void Register(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<WholeAgenda>();
        services.AddScoped<Correction>();
        services.AddScoped<IPanelDays, PanelDays>();
    }
}
