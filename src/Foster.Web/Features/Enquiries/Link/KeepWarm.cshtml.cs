using Foster.Web.Features.Enquiries.Public;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Link;

/// <summary>What is kept of somebody who is asked again later, and their answer: now, later, or never.</summary>
public sealed class KeepWarmModel(
    KeepWarmReads reads,
    StillThinking thinking,
    AskLater later,
    StopKeepWarm stop,
    JourneyDrafts drafts,
    LondonClock clock
) : FormPage
{
    private const string Now = "now";
    private const string Thinking = "thinking";
    private const string AnotherMonth = "later";
    private const string Never = "stop";

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public KeepWarmView View { get; private set; } = null!;

    public ChoiceField<string> Answer { get; private set; } = null!;

    public ChoiceField<string> Month { get; private set; } = null!;

    public ChoiceField<AskEvery> Every { get; private set; } = null!;

    private string Here => "/keep-warm/" + Token;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        Form.Take(Request.Form);
        if (View.Line.IsLive && Form.Get(Answer) == Now)
            return await BeginAsync(ct);
        return await SendAsync(
            token =>
                Form.Must(Answer) switch
                {
                    Never => stop.RunAsync(new(View.Line.Id), View.Actor, token),
                    Thinking => thinking.RunAsync(new(View.Line.Id), View.Actor, token),
                    _ => later.RunAsync(
                        new(View.Line.Id, KeepWarmMonths.Read(Form.Must(Month)), Form.Must(Every)),
                        View.Actor,
                        token
                    ),
                },
            Here,
            "We have noted your answer.",
            ct
        );
    }

    /// <summary>The ordinary enquiry, with what we know filled in. What comes of it finds its way back by the email address.</summary>
    private async Task<IActionResult> BeginAsync(CancellationToken ct)
    {
        var known = new Form(EnquiryQuestions.GivenName, EnquiryQuestions.Email)
            .Fill(EnquiryQuestions.GivenName, View.Line.FirstName)
            .Fill(EnquiryQuestions.Email, View.Line.Email);
        if (JourneyCookie.Read(HttpContext, EnquiryJourney.Key) is { } earlier)
            await drafts.EraseAsync(earlier, ct);
        var draft = await drafts.BeginAsync(
            EnquiryJourney.Key,
            known.ToJson(),
            View.Line.Id.ToString(),
            ct
        );
        JourneyCookie.Write(HttpContext, EnquiryJourney.Key, draft.Id);
        return LocalRedirect(EnquiryJourney.FirstPath);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await reads.FindAsync(Token, ct) is not { } view)
            return false;
        View = view;
        Answer = Answers(view.Line.AskOn, view.Line.CaseId is not null);
        Month = KeepWarmMonths.Field(
            "If at another time: in which month next?",
            clock.Today,
            form => form.Get(Answer) == AnotherMonth
        );
        Every = AskRhythm.Field(
            "And how often from then on?",
            form => form.Get(Answer) == AnotherMonth
        );
        Form = new Form(Answer, Month, Every);
        return true;
    }

    private static ChoiceField<string> Answers(DateOnly askOn, bool ofEnquiry) =>
        new(
            "answer",
            new Option<string>(Now, "I am ready. I would like to enquire now"),
            new Option<string>(
                Thinking,
                $"Not yet. Ask me again in {KeepWarmMonths.Words(askOn)}, as agreed"
            ),
            new Option<string>(AnotherMonth, "Not yet. Ask me at another time"),
            new Option<string>(
                Never,
                "Stop. Do not ask me again",
                ofEnquiry
                    ? "It ends at once. Your name and address go with your earlier enquiry, when its time is over"
                    : "It ends at once, and we erase your name and address after a month"
            )
        )
        {
            Label = "Is it the right time now?",
            Called = "Your answer",
            MissingMessage = "Select what you would like",
        };
}
