using System.Globalization;
using Foster.Web.Features.Enquiries.Sources;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>The questions about a campaign, and figures of the report in words.</summary>
public static class SourceFields
{
    private const decimal HourMinutes = 60;

    internal static readonly TextField Name = new("name")
    {
        Label = "What you call it",
        MissingMessage = "Enter what you call it",
        Max = 120,
    };

    internal static readonly ChoiceField<EnquirySource> Source = new("source", SourceWords.Options)
    {
        Label = "Where do people see it?",
        Hint = "It cannot be changed later.",
        MissingMessage = "Select where people see it",
    };

    internal static readonly TextField Key = new("key")
    {
        Label = "Key of its link",
        Hint =
            "Small letters, digits and dashes, such as buses-may-2026. It stands in every link you hand out and cannot be changed later.",
        MissingMessage = "Enter the key of its link",
        Max = Campaign.LongestKey,
        Pattern = "[A-Za-z0-9]+(-[A-Za-z0-9]+)*",
        PatternMessage = "The key must have letters, digits and single dashes only",
        Spellcheck = false,
        Width = "govuk-input--width-20",
    };

    internal static readonly DateField Starts = new("starts")
    {
        Label = "First day",
        MissingMessage = "Enter the first day",
        Earliest = today => today.AddYears(-3),
        EarliestMessage = "The first day must be within the last three years",
        Latest = today => today.AddYears(2),
        LatestMessage = "The first day must be within two years",
    };

    internal static readonly DateField Ends = new("ends")
    {
        Label = "Last day",
        MissingMessage = "Enter the last day",
    };

    internal static readonly MoneyField MediaCost = new("media")
    {
        Label = "What is paid for it",
        Hint = "Advertising, print, agencies. 0 if it is free.",
        MissingMessage = "Enter what is paid for it, or 0",
    };

    internal static readonly MoneyField StaffCost = new("staff")
    {
        Label = "What the hours of staff cost",
        Hint = "0 if it takes none. Do not name anybody.",
        MissingMessage = "Enter what the hours of staff cost, or 0",
    };

    public static string Month(DateOnly month) =>
        month.ToString("MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));

    public static string Cost(SourceFigures figures) =>
        figures.CostPence is { } pence ? new Money(pence).ToString() : "No cost known";

    /// <summary>Such as «£40.00 each»; empty where there is nothing to share out.</summary>
    public static string Each(SourceFigures figures, int count) =>
        figures.Each(count) is { } each ? $"{each} each" : "";

    public static string Contact(SourceFigures figures) =>
        string.Join(
            ", ",
            new[]
            {
                figures.MedianMinutes is { } minutes ? $"median {Spoken(minutes)}" : null,
                figures.PercentInTime is { } percent ? $"{percent}% in time" : null,
            }.Where(t => t is not null)
        )
            is { Length: > 0 } text
            ? text
            : "Nothing yet";

    /// <summary>Minutes below an hour, then hours with one decimal.</summary>
    public static string Spoken(int minutes) =>
        minutes switch
        {
            1 => "1 minute",
            < (int)HourMinutes => $"{minutes} minutes",
            (int)HourMinutes => "1 hour",
            _ => $"{Hours(minutes)} hours",
        };

    /// <summary>With one decimal, half away from zero.</summary>
    public static string Hours(int minutes) =>
        decimal.Round(minutes / HourMinutes, 1, MidpointRounding.AwayFromZero)
            .ToString("0.0", CultureInfo.InvariantCulture);

    internal static CampaignPlan PlanOf(Form form) =>
        new(
            form.Must(Name),
            form.Must(Starts),
            form.Must(Ends),
            form.Must(MediaCost),
            form.Must(StaffCost)
        );
}
