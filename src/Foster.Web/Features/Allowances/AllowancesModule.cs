using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Allowances;

public sealed class AllowancesModule : IModule
{
    public void Register(IServiceCollection services, IConfiguration configuration) =>
        services.AddScoped<MinimumDue>().AddScoped<IWorkNotice, MinimumDue>();
}
