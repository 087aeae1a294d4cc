using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Enquiries.Import;

/// <summary>An enquiry as a row tells it.</summary>
public sealed record PastEnquiry(
    string? Reference,
    NewPerson Person,
    NewAddress? Address,
    DateOnly ReceivedOn,
    Channel Channel,
    string? HowHeard,
    EnquiryState State,
    DateOnly? ClosedOn,
    string? Note,
    bool Connected,
    bool KnowsChild = false,
    string? CurrentService = null,
    bool ChildrenPlaced = false
);

/// <summary>Reads rows by the meaning of their columns, and says everything that is wrong with one.</summary>
public sealed class PastEnquiryRow(
    IReadOnlyDictionary<ImportColumn, int> columns,
    DateOnly today,
    IReadOnlyList<string>? headings = null
)
{
    /// <summary>Given back as the heading of what stood behind the last one; whoever uploads that again moves it first.</summary>
    public const string Beyond = "Behind the last column";

    private const int AdultAge = 18;
    private const int LongestName = 100;
    private const int LongestNote = 4_000;
    private const int LongestOther = 200;

    private static readonly Dictionary<string, Channel> Channels = new(StringComparer.Ordinal)
    {
        [""] = Channel.Telephone,
        ["telephone"] = Channel.Telephone,
        ["phone"] = Channel.Telephone,
        ["call"] = Channel.Telephone,
        ["website"] = Channel.Web,
        ["the website"] = Channel.Web,
        ["web"] = Channel.Web,
        ["online"] = Channel.Web,
        ["event"] = Channel.Event,
        ["an event"] = Channel.Event,
        ["email"] = Channel.Email,
        ["e-mail"] = Channel.Email,
        ["hub"] = Channel.HubPartner,
        ["the regional hub"] = Channel.HubPartner,
        ["in person"] = Channel.InPerson,
    };

    private static readonly Dictionary<string, EnquiryState> Stages = new(StringComparer.Ordinal)
    {
        [""] = EnquiryState.NoContact,
        ["closed"] = EnquiryState.NoContact,
        ["no contact"] = EnquiryState.NoContact,
        ["closed, no contact"] = EnquiryState.NoContact,
        ["withdrawn"] = EnquiryState.Withdrawn,
        ["withdrew"] = EnquiryState.Withdrawn,
        ["declined"] = EnquiryState.Declined,
        ["rejected"] = EnquiryState.Declined,
        ["duplicate"] = EnquiryState.Duplicate,
        ["closed, duplicate"] = EnquiryState.Duplicate,
        ["open"] = EnquiryState.Received,
        ["new"] = EnquiryState.Received,
        ["received"] = EnquiryState.Received,
    };

    private static readonly Dictionary<string, bool> Answers = new(StringComparer.Ordinal)
    {
        [""] = false,
        ["no"] = false,
        ["n"] = false,
        ["false"] = false,
        ["yes"] = true,
        ["y"] = true,
        ["true"] = true,
    };

    /// <summary>The enquiry, or every reason why the row is none.</summary>
    public (PastEnquiry? Enquiry, IReadOnlyList<string> Wrong) Read(IReadOnlyList<string> cells)
    {
        var wrong = new List<string>();
        var given = Name(ImportColumn.FirstName, "the first name");
        var family = Name(ImportColumn.FamilyName, "the family name");
        var born = Date(ImportColumn.DateOfBirth, "the date of birth");
        var received = Date(ImportColumn.ReceivedOn, "the day it was received", required: true);
        var closed = Date(ImportColumn.ClosedOn, "the day it was closed");
        var telephone = Parsed(
            ImportColumn.Telephone,
            PhoneField.Normalise,
            "is no telephone number"
        );
        var email = Parsed(ImportColumn.Email, EmailField.Normalise, "is no email address");
        var postcode = Parsed(ImportColumn.Postcode, PostcodeField.Normalise, "is no UK postcode");
        var channel = Known(ImportColumn.Channel, Channels, "no way in which enquiries come");
        var state = Known(
            ImportColumn.Stage,
            Stages,
            "not known here: write open, withdrawn, declined, duplicate or no contact"
        );
        var connected = Known(ImportColumn.Connected, Answers, "neither yes nor no");
        var knowsChild = Known(ImportColumn.KnowsChild, Answers, "neither yes nor no");
        var placed = Known(ImportColumn.ChildrenPlaced, Answers, "neither yes nor no");
        if (Outside() is { } outside)
            wrong.Add($"it has more cells than there are names of columns: “{Short(outside)}”");
        if (received > today)
            wrong.Add("the day it was received is still to come");
        if (born > received)
            wrong.Add("the date of birth is after the day it was received");
        if (closed > today)
            wrong.Add("the day it was closed is still to come");
        if (closed < received)
            wrong.Add("it was closed before it was received");
        var open = state is EnquiryState.Received;
        if (open && closed is not null)
            wrong.Add("it is open and has a day on which it was closed");
        if (open && telephone is null && email is null && wrong.Count == 0)
            wrong.Add("an open enquiry needs a telephone number or an email address");
        if (open && Cell(ImportColumn.Connected).Length == 0)
            wrong.Add(
                $"an open enquiry needs an answer in “{LabelOf(ImportColumn.Connected)}” (R-ENQ-13)"
            );
        if (open && born is { } day && day.AddYears(AdultAge) > today)
            wrong.Add($"nobody under {AdultAge} can enquire (R-ELIG-01)");
        var address = Text(ImportColumn.Address, LongestOther);
        var town = Text(ImportColumn.Town, LongestOther);
        var reference = Text(ImportColumn.Reference, LongestOther);
        var heard = Text(ImportColumn.HowHeard, LongestOther);
        var service = Text(ImportColumn.CurrentService, LongestOther);
        if (open && placed && service is null)
            wrong.Add("a foster child lives with them, and no service is named");
        var note = Text(ImportColumn.Note, LongestNote - 2 * LongestOther - 10, lines: true);
        // Without a postcode it is no address on record, and is kept in words.
        if (postcode is null && (address ?? town) is not null)
            note = string.Join(
                '\n',
                new[]
                {
                    $"Address: {string.Join(", ", new[] { address, town }.OfType<string>())}",
                    note,
                }.OfType<string>()
            );
        return wrong.Count > 0
            ? (null, wrong)
            : (
                new PastEnquiry(
                    reference,
                    new NewPerson(given, family, born, email, telephone),
                    postcode is null ? null : new NewAddress(address ?? "", town, postcode),
                    received!.Value,
                    channel,
                    heard,
                    state,
                    open ? null : closed ?? received,
                    note,
                    connected,
                    knowsChild,
                    service,
                    placed
                ),
                []
            );

        string Cell(ImportColumn column, bool lines = false) =>
            columns.TryGetValue(column, out var at) && at < cells.Count
                ? Words.Tidy(Foundation.Web.CsvText.Plain(cells[at]), lines)
                : "";

        string? Outside() =>
            headings is null
                ? null
                : cells
                    .Where(
                        (c, i) =>
                            c.Trim().Length > 0
                            && (
                                i >= headings.Count
                                || (headings[i] == Beyond && !columns.Values.Contains(i))
                            )
                    )
                    .Select(c => c.Trim())
                    .FirstOrDefault();

        string Name(ImportColumn column, string what)
        {
            var text = Cell(column);
            if (text.Length == 0)
                wrong.Add($"{what} is missing");
            else if (text.Length > LongestName || !Words.IsStorable(text, false))
                wrong.Add(
                    $"{what} is longer than {LongestName} characters, or holds a line break or another sign that cannot be stored"
                );
            return text;
        }

        string? Text(ImportColumn column, int most, bool lines = false)
        {
            var text = Cell(column, lines);
            if (text.Length > most || !Words.IsStorable(text, lines))
                wrong.Add(
                    $"“{LabelOf(column)}” is longer than {most} characters, or holds a sign that cannot be stored"
                );
            return text.Length == 0 ? null : text;
        }

        DateOnly? Date(ImportColumn column, string what, bool required = false)
        {
            var text = Cell(column);
            if (text.Length == 0)
            {
                if (required)
                    wrong.Add($"{what} is missing");
                return null;
            }
            if (ImportDay.Read(text) is { } day)
                return day;
            wrong.Add($"{what} is no date like 31/01/2024: “{Short(text)}”");
            return null;
        }

        string? Parsed(ImportColumn column, Func<string, string?> parse, string isNone)
        {
            var text = Cell(column);
            if (text.Length == 0)
                return null;
            if (parse(text) is { } parsed)
                return parsed;
            wrong.Add($"“{Short(text)}” {isNone}");
            return null;
        }

        T Known<T>(ImportColumn column, Dictionary<string, T> known, string isNone)
        {
            var text = Cell(column);
            if (known.TryGetValue(Person.Fold(text), out var value))
                return value;
            wrong.Add($"“{Short(text)}” is {isNone}");
            return known[""];
        }
    }

    private static string LabelOf(ImportColumn column) =>
        ImportField.All.First(f => f.Column == column).Label;

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
