using Foster.Web.Features.Enquiries.Sources;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries.Public;

/// <summary>All answers of the enquiry before they are sent.</summary>
public sealed class CheckModel(
    EnquiryJourneyReads journeys,
    SubmitEnquiry submit,
    SetAsideEnquiry aside,
    ActorSource actors,
    TrailCookie trail,
    DeadlineBook deadlines,
    JourneyDrafts drafts,
    Once once,
    LondonClock clock
) : JourneyCheckPage(drafts, once, clock)
{
    private EnquiryJourney enquiry = null!;
    private string? given;

    public string Council => enquiry.Chosen?.Name ?? "";

    public bool IsUnder21 =>
        Answers.Form.Get(FosteringQuestions.KnowsChild) != true
        && EnquiryQuestions.IsUnder21(Answers.Form.Get(EnquiryQuestions.Born), Today);

    protected override string Key => EnquiryJourney.Key;

    protected override async Task<Journey> DescribeAsync(string? answers, CancellationToken ct)
    {
        given = answers;
        enquiry = await journeys.ForAsync(answers, ct);
        return enquiry.Questions;
    }

    protected override async Task<Result<string>> SendAsync(CancellationToken ct)
    {
        var input = enquiry.InputOf(Answers.Form) with
        {
            KeepWarmId = Guid.TryParse(Draft.Source, out var kept) ? kept : null,
            Came = trail.Read(HttpContext) ?? Brought(),
        };
        var actor = actors.Anyone(input.CouncilId);
        // A connected enquiry is closed to all but two people at once (R-ENQ-13), and is looked at by nobody before.
        var sent =
            Signs is { Count: > 0 } signs && !input.Connected
                ? await aside.RunAsync(new(input, signs), actor, ct)
                : await submit.RunAsync(input, actor, ct);
        if (!sent.Ok)
            return Result<string>.Refused(sent.Refusals);
        trail.Forget(HttpContext);
        var due = await deadlines.PreviewAsync(DeadlineRules.FirstContact, Today, ct);
        return EnquiryOutcome.Of(sent.Value, input, Council, due.Explanation).ToJson();
    }

    /// <summary>By which link the page was reached on which they began; it waited in the draft, and nowhere else.</summary>
    private CameBy? Brought() =>
        Draft.BegunAt is { } at
            ? TrailCookie.At(
                new Form(SourceKeyField.Only).FromJson(given).Get(SourceKeyField.Only),
                at
            )
            : null;
}
