using Foster.Web.Features.Operate.Councils;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Files;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>Puts up the council's picture, and takes it down.</summary>
public sealed class CouncilLogoModel : FormPage
{
    private static readonly FileField Logo = new("logo")
    {
        Label = "Picture",
        Hint =
            "A PNG or JPEG of 200 KB or less, and of 1,000 pixels or fewer each way. On a dark background it is shown on white.",
        Accept = "image/png,image/jpeg",
        Optional = true,
    };

    private readonly CouncilDirectory councils;
    private readonly PutUpLogo putUp;
    private readonly TakeDownLogo takeDown;

    public CouncilLogoModel(CouncilDirectory councils, PutUpLogo putUp, TakeDownLogo takeDown)
    {
        (this.councils, this.putUp, this.takeDown) = (councils, putUp, takeDown);
        Form = new Form(Logo);
    }

    public Council Council { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) =>
        Council = await councils.OfAsync(Actor, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Council = await councils.OfAsync(Actor, ct);
        var chosen = await ChosenFile.BytesAsync(
            Request.Form.Files.GetFile(Logo.Name),
            PutUpLogo.MaxBytes,
            ct
        );
        return await SendAsync(
            token => putUp.RunAsync(new(chosen), Actor, token),
            "/admin/council",
            "The logo is put up.",
            ct
        );
    }

    public async Task<IActionResult> OnPostTakeDownAsync(CancellationToken ct)
    {
        Council = await councils.OfAsync(Actor, ct);
        return await SendAsync(
            token => takeDown.RunAsync(Actor, token),
            "/admin/council",
            "The logo is taken down.",
            ct
        );
    }
}
