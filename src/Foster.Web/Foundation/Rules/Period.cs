namespace Foster.Web.Foundation.Rules;

/// <summary>A stretch of days, both ends included; without an end it still runs.</summary>
public sealed record Period
{
    public Period(DateOnly from, DateOnly? to = null)
    {
        if (to < from)
        {
            throw new ArgumentException("A period cannot end before it starts.", nameof(to));
        }
        (From, To) = (from, to);
    }

    public DateOnly From { get; }

    public DateOnly? To { get; }

    public bool IsOpen => To is null;

    /// <summary>How many days, both ends included; null while it runs.</summary>
    public int? Days => To is { } to ? to.DayNumber - From.DayNumber + 1 : null;

    private DateOnly Last => To ?? DateOnly.MaxValue;

    public bool Contains(DateOnly day) => day >= From && day <= Last;

    public bool Contains(Period other) => other.From >= From && other.Last <= Last;

    public bool Overlaps(Period other) => From <= other.Last && other.From <= Last;

    /// <summary>The days that both have, or null.</summary>
    public Period? Common(Period other)
    {
        if (!Overlaps(other))
        {
            return null;
        }
        var last = Last < other.Last ? Last : other.Last;
        return new Period(
            From > other.From ? From : other.From,
            last == DateOnly.MaxValue ? null : last
        );
    }

    /// <summary>The parts of this span that none of the periods covers, in order.</summary>
    public IReadOnlyList<Period> Gaps(IEnumerable<Period> periods)
    {
        var gaps = new List<Period>();
        var next = From;
        foreach (var period in periods.Where(Overlaps).OrderBy(p => p.From))
        {
            if (period.From > next)
            {
                gaps.Add(new Period(next, period.From.AddDays(-1)));
            }
            if (period.Last >= Last)
            {
                return gaps;
            }
            next = period.Last >= next ? period.Last.AddDays(1) : next;
        }
        gaps.Add(new Period(next, To));
        return gaps;
    }
}
