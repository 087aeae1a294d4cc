using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Link;

/// <summary>A referee would rather not; nobody has to say why.</summary>
[Records(AccessKind.Confidential)]
public sealed class ReferenceDeclineModel(ReferenceLinkReads links, DeclineReference decline)
    : ReferencePage(links)
{
    private static readonly TextField Reason = new("reason")
    {
        Label = "Would you like to tell us why?",
        Called = "Why",
        Hint = "Only the fostering team reads it.",
        Optional = true,
        Rows = 4,
        Max = 1_000,
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await AdmitAsync(ct))
            return Over();
        Form = new Form(Reason);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await AdmitAsync(ct))
            return Over();
        Form = new Form(Reason);
        return await SendAsync(
            token => decline.RunAsync(new(Link!.RefereeId, Form.Get(Reason)), Holder, token),
            Here,
            "Thank you for telling us. We will not ask you again.",
            ct
        );
    }
}
