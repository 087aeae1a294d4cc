using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Records;

public sealed class RecordsModule : IModule
{
    public void Register(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<StoredRows>().AddScoped<SubjectAccessActs>();
        services.AddScoped<Requests.RequestAct>();
        services.AddScoped<SubjectAccessBundle>().AddScoped<CopyMail>();
        services.AddScoped<RetentionClock>().AddScoped<RetentionStops>().AddScoped<CaseErasure>();
        services.AddScoped<IErasedCounts, ErasedCountReads>();
        services.AddSingleton<RetentionRun>();
        services.AddSingleton<IRetentionRun>(p => p.GetRequiredService<RetentionRun>());
    }
}
