using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Connected;

public sealed class ConnectedModule : IModule
{
    public void Register(IServiceCollection services, IConfiguration configuration) =>
        services.AddScoped<ConnectedActs>().AddScoped<IKnownChildTrack, KnownChildTrack>();
}
