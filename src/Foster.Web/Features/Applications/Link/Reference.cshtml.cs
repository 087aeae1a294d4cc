using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Link;

/// <summary>
/// What a referee sees first: who asks and why, how their words may be used and who sees them, and how far they have got
/// (R-REF-05, R-DP-09). A link that is wrong, used, expired or replaced names nobody.
/// </summary>
[Records(AccessKind.Confidential)]
public sealed class ReferenceModel(ReferenceLinkReads links) : ReferencePage(links)
{
    public string Title =>
        Link switch
        {
            { IsOpen: true } => "Your reference",
            { Standing: ReferenceStanding.Used } => "This link has been used",
            { Standing: ReferenceStanding.Expired } => "This link has expired",
            { DeclinedOn: not null } => "You would rather not give a reference",
            { } => "This reference is not needed any more",
            null => "This link does not work",
        };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await AdmitAsync(ct))
            Response.StatusCode = Link switch
            {
                null => StatusCodes.Status404NotFound,
                { Standing: ReferenceStanding.Expired } => StatusCodes.Status410Gone,
                _ => StatusCodes.Status200OK,
            };
        return Page();
    }

    public string StatusOf(ReferenceQuestion question) =>
        Link!.AnswerTo(question.Key) is not null ? "Completed"
        : question.Optional ? "Optional"
        : "Not yet started";
}
