using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Foster.Web.Features.Records;

/// <summary>What a row belongs to and goes with.</summary>
public enum Owner
{
    Case,

    /// <summary>The household of the case, unless another case of it is kept.</summary>
    Household,

    /// <summary>A person of whom nothing else is kept.</summary>
    Person,

    /// <summary>The account of such a person, if it is for nothing else.</summary>
    Account,

    /// <summary>The e-mail address of such an account.</summary>
    Address,
}

/// <summary>What becomes of the rows of a table.</summary>
public enum Fate
{
    /// <summary>They go with what they belong to.</summary>
    Goes,

    /// <summary>The row stays without anything personal in it.</summary>
    Shell,

    /// <summary>The chained row stays and its words are erased with a certificate.</summary>
    Words,

    /// <summary>Belongs to no case and to no applicant.</summary>
    Kept,
}

/// <summary>How long rows live that are nobody's record: so many days after the instant in a column.</summary>
public sealed record Life(string Column, int Days);

/// <summary>What becomes of the rows of one table, and why.</summary>
public sealed record TableRule(string Table, Fate Fate, string Why)
{
    public IReadOnlyList<(Owner Owner, string Column)> Keys { get; init; } = [];

    public Life? Life { get; init; }
}

/// <summary>
/// What becomes of every table of the model when a case is erased (R-DP-11). Tables whose rows say that they belong to a
/// case go with it by themselves; every other table has to stand here, and a test refuses one that does not.
/// </summary>
public static class RetentionPlan
{
    public const string WithItsCase = "Belongs to the case";
    private const string OfTheAccount = "Belongs to the account";
    private const string ByItself = "Nobody's record, and over by itself";
    private const string Proof =
        "Proves that the history is as it was written; the words in it are erased";
    private const string OfTheCouncil = "Belongs to the council and is about no applicant";
    private const int Month = 30;
    private const int Year = 365;

    private static readonly Dictionary<string, TableRule> Declared = new[]
    {
        new TableRule("Cases", Fate.Shell, "The tombstone: id, reference, days and the rule"),
        new TableRule("Households", Fate.Shell, "An id, which the tombstone points to"),
        Goes("People", "Of whom nothing else is kept", (Owner.Person, "Id")),
        Goes(
            "Memberships",
            "Says who lived together",
            (Owner.Household, "HouseholdId"),
            (Owner.Person, "PersonId")
        ),
        Goes("Addresses", "Where the person lived", (Owner.Person, "PersonId")),
        Goes("PersonKeys", "By what the person is found again", (Owner.Person, "PersonId")),
        Goes(
            "AccountLinks",
            "Joins person and account",
            (Owner.Person, "PersonId"),
            (Owner.Account, "AccountId")
        ),
        Goes(
            "Outbox",
            "Sent about the case, or to the person's account",
            (Owner.Case, "CaseId"),
            (Owner.Address, "Recipient")
        ) with
        {
            Life = new Life("SentAt", Year),
        },
        Goes(
            "LinkTokens",
            "Opens something of the case or of the account",
            (Owner.Case, "CaseId"),
            (Owner.Person, "PersonId"),
            (Owner.Account, "SubjectId")
        ) with
        {
            Life = new Life("ExpiresAt", Year),
        },
        Goes("Accounts", "Was for this case only", (Owner.Account, "Id")),
        OfAccount("DeclinedReminders"),
        OfAccount("TextChoices"),
        OfAccount("AccountClaims", "UserId"),
        OfAccount("AccountLogins", "UserId"),
        OfAccount("AccountTokens", "UserId"),
        OfAccount("AccountPasskeys", "UserId"),
        OfAccount("Authenticators"),
        OfAccount("RecoveryCodes"),
        OfAccount("FactorResets"),
        OfAccount("KnownDevices") with
        {
            Life = new Life("LastUsedAt", Year),
        },
        OfAccount("Sessions") with
        {
            Life = new Life("LastSeenAt", 3 * Month),
        },
        OfAccount("KeptPosts") with
        {
            Life = new Life("KeptAt", 1),
        },
        OfAccount("EmailChanges") with
        {
            Life = new Life("AskedAt", Month),
        },
        Goes(
            "Submissions",
            "Says what was sent about the case, or by the account",
            (Owner.Case, "CaseId"),
            (Owner.Account, "AccountId")
        ) with
        {
            Life = new Life("CreatedAt", Month),
        },
        OfAccount("RoleAssignments"),
        OfAccount("CapabilityHolders"),
        OfAccount("WorkerProfiles"),
        OfAccount("FailedSignIns") with
        {
            Life = new Life("At", 1),
        },
        OfAccount("Passages") with
        {
            Life = new Life("ExpiresAt", 1),
        },
        Goes("KeepWarms", "Agreed to be asked again", (Owner.Case, "CaseId")) with
        {
            Life = new Life("OverAt", Month),
        },
        Goes("Bookings", "Booked an event or a call", (Owner.Case, "CaseId")) with
        {
            Life = new Life("OverAt", Month),
        },
        Goes("SetAsideForms", "Looked like spam when it was sent", (Owner.Case, "CaseId")) with
        {
            Life = new Life("OverAt", Month),
        },
        new TableRule(
            "ImportedEnquiries",
            Fate.Shell,
            "Keyed digests without the words: a file that is uploaded again does not bring back whoever was erased"
        ),
        new TableRule("ImportSecrets", Fate.Kept, "The key of these digests, and about nobody"),
        new TableRule("EnquiryImports", Fate.Kept, ByItself)
        {
            Life = new Life("UploadedAt", Month),
        },
        Goes("ImportRows", "Became the case", (Owner.Case, "CaseId")) with
        {
            Life = new Life("UploadedAt", Month),
        },
        new TableRule("JourneyDrafts", Fate.Kept, ByItself) { Life = new Life("ExpiresAt", 0) },
        new TableRule(
            "TryCounts",
            Fate.Kept,
            "Hashes of what was tried, over after an hour at most"
        ),
        new TableRule("Leases", Fate.Kept, "Which node does what"),
        new TableRule("JobRuns", Fate.Kept, "What jobs did, without any of their content")
        {
            Life = new Life("ScheduledAt", 400),
        },
        new TableRule("JobStates", Fate.Kept, "Which jobs are paused"),
        new TableRule("DataProtectionKeys", Fate.Kept, "Keys of the program"),
        new TableRule("Alerts", Fate.Kept, "Names nobody and no case"),
        new TableRule("BankHolidays", Fate.Kept, "The calendar"),
        new TableRule("Councils", Fate.Kept, OfTheCouncil),
        new TableRule("Covers", Fate.Kept, OfTheCouncil),
        new TableRule("FosteringEvents", Fate.Kept, OfTheCouncil),
        new TableRule("Campaigns", Fate.Kept, OfTheCouncil),
        new TableRule("PrivacyNotices", Fate.Kept, OfTheCouncil),
        new TableRule("TemplateVersions", Fate.Kept, OfTheCouncil),
        new TableRule("InformationPacks", Fate.Kept, OfTheCouncil),
        new TableRule("CouncilLogos", Fate.Kept, OfTheCouncil),
        new TableRule("Schedules", Fate.Kept, OfTheCouncil),
        new TableRule("ScheduleRates", Fate.Kept, OfTheCouncil),
        new TableRule("ScheduleLevels", Fate.Kept, OfTheCouncil),
        new TableRule("ScheduleDecisions", Fate.Kept, OfTheCouncil),
        new TableRule("MinimumEntries", Fate.Kept, OfTheCouncil),
        new TableRule("MinimumRates", Fate.Kept, OfTheCouncil),
        new TableRule("MinimumDecisions", Fate.Kept, OfTheCouncil),
        new TableRule("PostcodeDistricts", Fate.Kept, OfTheCouncil),
        new TableRule("PanelList", Fate.Kept, OfTheCouncil),
        new TableRule("PanelMeetings", Fate.Kept, OfTheCouncil),
        new TableRule("PanelAttendance", Fate.Kept, OfTheCouncil),
        new TableRule("RetentionItems", Fate.Kept, "The certificate of what was erased"),
        new TableRule("CaseCounts", Fate.Kept, "Numbers without anybody in them"),
        new TableRule("History", Fate.Words, Proof),
        new TableRule("CouncilHistory", Fate.Words, Proof),
        new TableRule("AccessLog", Fate.Words, Proof),
        new TableRule(HistoryBody.Table, Fate.Words, Proof),
        new TableRule(CouncilHistoryBody.Table, Fate.Words, Proof),
        new TableRule(AccessBody.Table, Fate.Words, Proof),
        new TableRule("Erasures", Fate.Words, "The certificates of erased words"),
        new TableRule(
            ErasureBody.Table,
            Fate.Words,
            "Why words were erased: a rule, nobody's name"
        ),
        new TableRule("Seals", Fate.Words, Proof),
    }.ToDictionary(r => r.Table, StringComparer.Ordinal);

    /// <summary>Every declared table, also one that the model does not know.</summary>
    public static IReadOnlyCollection<TableRule> All => Declared.Values;

    /// <summary>What becomes of a table; null where nobody has said it.</summary>
    public static TableRule? For(IReadOnlyEntityType type)
    {
        var table = Microsoft.EntityFrameworkCore.RelationalEntityTypeExtensions.GetTableName(
            type
        )!;
        return Declared.TryGetValue(table, out var rule) ? rule
            : typeof(ICaseOwned).IsAssignableFrom(type.ClrType)
                ? Goes(table, WithItsCase, (Owner.Case, nameof(ICaseOwned.CaseId)))
            : null;
    }

    private static TableRule Goes(
        string table,
        string why,
        params (Owner Owner, string Column)[] keys
    ) => new(table, Fate.Goes, why) { Keys = keys };

    private static TableRule OfAccount(string table, string column = "AccountId") =>
        Goes(table, OfTheAccount, (Owner.Account, column));
}
