using System.Globalization;
using Foster.Web.Foundation.Actors;

namespace Foster.Web.Features.Enquiries;

/// <summary>Which due dates a list shows.</summary>
public enum DueWithin
{
    Any,
    Overdue,
    Today,
    Week,
}

/// <summary>What a list of enquiries is narrowed to; it stands in the query string.</summary>
/// <param name="State">Null for every open one.</param>
/// <param name="Mine">Only what the reader holds or is named for.</param>
/// <param name="Text">A name, telephone number, email address, postcode or reference, as somebody says it.</param>
public sealed record EnquiryFilter(
    EnquiryState? State,
    Channel? Channel,
    DueWithin Due,
    bool Mine,
    string? Text
)
{
    /// <summary>Only what no recruitment officer holds.</summary>
    public bool Unheld { get; init; }

    public bool IsEmpty =>
        this
            is {
                State: null,
                Channel: null,
                Due: DueWithin.Any,
                Mine: false,
                Unheld: false,
                Text: null
            };
}

/// <summary>Where a page of the queue ended.</summary>
public sealed record QueuePlace(DateOnly DueOn, Guid Id)
{
    public override string ToString() => $"{DueOn:yyyy-MM-dd}_{Id}";

    public static QueuePlace? Read(string? text) =>
        text?.Split('_') is [var day, var id]
        && DateOnly.TryParseExact(
            day,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var on
        )
        && Guid.TryParse(id, out var guid)
            ? new QueuePlace(on, guid)
            : null;
}

/// <summary>One enquiry of the queue.</summary>
public sealed record QueueLine(
    Guid EnquiryId,
    Guid CaseId,
    string Reference,
    string Enquirer,
    string? Partner,
    Channel Channel,
    EnquiryState State,
    DateOnly ReceivedOn,
    DateOnly NextDueOn,
    bool Restricted,
    bool KnowsChild,
    string? Officer,
    string? PackVersion,
    DateOnly? InfoSentOn,
    PackWay? PackWay,
    DateOnly? StateSince,
    bool Stopped
)
{
    /// <summary>How long it has stood in its stage: «since today», «1 day», «12 days»; null where it has ended.</summary>
    public string? AgeOn(DateOnly today)
    {
        if (!EnquiryMachine.Open.Contains(State))
            return null;
        var days = Math.Max(0, today.DayNumber - (StateSince ?? ReceivedOn).DayNumber);
        return days switch
        {
            0 => "since today",
            1 => "1 day",
            _ => $"{days} days",
        };
    }

    public string Name => Partner is null ? Enquirer : $"{Enquirer} and {Partner}";

    public DateOnly? DueOn => NextDueOn == Enquiry.NothingDue ? null : NextDueOn;
}

/// <summary>A page of the queue and where the next one starts.</summary>
public sealed record QueuePage(IReadOnlyList<QueueLine> Lines, QueuePlace? Next);
