using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Messages;

public sealed class MessagesModule : IModule
{
    public void Register(IServiceCollection services, IConfiguration configuration) =>
        services.AddScoped<ITextNumbers, TextNumbers>().AddScoped<WordsAct>();
}
