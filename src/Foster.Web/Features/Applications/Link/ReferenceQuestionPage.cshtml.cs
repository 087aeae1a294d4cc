using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Link;

/// <summary>One question to a referee, saved by itself.</summary>
[Records(AccessKind.Confidential)]
public sealed class ReferenceQuestionPageModel(ReferenceLinkReads links, SaveReferenceAnswer save)
    : ReferencePage(links)
{
    private static readonly TickField Whole = new("whole")
    {
        Label = "All of this answer is confidential",
    };

    public ReferenceQuestion Question { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string question, CancellationToken ct)
    {
        if (!Find(question))
            return NotFound();
        if (!await AdmitAsync(ct))
            return Over();
        var answer = Link!.AnswerTo(Question.Key);
        Form.Fill(Question.Field, answer?.Text).Fill(Whole, answer?.IsWhole());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string question, CancellationToken ct)
    {
        if (!Find(question))
            return NotFound();
        if (!await AdmitAsync(ct))
            return await TooLateAsync(ct);
        return await SendAsync(
            async token =>
            {
                var unsettled =
                    Link!
                        .AnswerTo(Question.Key)
                        ?.Unsettles(Form.Get(Question.Field), Form.Get(Whole) is true) == true;
                var saved = await save.RunAsync(
                    new(
                        Link!.RefereeId,
                        Question.Key,
                        Form.Get(Question.Field),
                        Form.Get(Whole) is true
                    ),
                    Holder,
                    token
                );
                if (!saved.Ok)
                    return Result<Sent>.Refused(saved.Refusals);
                return unsettled
                    ? new Sent(
                        Here + "/confidential",
                        "Your answer is saved. You changed a paragraph that was marked as confidential: check which paragraphs are."
                    )
                    : new Sent(Next(), "");
            },
            ct
        );
    }

    /// <summary>The link ended while they wrote: what they wrote is given back to them, and said how to go on.</summary>
    private async Task<IActionResult> TooLateAsync(CancellationToken ct)
    {
        if (Link is null)
            return NotFound();
        Form.Take(await Request.ReadFormAsync(ct));
        if (Form.Raw(Question.Field.Name).Length == 0)
            return Over();
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }

    /// <summary>The next question without an answer; after the last, the check.</summary>
    private string Next() =>
        (
            Here
            + "/"
            + (
                ReferenceQuestions
                    .All.SkipWhile(q => q != Question)
                    .Skip(1)
                    .FirstOrDefault(q => Link!.AnswerTo(q.Key) is null)
                    ?.Key
                ?? (
                    ReferenceQuestions.All.All(q =>
                        q == Question || q.Optional || Link!.AnswerTo(q.Key) is not null
                    )
                        ? "check"
                        : ""
                )
            )
        ).TrimEnd('/');

    private bool Find(string key)
    {
        if (ReferenceQuestions.Find(key) is not { } found)
            return false;
        Question = found;
        Form = new Form(found.Field, Whole);
        return true;
    }
}
