using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Jobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Foster.Web.Features.Assessment;

public sealed class AssessmentModule : IModule
{
    public void Register(IServiceCollection services, IConfiguration configuration) =>
        services
            .AddScoped<CheckAct>()
            .AddScoped<CheckDocuments>()
            .AddScoped<FormerReference>()
            .AddScoped<ConsentGaps>()
            .AddScoped<Stage1Completion>()
            .AddScoped<ReadinessSweep>()
            .AddScoped<IJob, ReadyForPanel>();
}
