using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Journeys;

namespace Foster.Tests.Applications;

/// <summary>The shortest answers with which each section that is a list of questions is complete.</summary>
internal static class PlainAnswers
{
    public static IReadOnlyDictionary<string, (string Name, string Value)[]> All { get; } =
        new Dictionary<string, (string, string)[]>
        {
            ["relationships"] = [("now", "single"), ("before", "no")],
            ["children-elsewhere"] = [("any", "no")],
            ["background"] = [],
            ["work"] =
            [
                ("doing", "retired"),
                ("plans", "Nothing would change."),
                ("income", "A pension."),
                ("debts", "no"),
            ],
            ["smoking"] = [("you", "no")],
            ["fostering-before"] = [("any", "no")],
            ["immigration"] = [("status", "citizen")],
            ["health"] =
            [
                ("gp", "Quay Surgery"),
                ("gp-address", "2 Example Quay"),
                ("conditions", "no"),
                ("treated", "no"),
                ("declared", "yes"),
            ],
            ["court"] = [("family", "no"), ("offences", "no"), ("barred", "no")],
            ["home"] =
            [
                ("tenure", "owned"),
                ("bedrooms", "3"),
                ("spare", "1"),
                ("sleeps", "We sleep at the front."),
                ("outside", "A yard"),
                ("water", "no"),
                ("guns", "no"),
                ("vehicles", "no"),
            ],
            ["pets"] = [("any", "no")],
            ["support"] = [("any", "no"), ("instead", "The team.")],
        };

    /// <summary>The answers of a section as a form keeps them, those given in the place of the plain ones.</summary>
    public static string Of(string section, params (string Name, string Value)[] given) =>
        KeptAnswers.Write(
            All[section]
                .Where(a => given.All(g => g.Name != a.Name))
                .Concat(given.Where(g => g.Value.Length > 0))
                .Select(a => new KeyValuePair<string, string[]>(a.Name, [a.Value]))
        );

    public static AskedSection Section(string key) => (AskedSection)ApplySections.Of(key);
}
