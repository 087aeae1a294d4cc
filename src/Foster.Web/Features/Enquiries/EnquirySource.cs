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

    /// <summary>The national words of M-HUB-09, the networks of social advertising, and what people write instead.</summary>
    private static readonly Dictionary<string, EnquirySource> OtherWords = new()
    {
        ["search ad"] = EnquirySource.SearchAd,
        ["social ad"] = EnquirySource.SocialAd,
        ["facebook"] = EnquirySource.SocialAd,
        ["instagram"] = EnquirySource.SocialAd,
        ["tiktok"] = EnquirySource.SocialAd,
        ["linkedin"] = EnquirySource.SocialAd,
        ["organic search"] = EnquirySource.OrganicSearch,
        ["council website"] = EnquirySource.CouncilWebsite,
        ["councils website"] = EnquirySource.CouncilWebsite,
        ["word of mouth"] = EnquirySource.WordOfMouth,
        ["existing carer referral"] = EnquirySource.WordOfMouth,
        ["word of mouth existing carer referral"] = EnquirySource.WordOfMouth,
        ["foster carer"] = EnquirySource.WordOfMouth,
        ["an event"] = EnquirySource.Event,
        ["school"] = EnquirySource.Community,
        ["school partner"] = EnquirySource.Community,
        ["community partner"] = EnquirySource.Community,
        ["school community partner"] = EnquirySource.Community,
        ["outdoor"] = EnquirySource.Radio,
        ["radio outdoor"] = EnquirySource.Radio,
        ["newspaper"] = EnquirySource.Press,
        ["fostering friendly employer"] = EnquirySource.Employer,
        ["employer fostering friendly"] = EnquirySource.Employer,
        ["previous enquirer"] = EnquirySource.PreviousEnquirer,
        ["not known"] = EnquirySource.Unknown,
        ["other"] = EnquirySource.Unknown,
    };

    private static readonly Dictionary<string, EnquirySource> Known = Everything();

    /// <summary>
    /// The source in some words, whoever wrote them: an answer of our forms, a source of the report or of the national
    /// list. Case, accents, apostrophes and signs between the words make no difference. Null where none is known.
    /// </summary>
    public static EnquirySource? Find(string? words)
    {
        // Staff may add in their own words which event or poster it was.
        var said = Folded(words?.Split(": ", 2)[0] ?? "");
        return Known.TryGetValue(said, out var source) ? source
            : said.StartsWith("social ad ", StringComparison.Ordinal) ? EnquirySource.SocialAd
            : null;
    }

    /// <summary>What they said themselves; an enquiry taken at an event came from it.</summary>
    public static EnquirySource Said(string? howHeard, Channel channel) =>
        Find(howHeard) is { } said && said is not EnquirySource.Unknown ? said
        : channel is Channel.Event ? EnquirySource.Event
        : EnquirySource.Unknown;

    private static Dictionary<string, EnquirySource> Everything()
    {
        var all = new Dictionary<string, EnquirySource>(OtherWords, StringComparer.Ordinal);
        foreach (var option in Public.FosteringQuestions.HowHeard.Options)
        {
            var source = Answers.GetValueOrDefault(option.Value, EnquirySource.Unknown);
            all.TryAdd(Folded(option.Label), source);
            all.TryAdd(Folded(option.Value), source);
        }
        foreach (var option in Options)
            all.TryAdd(Folded(option.Label), option.Value);
        foreach (var source in Enum.GetValues<EnquirySource>())
            all.TryAdd(Folded(source.ToString()), source);
        return all;
    }

    private static string Folded(string words) =>
        string.Join(
            ' ',
            string.Concat(
                    Words
                        .Fold(words)
                        .Where(c => c is not ('\'' or '’' or '‘' or '`'))
                        .Select(c => char.IsLetterOrDigit(c) ? c : ' ')
                )
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );
}
