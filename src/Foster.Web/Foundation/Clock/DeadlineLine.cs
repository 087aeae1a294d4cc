namespace Foster.Web.Foundation.Clock;

/// <summary>In which direction a council may move a number.</summary>
public enum Tuning
{
    /// <summary>Set by law or by a national standard.</summary>
    Fixed,

    Free,

    /// <summary>A minimum: a longer local schedule wins, a shorter one never does (R-REC-05).</summary>
    LongerOnly,

    /// <summary>A maximum: only a shorter time is allowed.</summary>
    ShorterOnly,
}

/// <summary>One due date that a rule sets, and how it is counted.</summary>
public sealed class DeadlineLine
{
    internal DeadlineLine(
        DeadlineRule rule,
        string key,
        string label,
        string triggerLabel,
        Counting counting,
        int number,
        RuleForce force,
        Tuning? tuning
    )
    {
        Rule = rule;
        Key = key;
        Label = label;
        TriggerLabel = triggerLabel;
        Counting = counting;
        Number = number;
        Force = force;
        Tuning =
            tuning is { } given ? given
            : force is RuleForce.Prac or RuleForce.Pol ? Tuning.Free
            : counting is Counting.KeepYears ? Tuning.LongerOnly
            : Tuning.Fixed;
    }

    public DeadlineRule Rule { get; }

    /// <summary>The rule ID, and after a stroke the name of the line where there are several; unique, stored with deadlines, never reused.</summary>
    public string Key { get; }

    public string Label { get; }

    public string TriggerLabel { get; }

    public Counting Counting { get; }

    /// <summary>The number of the catalogue, used unless the council has set another.</summary>
    public int Number { get; }

    public RuleForce Force { get; }

    public Tuning Tuning { get; }

    /// <summary>Never shown to the household whose it is, whoever looks (R-SOD-11, REM-22, REM-23).</summary>
    public bool IsUnannounced { get; private set; }

    /// <summary>The roles of staff that read of it on a case; null for all who open the case.</summary>
    public IReadOnlyList<Actors.Role>? Readers { get; private set; }

    /// <summary>Whom its holder waits for meanwhile, such as whoever was asked; null where the holder does it alone.</summary>
    public string? WaitsFor { get; private set; }

    /// <summary>"within 1 working day of the day the enquiry arrived".</summary>
    public string InWords(int? number = null) =>
        $"{Counting.InWords(number ?? Number)} {TriggerLabel}";

    /// <summary>Still owed when the road of its case ends: to another service, or to whoever asked for their records.</summary>
    public bool OutlivesItsCase { get; private set; }

    internal DeadlineLine OutlivingItsCase()
    {
        OutlivesItsCase = true;
        return this;
    }

    internal DeadlineLine Unannounced()
    {
        IsUnannounced = true;
        return this;
    }

    internal DeadlineLine ReadBy(params IReadOnlyList<Actors.Role> roles)
    {
        Readers = roles;
        return this;
    }

    internal DeadlineLine WaitingFor(string whom)
    {
        WaitsFor = whom;
        return this;
    }

    public bool Allows(int number) =>
        number == Number
        || number is > 0 and <= 1000
            && Tuning switch
            {
                Tuning.Free => true,
                Tuning.LongerOnly => number > Number,
                Tuning.ShorterOnly => number < Number,
                _ => false,
            };

    /// <summary>Counted from a day in London. A rule in clock hours then starts with that day.</summary>
    public Due From(DateOnly trigger, WorkingCalendar calendar, int? number = null) =>
        From(London.StartOfDayUtc(trigger), calendar, number);

    public Due From(DateOnly trigger, WorkingCalendar calendar, DeadlineNumbers numbers) =>
        From(trigger, calendar, numbers.For(this));

    /// <summary>Counted from an instant: from its day in London, or from the instant for clock hours.</summary>
    public Due From(DateTime triggerAtUtc, WorkingCalendar calendar, int? number = null) =>
        number is { } own && !Allows(own)
            ? throw new ArgumentOutOfRangeException(
                nameof(number),
                $"{Key} is {Number} ({Force.Code()}) and cannot be {own}."
            )
            : Reckon(triggerAtUtc, calendar, number ?? Number);

    public Due From(DateTime triggerAtUtc, WorkingCalendar calendar, DeadlineNumbers numbers) =>
        From(triggerAtUtc, calendar, numbers.For(this));

    /// <summary>With a number that was allowed once, whatever the catalogue says today.</summary>
    internal Due Reckon(DateTime triggerAtUtc, WorkingCalendar calendar, int number) =>
        new Reckoner(calendar, triggerAtUtc).Reckon(this, number);
}
