using Foster.Web.Features.Operate.Accounts;
using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Operate;

public sealed class OperateModule : IModule
{
    public void Register(IServiceCollection services, IConfiguration configuration) =>
        services.AddScoped<TellOwner>().AddScoped<SetUpFactor>().AddScoped<NewPasswordCheck>();
}
