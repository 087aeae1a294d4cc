using System.Text.RegularExpressions;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries.Sources;

/// <summary>What staff enter of a campaign. Key and source are of a new one: links handed out carry the key.</summary>
/// <param name="MediaPence">What was paid to others, in whole pence.</param>
/// <param name="StaffPence">What the hours of staff cost, in whole pence (M-HUB-08).</param>
public sealed record CampaignPlan(
    string Name,
    DateOnly StartsOn,
    DateOnly EndsOn,
    long MediaPence,
    long StaffPence
);

/// <summary>A campaign of a council with its cost, and the key by which its links are known (M-HUB-09).</summary>
public sealed partial class Campaign : ICouncilOwned, IVersioned
{
    public const int ShortestKey = 3;
    public const int LongestKey = 40;
    private const int MostYears = 3;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }

    /// <summary>One in the whole region, since the website is one.</summary>
    public required string Key { get; init; }
    public required EnquirySource Source { get; init; }
    public string Name { get; private set; } = "";
    public DateOnly StartsOn { get; private set; }
    public DateOnly EndsOn { get; private set; }
    public long MediaPence { get; private set; }
    public long StaffPence { get; private set; }
    public uint Version { get; set; }

    public long CostPence => MediaPence + StaffPence;

    /// <summary>Whether this could be a key: small letters, digits and single dashes.</summary>
    public static bool IsKey(string? text) =>
        text is { Length: >= ShortestKey and <= LongestKey } && Written().IsMatch(text);

    /// <summary>Everything that is wrong with a plan.</summary>
    public static IReadOnlyList<Refusal> Against(CampaignPlan plan)
    {
        var against = new List<Refusal>();
        if (plan.EndsOn < plan.StartsOn)
            against.Add(new("It must end on its first day or later.", "R-VAL-04", "ends"));
        else if (plan.EndsOn > plan.StartsOn.AddYears(MostYears))
            against.Add(
                new(
                    $"A campaign runs for {MostYears} years at most. Enter a new one after that.",
                    "M-HUB-08",
                    "ends"
                )
            );
        if (plan.MediaPence < 0)
            against.Add(new("The cost cannot be below 0.", "M-HUB-08", "media"));
        if (plan.StaffPence < 0)
            against.Add(new("The cost cannot be below 0.", "M-HUB-08", "staff"));
        return against;
    }

    public void Plan(CampaignPlan plan) =>
        (Name, StartsOn, EndsOn, MediaPence, StaffPence) = (
            plan.Name,
            plan.StartsOn,
            plan.EndsOn,
            plan.MediaPence,
            plan.StaffPence
        );

    /// <summary>It ends today, earlier than it was meant to.</summary>
    public Result End(DateOnly today)
    {
        if (today < StartsOn)
            return Result.Refused("It has not begun yet. Change its days instead.");
        if (today >= EndsOn)
            return Result.Refused("It has ended already, or ends today.");
        EndsOn = today;
        return Result.Done;
    }

    /// <summary>
    /// Its cost between two days: even over its days, rounded to a penny half away from zero on the sum since its first
    /// day, so that the months together are the whole cost to the penny.
    /// </summary>
    public long CostBetween(DateOnly first, DateOnly last)
    {
        var days = EndsOn.DayNumber - StartsOn.DayNumber + 1;
        return Through(last.DayNumber) - Through(first.DayNumber - 1);

        long Through(int day) =>
            new Money(CostPence)
                .Times(Math.Clamp(day - StartsOn.DayNumber + 1, 0, days), days)
                .Pence;
    }

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
