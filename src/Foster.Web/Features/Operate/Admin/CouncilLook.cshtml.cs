using Foster.Web.Features.Operate.Councils;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>The colour of the council's pages.</summary>
public sealed class CouncilLookModel : FormPage
{
    private static readonly ChoiceField<Accent> Colour = new(
        "colour",
        new Option<Accent>(Accent.Teal, "Teal"),
        new Option<Accent>(Accent.Blue, "Blue"),
        new Option<Accent>(Accent.Plum, "Plum"),
        new Option<Accent>(Accent.Green, "Green")
    )
    {
        Label = "Which colour?",
        Called = "Colour",
        MissingMessage = "Choose one of the colours",
    };

    private readonly CouncilDirectory councils;
    private readonly ChooseAccent choose;

    public CouncilLookModel(CouncilDirectory councils, ChooseAccent choose)
    {
        (this.councils, this.choose) = (councils, choose);
        Form = new Form(Colour);
    }

    public async Task OnGetAsync(CancellationToken ct) =>
        Form.Fill(Colour, (await councils.OfAsync(Actor, ct)).Accent);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await SendAsync(
            token => choose.RunAsync(new(Form.Must(Colour)), Actor, token),
            "/admin/council",
            "The colour is saved.",
            ct
        );
}
