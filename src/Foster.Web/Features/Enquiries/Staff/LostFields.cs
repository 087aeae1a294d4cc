using Foster.Web.Features.Enquiries.Nurturing;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Why somebody does not go on, and when they are asked again: asked alike wherever an enquiry ends (M-HUB-08, M-HUB-10).</summary>
internal static class LostFields
{
    private const string Called = "What lies behind it";
    private const string Hint =
        "For the figures on why people do not go on. Choose what they told you.";

    public static ChoiceField<LostReason> Reason(Func<Form, bool>? onlyWhen = null) =>
        new("lost", NurtureWords.LostReasons)
        {
            Label = Called + "?",
            Called = Called,
            Hint = Hint,
            Optional = true,
            AsSelect = true,
            OnlyWhen = onlyWhen,
        };

    /// <summary>Asked of whoever agreed: how often, and by whom.</summary>
    public static ChoiceField<AskEvery> Every(Func<Form, bool> onlyWhen) =>
        AskRhythm.Field("How often are they asked from then on?", onlyWhen);

    public static ChoiceField<bool> ByEmail(Func<Form, bool> onlyWhen) =>
        new(
            "by-email",
            new Option<bool>(
                true,
                "Foster sends them an email",
                "They can answer and stop it by a link. Read to them: “"
                    + KeepWarmConsent.Words
                    + "”"
            ),
            new Option<bool>(
                false,
                "We call them",
                "They stand on the list of those who are to be asked again"
            )
        )
        {
            Label = "How are they asked?",
            MissingMessage = "Select how they are asked",
            OnlyWhen = onlyWhen,
        };

    public static DateField AskOn(Func<Form, bool>? onlyWhen = null) =>
        new("ask-on")
        {
            Label = "When are they asked first?",
            Called = "Day to ask again",
            Hint = "Only if they agreed, within the next 24 months",
            Optional = true,
            OnlyWhen = onlyWhen,
        };
}
