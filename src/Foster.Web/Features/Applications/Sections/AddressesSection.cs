using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Applications.Sections;

/// <summary>Everywhere the applicant has lived in the last ten years, without gaps (CHK-07).</summary>
public sealed class AddressesSection : ApplySection
{
    public const int Years = 10;

    /// <summary>So long a move may take, with two homes at once.</summary>
    public const int DaysOfAMove = 31;

    public override string Key => "addresses";

    public override string Title => "Where you have lived";

    public override string? Hint(ApplyFacts facts, ApplicantFacts who) =>
        $"Every address in the last {Years} years";

    public override bool Started(ApplyFacts facts, ApplicantFacts who) =>
        who.Addresses.Any(a => a.From is not null);

    /// <summary>The stretches of the last ten years for which no address is known.</summary>
    public static IReadOnlyList<Period> Gaps(ApplyFacts facts, ApplicantFacts who) =>
        new Period(facts.Today.AddYears(-Years), facts.Today).Gaps(
            who.Addresses.Where(a => a.From is not null)
                .Select(a => new Period(a.From!.Value, a.To))
        );

    public override IReadOnlyList<Refusal> Missing(ApplyFacts facts, ApplicantFacts who)
    {
        var missing = new List<Refusal>();
        if (who.Addresses.All(a => a.To is not null))
            missing.Add(new Refusal("Give the address where you live now.", "S3-01"));
        foreach (var address in who.Addresses.Where(a => a.From is null))
            missing.Add(new Refusal($"Say when you moved to {address.InWords}.", "CHK-07"));
        // Without the dates there is nothing to measure gaps against.
        if (who.Addresses.Count > 0 && who.Addresses.All(a => a.From is not null))
            foreach (var gap in Gaps(facts, who))
                missing.Add(new Refusal(InWords(gap), "CHK-07"));
        return missing;
    }

    /// <summary>A gap with its dates.</summary>
    public static string InWords(Period gap) =>
        gap.Days == 1
            ? $"Say where you lived on {BritishDate.Long(gap.From)}."
            : $"Say where you lived from {BritishDate.Long(gap.From)} to {BritishDate.Long(gap.To!.Value)}.";

    public override IReadOnlyList<SummaryRow> Answers(ApplyFacts facts, ApplicantFacts who) =>
        [
            .. who.Addresses.Select(a => Row(When(a.From, a.To), a.InWords)),
            .. Together(who).Select(words => Row("At the same time", words)),
        ];

    /// <summary>
    /// Where two stays run side by side for longer than a move takes. Two homes are no mistake, so this only asks to look
    /// again (CHK-07).
    /// </summary>
    public static IReadOnlyList<string> Together(ApplicantFacts who)
    {
        var stays = who
            .Addresses.Where(a => a.From is not null)
            .Select(a => (a.InWords, Stay: new Period(a.From!.Value, a.To)))
            .ToList();
        return
        [
            .. from first in Enumerable.Range(0, stays.Count)
            from second in Enumerable.Range(first + 1, stays.Count - first - 1)
            let both = stays[first].Stay.Common(stays[second].Stay)
            where both is not null && both.Days is null or > DaysOfAMove
            select $"{stays[first].InWords} and {stays[second].InWords}, {Within(both!)}",
        ];
    }

    private static string Within(Period both)
    {
        var words = When(both.From, both.To);
        return char.ToLowerInvariant(words[0]) + words[1..];
    }

    /// <summary>"From 3 May 2018 to now".</summary>
    public static string When(DateOnly? from, DateOnly? to) =>
        (from, to) switch
        {
            (null, null) => "Now",
            ({ } start, null) => $"From {BritishDate.Long(start)} to now",
            (null, { } end) => $"Until {BritishDate.Long(end)}",
            ({ } start, { } end) => $"From {BritishDate.Long(start)} to {BritishDate.Long(end)}",
        };
}
