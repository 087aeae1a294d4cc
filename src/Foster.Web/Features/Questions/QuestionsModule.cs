using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Questions;

public sealed class QuestionsModule : IModule, INavigation
{
    public IEnumerable<NavigationItem> Items =>
        [
            new("apply", "Questions", QuestionLinks.Applicant, 30, nameof(Role.ProspectiveCarer)),
            new("carer", "Questions", QuestionLinks.Carer, 30, nameof(Role.ApprovedCarer)),
            new(
                "staff",
                "Questions",
                QuestionLinks.Queue,
                15,
                [.. QuestionMachine.Answerers.Select(r => r.ToString())]
            ),
        ];

    public void Register(IServiceCollection services, IConfiguration configuration) =>
        services.AddScoped<QuestionActs>().AddScoped<QuestionMail>();
}
