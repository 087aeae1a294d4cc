using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Link;

/// <summary>A referee checks their answers and sends them, once.</summary>
[Records(AccessKind.Confidential)]
public sealed class ReferenceCheckModel(ReferenceLinkReads links, SendReference send)
    : ReferencePage(links)
{
    private static readonly TickField True = new("declared")
    {
        Label = "What I have written is true, as far as I know",
        MustBeTicked = "Confirm that what you have written is true",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await AdmitAsync(ct) || !Link!.IsComplete)
            return Over();
        Form = new Form(True);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await AdmitAsync(ct))
            return Over();
        Form = new Form(True);
        return await SendAsync(
            token => send.RunAsync(new(Link!.RefereeId), Holder, token),
            Here,
            "Your reference was sent. Thank you. The social worker will get in touch to talk with you.",
            ct
        );
    }
}
