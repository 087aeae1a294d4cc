using System.Globalization;
using System.Text;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Records;

/// <summary>How records and tables are called where people read of them.</summary>
public static class RecordsWords
{
    public const string Officer = "This is for the records officer of the council.";

    private static readonly Dictionary<string, string> Called = new(StringComparer.Ordinal)
    {
        ["Outbox"] = "Messages sent",
        ["LinkTokens"] = "Links that were sent",
        ["Memberships"] = "Who lived together",
        ["AccountLinks"] = "Joins of person and account",
        ["Allocations"] = "Workers named for the case",
        ["ApplicantParts"] = "Answers in the application",
        ["Bookings"] = "Bookings of events and calls",
        ["CoveredCases"] = "Times in which another worker had the case",
        ["ConnectedReferrals"] = "What was asked about a child they know",
        ["ApplicationPauses"] = "Times in which the application was paused",
        ["SectionAnswers"] = "Answers in sections of the application",
        ["TypedForms"] = "What was typed and not saved",
        ["LookUps"] = "Looks into the case system",
        ["KeepWarms"] = "Wishes to be asked again",
        ["SetAsideForms"] = "Forms looked at as possible spam",
        ["Deadlines"] = "Dates that something is due",
        ["People"] = "Name and contacts",
        ["Reminders"] = "Reminders that were due",
        ["Sessions"] = "Where somebody signed in",
    };

    public static string What(string what) =>
        what == RetentionItem.WholeCase ? "the whole case" : "what a certificate said";

    /// <summary>"The whole case".</summary>
    public static string Sentence(string what) =>
        char.ToUpperInvariant(What(what)[0]) + What(what)[1..];

    /// <summary>"Under review".</summary>
    public static string State(AccessState state) =>
        char.ToUpperInvariant(AccessMachine.Words(state)[0]) + AccessMachine.Words(state)[1..];

    public static string Kind(AccessItemKind kind) =>
        kind switch
        {
            AccessItemKind.Own => "About this person",
            AccessItemKind.Shared => "About the household",
            AccessItemKind.Others => "About somebody else",
            _ => "Confidential or third party",
        };

    /// <summary>"ReportRenditions" as "Report renditions".</summary>
    public static string Table(string table)
    {
        if (Called.TryGetValue(table, out var name))
            return name;
        var words = new StringBuilder(table.Length + 4);
        for (var i = 0; i < table.Length; i++)
            if (i > 0 && char.IsUpper(table[i]) && char.IsLower(table[i - 1]))
                words.Append(' ').Append(char.ToLowerInvariant(table[i]));
            else
                words.Append(table[i]);
        return words.ToString();
    }

    public static string Counts(IReadOnlyDictionary<string, int> counts) =>
        string.Join(
            '\n',
            counts
                .Where(c => c.Value > 0)
                .OrderBy(c => c.Key, StringComparer.Ordinal)
                .Select(c => $"{c.Key}\t{c.Value.ToString(CultureInfo.InvariantCulture)}")
        );

    public static IReadOnlyList<(string Table, int Rows)> Counts(string counts) =>
        [
            .. counts
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(l => l.Split('\t'))
                .Select(p => (Table(p[0]), int.Parse(p[1], CultureInfo.InvariantCulture))),
        ];

    /// <summary>Empty for a records officer.</summary>
    public static IReadOnlyList<Refusal> AgainstOfficer(Actor actor) =>
        actor.Has(Capability.RecordsOfficer) ? [] : [new Refusal(Officer, "R-DP-11")];
}
