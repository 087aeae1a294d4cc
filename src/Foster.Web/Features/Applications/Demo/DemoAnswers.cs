using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Applications;

/// <summary>What made-up applicants answer in the sections that are lists of questions.</summary>
public static class DemoAnswers
{
    /// <summary>All answers of a section; of the second applicant some are others.</summary>
    public static string Of(AskedSection section, int applicant) =>
        KeptAnswers.Write(
            (Words(section.Key, applicant == 0) ?? []).Select(a => new KeyValuePair<
                string,
                string[]
            >(a.Name, [a.Value]))
        );

    private static (string Name, string Value)[]? Words(string section, bool first) =>
        section switch
        {
            "relationships" => first
                ?
                [
                    ("now", "married"),
                    ("since", "2009"),
                    ("before", "yes"),
                    ("former-partner-count", "1"),
                    ("former-partner-1-name", "Robin Demo-Before"),
                    ("former-partner-1-from", "2001"),
                    ("former-partner-1-to", "2006"),
                    ("former-partner-1-children", "no"),
                    ("former-partner-1-contact", "yes"),
                ]
                : [("now", "married"), ("since", "2009"), ("before", "no")],
            "children-elsewhere" => [("any", "no")],
            "background" =>
            [
                ("personality", "Patient, a good listener, and somebody who laughs a lot."),
                ("languages", first ? "English" : "English and some Welsh"),
            ],
            "work" => first
                ?
                [
                    ("doing", "employed"),
                    ("what", "Teaching assistant at Example Primary School"),
                    ("hours", "24"),
                    ("plans", "I would work in the mornings only, and my employer agrees."),
                    ("income", "Two wages and child benefit."),
                    ("debts", "no"),
                ]
                :
                [
                    ("doing", "self-employed"),
                    ("what", "Joiner, on my own account"),
                    ("hours", "35"),
                    ("plans", "I can choose my jobs, and would be home after school."),
                    ("income", "Two wages and child benefit."),
                    ("debts", "no"),
                ],
            "smoking" => first ? [("you", "no")] : [("you", "vape"), ("where", "Outside only")],
            "fostering-before" => [("any", "no")],
            "immigration" => [("status", "citizen")],
            "health" =>
            [
                ("gp", "Example Quay Surgery"),
                ("gp-address", "2 Example Quay\nHarbourside"),
                ("conditions", first ? "yes" : "no"),
                .. first ? new[] { ("which", "Asthma since childhood, well looked after.") } : [],
                ("treated", "no"),
                ("declared", "yes"),
            ],
            "court" => first
                ? [("family", "no"), ("offences", "no"), ("barred", "no")]
                :
                [
                    ("family", "no"),
                    ("offences", "yes"),
                    (
                        "offences-what",
                        "A caution at 19 for a broken shop window, which I paid for."
                    ),
                    ("barred", "no"),
                ],
            "home" =>
            [
                ("tenure", "owned"),
                ("bedrooms", "4"),
                ("spare", "1"),
                ("sleeps", "We sleep at the front. The room at the back, with the desk, is free."),
                ("outside", "A fenced garden with a shed"),
                ("water", "no"),
                ("guns", "no"),
                ("vehicles", "yes"),
                ("vehicles-what", "One car, which we both drive"),
            ],
            "pets" =>
            [
                ("any", "yes"),
                ("animal-count", "1"),
                ("animal-1-kind", "dog"),
                ("animal-1-breed", "Labrador"),
                ("animal-1-name", "Biscuit"),
                ("animal-1-licence", "no"),
                ("animal-1-hurt", "no"),
            ],
            "support" =>
            [
                ("any", "yes"),
                ("person-count", "1"),
                ("person-1-name", "Morgan Demo-Aunt"),
                ("person-1-who", "Aunt"),
                ("person-1-help", "Lives nearby and can come at short notice."),
            ],
            _ => null,
        };
}
