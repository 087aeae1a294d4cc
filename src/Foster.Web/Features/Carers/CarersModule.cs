using Foster.Web.Features.Approvals;
using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Carers;

/// <summary>What is registered by hand, since it is neither an operation nor a read.</summary>
public sealed class CarersModule : IModule
{
    public void Register(IServiceCollection services, IConfiguration configuration) =>
        services.AddScoped<CarerClocks>().AddScoped<IStandingApprovals, StandingApprovals>();
}
