using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Enquiries.Public;

/// <summary>A council's privacy notice with its tick. A notice of another council, or a newer one, is to be read again.</summary>
public sealed class PrivacyQuestion(Council? council)
{
    public const string Slug = "privacy";

    public Council? Council { get; } = council;

    public TickField Tick { get; } =
        new("privacy")
        {
            Label = "I have read how my information is used",
            Called = "Privacy notice",
            MustBeTicked = "Confirm that you have read how your information is used",
        };

    /// <summary>Which council's notice was read, in which version; a hidden input.</summary>
    public TextField Notice { get; } = new("privacy-notice") { Optional = true, Max = 60 };

    /// <summary>What <see cref="Notice"/> has to say for the tick to count.</summary>
    public string Expected => $"{Council?.Code} {Council?.PrivacyNoticeVersion}";

    public IEnumerable<string> Paragraphs =>
        (Council?.PrivacyNotice ?? "")
            .ReplaceLineEndings("\n")
            .Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(p => p.Trim());

    public JourneyQuestion Question(string section) =>
        new(Slug, "How we use your information", Notice, Tick)
        {
            Section = section,
            Check = OfThisNotice,
            Rows = form => [("Privacy notice", form.Get(Tick) == true ? "Read" : "")],
        };

    private void OfThisNotice(Form page)
    {
        if (page.Ok && page.Get(Notice) != Expected)
            page.AddError(
                Tick,
                "The notice has changed since you read it. Read this one and confirm it"
            );
    }
}
