using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Enquiries.Public;

/// <summary>The public enquiry, one question a page, as it is for somebody with the answers so far.</summary>
public sealed class EnquiryJourney
{
    public const string Key = EnquiryDraft.Key;
    public const string Path = "/enquire";
    public const string FirstPath = Path + "/name";
    public const string UnsureKey = "unsure";

    /// <summary>What the readiness check asks as well; its link may bring the answers along.</summary>
    public static IReadOnlyList<Field> Carried { get; } =
    [EnquiryQuestions.Together, HomeQuestions.SpareRooms, FosteringQuestions.KnowsChild];

    /// <param name="councils">All councils; the question is asked where there are several.</param>
    /// <param name="chosen">The one that would get the enquiry now.</param>
    /// <param name="local">The one that covers the postcode, which is suggested; null where that is not known.</param>
    public EnquiryJourney(
        IReadOnlyList<Council> councils,
        Council? chosen,
        Council? local,
        string? postcode
    )
    {
        Chosen = chosen;
        CouncilField = new(
            "council",
            [
                .. councils.Select(c => new Option<string>(c.Id.ToString(), c.Name)),
                new(
                    UnsureKey,
                    "I am not sure",
                    local is null
                        ? "We find out with you which one it is"
                        : "We send it to the council that covers your address"
                ),
            ]
        )
        {
            Label = "Which council would you like to foster for?",
            Called = "Council",
            Hint = local is not null
                ? "We have chosen the one that covers your postcode. You can choose another."
                : $"We do not know which council covers {postcode ?? "your address"}. Choose the one nearest to you.",
            MissingMessage = "Select a council, or that you are not sure",
        };
        Privacy = new(chosen);
        WhenToCall = FosteringQuestions.WhenToCallOf(chosen?.OpeningHours);
        Questions = new(
            Key,
            Path,
            [
                .. EnquiryQuestions.AboutYou,
                new("council", CouncilField.Label, CouncilField)
                {
                    Section = EnquiryQuestions.Home,
                    Asked = _ => councils.Count > 1,
                    Suggest = (page, _) => page.Fill(CouncilField, local?.Id.ToString()),
                },
                .. HomeQuestions.AboutHome,
                .. FosteringQuestions.QuestionsFor(WhenToCall),
                Privacy.Question(EnquiryQuestions.Last),
            ]
        );
    }

    public Journey Questions { get; }

    /// <summary>The council that would get the enquiry, whose notice is shown.</summary>
    public Council? Chosen { get; }

    public ChoiceField<string> CouncilField { get; }

    /// <summary>When the team may call, beside when it answers.</summary>
    public ChoiceField<string> WhenToCall { get; }

    public PrivacyQuestion Privacy { get; }

    /// <summary>The preferred council; null when none was chosen, or they are not sure.</summary>
    public static Guid? PreferredOf(string? answer) =>
        Guid.TryParse(answer, out var id) ? id : null;

    /// <summary>What is sent to the council.</summary>
    public SubmitEnquiryInput InputOf(Form answers)
    {
        var joint = EnquiryQuestions.IsJoint(answers);
        var lines = new[]
        {
            answers.Must(EnquiryQuestions.Line1),
            answers.Get(EnquiryQuestions.Line2),
        };
        return new SubmitEnquiryInput(
            Chosen!.Id,
            Channel.Web,
            null,
            new NewPerson(
                answers.Must(EnquiryQuestions.GivenName),
                answers.Must(EnquiryQuestions.FamilyName),
                answers.Must(EnquiryQuestions.Born),
                answers.Get(EnquiryQuestions.Email),
                answers.Get(EnquiryQuestions.Telephone)
            ),
            joint
                ? new NewPerson(
                    answers.Must(EnquiryQuestions.PartnerGivenName),
                    answers.Must(EnquiryQuestions.PartnerFamilyName),
                    answers.Must(EnquiryQuestions.PartnerBorn),
                    answers.Get(EnquiryQuestions.PartnerEmail),
                    answers.Get(EnquiryQuestions.PartnerTelephone)
                )
                : null,
            new NewAddress(
                string.Join("\n", lines.OfType<string>()),
                answers.Must(EnquiryQuestions.Town),
                answers.Must(EnquiryQuestions.Postcode)
            ),
            HomeQuestions.PeopleOf(answers),
            int.Parse(
                answers.Must(HomeQuestions.SpareRooms),
                System.Globalization.CultureInfo.InvariantCulture
            ),
            Words(FosteringQuestions.Interests, answers),
            answers.Must(FosteringQuestions.KnowsChild),
            Word(WhenToCall, answers),
            Word(FosteringQuestions.HowHeard, answers),
            answers.Must(FosteringQuestions.Connected),
            answers.Get(FosteringQuestions.Connected) == true
                ? answers.Get(FosteringQuestions.ConnectedWith)
                : null,
            Chosen.PrivacyNoticeVersion,
            answers.Get(FosteringQuestions.AccessNeeds),
            CurrentService: answers.Get(FosteringQuestions.FostersNow) == true
                ? answers.Get(FosteringQuestions.CurrentService)
                : null,
            ChildrenPlaced: answers.Get(FosteringQuestions.FostersNow) == true
                && answers.Get(FosteringQuestions.ChildrenPlaced) == true
        );
    }

    private static string? Word(ChoiceField<string> field, Form answers) =>
        answers.Get(field) is { } key ? field.Display(key) : null;

    private static IReadOnlyList<string> Words(MultiChoiceField<string> field, Form answers) =>
        [.. field.Options.Where(o => answers.Must(field).Contains(o.Value)).Select(o => o.Label)];
}
