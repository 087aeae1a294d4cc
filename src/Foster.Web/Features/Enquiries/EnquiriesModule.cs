using Foster.Web.Features.Enquiries.Duplicates;
using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Enquiries;

public sealed class EnquiriesModule : IModule
{
    public void Register(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<CouncilChoice>();
        services.AddScoped<EnquiryAct>();
        services.AddScoped<EnquiryPromise>();
        services.AddScoped<KeptWarm>();
        services.AddScoped<CountOnce>();
        services.AddScoped<CarryOver>();
    }
}
