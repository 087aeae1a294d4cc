using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Enquiries.Packs;

public static class PackWords
{
    public static IReadOnlyList<Option<PackWay>> Ways { get; } =
    [
        new(PackWay.Email, "By email", "With the link to the pack and to the next step"),
        new(PackWay.Post, "By post"),
        new(PackWay.InPerson, "In person", "Handed over at an event, a visit or the office"),
    ];

    /// <summary>«Pack 2026-03, sent 4 November 2026 by email».</summary>
    public static string? Sent(string? label, DateOnly? on, PackWay? way) =>
        label is null || on is not { } day
            ? null
            : $"Pack {label}, sent {BritishDate.Long(day)}{(way is { } how ? $" {EnquiryWords.Of(Ways, how).ToLowerInvariant()}" : "")}";
}
