using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Reminders;

public sealed class RemindersModule : IModule
{
    public void Register(IServiceCollection services, IConfiguration configuration) =>
        services
            .AddScoped<ReminderRules>()
            .AddScoped<ReminderPlan>()
            .AddScoped<ReminderPlanning>()
            .AddScoped<ReminderPosting>()
            .AddScoped<Addressees>();
}
