namespace Foster.Web.Features.Allowances;

/// <summary>The addresses of the feature.</summary>
public static class AllowancesLinks
{
    public const string Estimator = "/payments-and-allowances";
    public const string Finance = "/finance";
    public const string Schedules = "/finance/schedules";
    public const string New = Schedules + "/new";
    public const string Import = Schedules + "/import";
    public const string Minimum = "/finance/minimum";
    public const string NewMinimum = Minimum + "/new";
    public const string ImportMinimum = Minimum + "/import";

    public static string Schedule(Guid scheduleId) => $"{Schedules}/{scheduleId}";

    public static string Publish(Guid scheduleId) => Schedule(scheduleId) + "/publish";

    public static string Discard(Guid scheduleId) => Schedule(scheduleId) + "/discard";

    public static string File(Guid scheduleId) => Schedule(scheduleId) + "/file";

    public static string MinimumOf(TaxYear year) => $"{Minimum}/{year.Start}";

    /// <summary>The form, with the year chosen.</summary>
    public static string NewMinimumOf(TaxYear year) => $"{NewMinimum}?year={year.Start}";

    /// <summary>The form, with what was entered before.</summary>
    public static string NewMinimumLike(Guid minimumEntryId) =>
        $"{NewMinimum}?like={minimumEntryId}";

    public static string MinimumEntry(Guid minimumEntryId) => $"{Minimum}/tables/{minimumEntryId}";

    public static string ConfirmMinimum(Guid minimumEntryId) =>
        MinimumEntry(minimumEntryId) + "/confirm";

    public static string SendBackMinimum(Guid minimumEntryId) =>
        MinimumEntry(minimumEntryId) + "/send-back";
}
