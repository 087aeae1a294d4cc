using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Enquiries;

/// <summary>Where somebody came from (M-HUB-09). Stored by name: nothing is ever renamed.</summary>
public enum EnquirySource
{
    SearchAd,
    SocialAd,
    OrganicSearch,
    CouncilWebsite,
    WordOfMouth,
    Event,
    Community,
    Radio,
    Press,
    Employer,
    PreviousEnquirer,
    Unknown,
}

/// <summary>One touch: the source, and the campaign whose link brought them; null where they came without one.</summary>
public sealed record SourceTouch(EnquirySource Source, Guid? CampaignId = null);

/// <summary>The keys of the first and of the last link with which somebody came, and when (M-HUB-09).</summary>
public sealed record CameBy(string FirstKey, DateTime FirstAt, string LastKey, DateTime LastAt);

/// <summary>Sources in words, and the source in an answer to «how did you hear about us».</summary>
public static class SourceWords
{
    /// <summary>Enquiries of an unknown source are to stay below this share (M-HUB-09).</summary>
    public const int UnknownTargetPercent = 10;

    public static IReadOnlyList<Option<EnquirySource>> Options { get; } =
    [
        new(EnquirySource.SearchAd, "Search advertising"),
        new(EnquirySource.SocialAd, "Social media"),
        new(EnquirySource.OrganicSearch, "Searching the internet"),
        new(EnquirySource.CouncilWebsite, "The council’s website"),
        new(EnquirySource.WordOfMouth, "Word of mouth or a carer"),
        new(EnquirySource.Event, "An event"),
        new(EnquirySource.Community, "A school or community partner"),
        new(EnquirySource.Radio, "Radio, television or outdoor"),
        new(EnquirySource.Press, "Newspapers"),
        new(EnquirySource.Employer, "A fostering-friendly employer"),
        new(EnquirySource.PreviousEnquirer, "Had enquired before"),
    ];

    /// <summary>The answers of the public form. Posters are «outdoor», which M-HUB-09 counts with radio.</summary>
    private static readonly Dictionary<string, EnquirySource> Answers = new()
    {
        ["carer"] = EnquirySource.WordOfMouth,
        ["friend"] = EnquirySource.WordOfMouth,
        ["search"] = EnquirySource.OrganicSearch,
        ["social"] = EnquirySource.SocialAd,
        ["website"] = EnquirySource.CouncilWebsite,
        ["radio"] = EnquirySource.Radio,
        ["press"] = EnquirySource.Press,
        ["poster"] = EnquirySource.Radio,
        ["event"] = EnquirySource.Event,
        ["community"] = EnquirySource.Community,
        ["employer"] = EnquirySource.Employer,
        ["before"] = EnquirySource.PreviousEnquirer,
    };

    public static string Of(EnquirySource? source) =>
        source is { } known && known is not EnquirySource.Unknown
            ? EnquiryWords.Of(Options, known)
            : "Not known";

    /// <summary>What they said themselves; an enquiry taken at an event came from it.</summary>
    public static EnquirySource Said(string? howHeard, Channel channel)
    {
        // Staff may add in their own words which event or poster it was.
        var answer = howHeard?.Split(": ", 2)[0].Trim();
        var option = Public.FosteringQuestions.HowHeard.Options.FirstOrDefault(o =>
            string.Equals(o.Label, answer, StringComparison.OrdinalIgnoreCase)
        );
        return option is not null && Answers.TryGetValue(option.Value, out var said) ? said
            : channel is Channel.Event ? EnquirySource.Event
            : EnquirySource.Unknown;
    }
}
