using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Applicant;

/// <summary>Whether there are an employer and a former partner whom we can ask (R-REF-03, CHK-14, CHK-15).</summary>
public sealed class RefereeOthersModel : ApplyPage
{
    private static readonly YesNoField Employer = new("employer")
    {
        Label =
            "Do you work for somebody, or have you worked with children or adults who need care?",
        Called = "Employer",
        MissingMessage = "Select yes if you have an employer whom we can ask",
    };

    private static readonly TextField EmployerReason = Why(
        "employer-reason",
        "If we should not ask them: why?",
        "For example because they do not know yet that you apply. Leave it empty if we may ask them.",
        Employer
    );

    private static readonly YesNoField FormerPartner = new("former-partner")
    {
        Label = "Do you have a former partner with whom you brought up or looked after children?",
        Called = "Former partner",
        MissingMessage =
            "Select yes if you have a former partner with whom you brought up or looked after children",
    };

    private static readonly TextField FormerPartnerReason = Why(
        "former-partner-reason",
        "If we should not ask your former partner: why?",
        "For example because you or a child would not be safe. Leave it empty if we may ask them.",
        FormerPartner
    );

    private readonly SaveRefereeBackground save;

    public RefereeOthersModel(ApplyReads reads, ProgressReads progress, SaveRefereeBackground save)
        : base(reads, progress)
    {
        this.save = save;
        Form = new Form(Employer, EmployerReason, FormerPartner, FormerPartnerReason);
    }

    public override ApplySection Section => ApplySections.Of("referees");

    public Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        ShowAsync(
            () =>
                Form.Fill(Employer, Who.Background?.HasEmployer)
                    .Fill(EmployerReason, Who.Background?.EmployerReason)
                    .Fill(FormerPartner, Who.Background?.HasFormerPartner)
                    .Fill(FormerPartnerReason, Who.Background?.FormerPartnerReason),
            ct
        );

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await LoadAsync(ct)
            ? await SendAsync(
                token =>
                    save.RunAsync(
                        new(
                            Form.Must(Employer),
                            Form.Get(EmployerReason),
                            Form.Must(FormerPartner),
                            Form.Get(FormerPartnerReason)
                        ),
                        Actor,
                        token
                    ),
                "/apply/referees",
                "Your answers are saved.",
                ct
            )
            : NotFound();

    private static TextField Why(string name, string label, string hint, YesNoField of) =>
        new(name)
        {
            Label = label,
            Called = "Why",
            Hint = hint,
            Optional = true,
            Rows = 3,
            Max = 1_000,
            OnlyWhen = form => form.Get(of) == true,
        };
}
