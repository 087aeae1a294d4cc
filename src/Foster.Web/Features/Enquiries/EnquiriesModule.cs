using Foster.Web.Features.Enquiries.Duplicates;
using Foster.Web.Features.Enquiries.Sources;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Enquiries;

public sealed class EnquiriesModule : IModule
{
    public void Register(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<CouncilChoice>();
        services.AddScoped<EnquiryAct>();
        services.AddScoped<Nurturing.NurtureBook>();
        services.AddScoped<EnquiryPromise>();
        services.AddScoped<VisitPromise>();
        services.AddScoped<Attempts>();
        services.AddScoped<RecordedTwice>();
        services.AddScoped<KeptWarm>();
        services.AddScoped<LookUps.StopForConcern>();
        services.AddScoped<KeepWarmLog>();
        services.AddScoped<AskAgainBook>();
        services.AddScoped<SavedEnquiryLinks>();
        services.AddScoped<SavedEnquiries>();
        services.AddScoped<IWorkNotice, SetAsideDue>();
        services.AddScoped<ISetUpNeed, PackNeed>();
        services.AddScoped<Public.Leaving>();
        services.AddScoped<CountOnce>();
        services.AddScoped<CarryOver>();
        services.AddScoped<PassCount>();
        services.AddScoped<Import.ImportedBook>();
        services.AddScoped<Import.ImportedSources>();
        services.AddScoped<SourceBook>();
        services.AddScoped<TrailCookie>();
        services.AddScoped<Trail>();
        services.AddScoped<CameHere>();
        services.Configure<RazorPagesOptions>(o => o.Conventions.Add(new TrailConvention()));
    }
}
