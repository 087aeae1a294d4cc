using Foster.Web.Features.Operate.Accounts;
using Foster.Web.Features.Operate.People;
using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Operate;

public sealed class OperateModule : IModule
{
    public void Register(IServiceCollection services, IConfiguration configuration) =>
        services
            .Configure<PeopleOptions>(configuration.GetSection(PeopleOptions.Section))
            .AddScoped<TellOwner>()
            .AddScoped<StandIn>()
            .AddScoped<SetUpFactor>()
            .AddScoped<NewPasswordCheck>()
            .AddScoped<Colleagues>();
}
