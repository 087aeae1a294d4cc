using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Applications;

public sealed class ApplicationsModule : IModule, INavigation
{
    public IEnumerable<NavigationItem> Items =>
        [
            new("apply", "Your application", "/apply", 10, nameof(Role.ProspectiveCarer)),
            new("apply", "Progress", "/apply/progress", 20, nameof(Role.ProspectiveCarer)),
            new(
                "staff",
                "Applications",
                "/staff/applications",
                30,
                nameof(Role.RecruitmentOfficer),
                nameof(Role.Assessor),
                nameof(Role.TeamManager),
                nameof(Role.PanelAdviser)
            ),
        ];

    public void Register(IServiceCollection services, IConfiguration configuration) =>
        services
            .AddScoped<ApplicantMail>()
            .AddScoped<WithdrawalLetter>()
            .AddScoped<TypedForms>()
            .AddScoped<RefereeAct>()
            .AddScoped<TransferBook>()
            .AddScoped<ConsentBook>()
            .AddScoped<ITransferTrack, TransferTrack>()
            .AddScoped<RefusedConsents>()
            .AddScoped<ConsentGuard>()
            .AddScoped<InvitationPause>()
            .AddScoped<IInvitationGuard, OpenApplicationReads>()
            .AddScoped<ICaseWaits, PartWaits>()
            .AddScoped<ICaseWaits, RefereeWaits>();
}
