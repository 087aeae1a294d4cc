namespace Foster.Web.Features.Carers.Demo;

/// <summary>The days on which a made-up household takes its steps.</summary>
public sealed record RoadDates
{
    public required DateOnly Enquired { get; init; }
    public required DateOnly Contacted { get; init; }
    public required DateOnly PackSent { get; init; }
    public required DateOnly Interested { get; init; }
    public required DateOnly VisitBooked { get; init; }
    public required DateOnly Visited { get; init; }
    public required DateOnly Invited { get; init; }
    public required DateOnly Drafting { get; init; }
    public required DateOnly Submitted { get; init; }
    public required DateOnly DecidedToAssess { get; init; }
    public required DateOnly ChecksAsked { get; init; }
    public required DateOnly SomeChecksIn { get; init; }
    public required DateOnly Stage1Complete { get; init; }
    public required DateOnly Stage1Passed { get; init; }
    public required DateOnly Trained { get; init; }
    public required DateOnly ReportWritten { get; init; }
    public required DateOnly ReportShared { get; init; }
    public required DateOnly ReadyForPanel { get; init; }
    public required DateOnly OnAgenda { get; init; }
    public required DateOnly PapersSent { get; init; }
    public required DateOnly Panel { get; init; }
    public required DateOnly MinutesSigned { get; init; }
    public required DateOnly Decided { get; init; }
    public required DateOnly ToldOrally { get; init; }
    public required DateOnly ToldInWriting { get; init; }
    public required DateOnly Active { get; init; }

    /// <summary>The pace of a road that keeps every date; nothing is done on a weekend.</summary>
    public static RoadDates From(DateOnly enquired)
    {
        DateOnly After(int days) => Weekday(enquired.AddDays(days));
        return new RoadDates
        {
            Enquired = enquired,
            Contacted = After(0),
            PackSent = After(1),
            Interested = After(5),
            VisitBooked = After(6),
            Visited = After(9),
            Invited = After(12),
            Drafting = After(14),
            Submitted = After(20),
            DecidedToAssess = After(27),
            ChecksAsked = After(30),
            SomeChecksIn = After(41),
            Stage1Complete = After(75),
            Stage1Passed = After(82),
            Trained = After(110),
            ReportWritten = After(160),
            ReportShared = After(165),
            ReadyForPanel = After(175),
            OnAgenda = After(176),
            PapersSent = After(181),
            Panel = After(190),
            MinutesSigned = After(196),
            Decided = After(202),
            ToldOrally = After(203),
            ToldInWriting = After(205),
            Active = After(209),
        };
    }

    /// <summary>
    /// The same pace, begun so that a stage was reached about that many days ago: weekends move it by a day or two, but
    /// never into days to come.
    /// </summary>
    public static RoadDates Reaching(RoadStage stage, int daysAgo, DateOnly today)
    {
        var length = From(today).Of(stage).DayNumber - today.DayNumber;
        var start = today.AddDays(-daysAgo - Math.Max(0, length));
        var latest = today.AddDays(-Math.Min(daysAgo, 1));
        var dates = From(Weekday(start));
        while (dates.Of(stage) > latest)
        {
            start = start.AddDays(-1);
            dates = From(Weekday(start));
        }
        return dates;
    }

    /// <summary>The day on which a stage is reached.</summary>
    public DateOnly Of(RoadStage stage) =>
        stage switch
        {
            RoadStage.None or RoadStage.Enquired => Enquired,
            RoadStage.Contacted => Contacted,
            RoadStage.PackSent => PackSent,
            RoadStage.Interested => Interested,
            RoadStage.VisitScheduled => VisitBooked,
            RoadStage.Visited => Visited,
            RoadStage.Invited => Invited,
            RoadStage.Drafting => Drafting,
            RoadStage.Submitted => Submitted,
            RoadStage.DecidedToAssess => DecidedToAssess,
            RoadStage.ChecksAsked => ChecksAsked,
            RoadStage.SomeChecksIn => SomeChecksIn,
            RoadStage.Stage1Complete => Stage1Complete,
            RoadStage.Stage1Passed => Stage1Passed,
            RoadStage.Trained => Trained,
            RoadStage.ReportShared => ReportShared,
            RoadStage.ReadyForPanel => ReadyForPanel,
            RoadStage.OnAgenda => OnAgenda,
            RoadStage.PapersSent => PapersSent,
            RoadStage.Recommended => Panel,
            RoadStage.MinutesSigned or RoadStage.AwaitingDecision => MinutesSigned,
            RoadStage.Approved => Decided,
            RoadStage.Told => ToldInWriting,
            _ => Active,
        };

    private static DateOnly Weekday(DateOnly day) =>
        day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(-1),
            DayOfWeek.Sunday => day.AddDays(-2),
            _ => day,
        };
}
