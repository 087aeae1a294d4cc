using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Cases;

public sealed class CasesModule : IModule
{
    public void Register(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<RestrictedClocks>();
        services.AddScoped<Naming>();
        services.AddScoped<MatchKeys>();
        services.AddScoped<LetterPress>();
    }
}
