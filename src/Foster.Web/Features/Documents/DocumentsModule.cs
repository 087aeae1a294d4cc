using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Documents;

public sealed class DocumentsModule : IModule, INavigation
{
    public IEnumerable<NavigationItem> Items =>
        [new("apply", "Documents", DocumentLinks.Own, 25, nameof(Role.ProspectiveCarer))];

    public void Register(IServiceCollection services, IConfiguration configuration) =>
        services
            .AddScoped<DocumentActs>()
            .AddScoped<UsualDocuments>()
            .AddScoped<SettleDocuments>()
            .AddScoped<ICaseWaits, DocumentWaits>();
}
