using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Link;

/// <summary>A referee marks single paragraphs as confidential (R-REF-05).</summary>
[Records(AccessKind.Confidential)]
public sealed class ReferenceParagraphsModel(ReferenceLinkReads links, MarkReferenceParagraphs mark)
    : ReferencePage(links)
{
    private MultiChoiceField<string> paragraphs = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
            return Over();
        Form.Fill(
            paragraphs,
            [
                .. Link!
                    .Answers.SelectMany(a => a.Paragraphs)
                    .Where(p => p.Confidential)
                    .Select(p => p.Key),
            ]
        );
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await FindAsync(ct)
            ? await SendAsync(
                token =>
                    mark.RunAsync(
                        new(Link!.RefereeId, (Form.Get(paragraphs) ?? []).ToHashSet()),
                        Holder,
                        token
                    ),
                Here + "/check",
                "Your marks are saved.",
                ct
            )
            : Over();

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (!await AdmitAsync(ct))
            return false;
        paragraphs = new(
            "confidential",
            [
                .. from question in ReferenceQuestions.All
                join answer in Link!.Answers on question.Key equals answer.Question
                from paragraph in answer.Paragraphs
                select new Option<string>(paragraph.Key, paragraph.Text, question.Short),
            ]
        )
        {
            Label = "Which paragraphs are confidential?",
            Hint =
                "What you select is not shared with the person you speak for, unless the law or a court says so.",
            Optional = true,
        };
        Form = new Form(paragraphs);
        return true;
    }
}
