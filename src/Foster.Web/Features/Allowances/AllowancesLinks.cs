namespace Foster.Web.Features.Allowances;

/// <summary>The addresses of the feature.</summary>
public static class AllowancesLinks
{
    public const string Estimator = "/payments-and-allowances";
    public const string Finance = "/finance";
    public const string Schedules = "/finance/schedules";
    public const string New = Schedules + "/new";
    public const string Import = Schedules + "/import";

    public static string Schedule(Guid scheduleId) => $"{Schedules}/{scheduleId}";

    public static string Publish(Guid scheduleId) => Schedule(scheduleId) + "/publish";

    public static string Discard(Guid scheduleId) => Schedule(scheduleId) + "/discard";

    public static string File(Guid scheduleId) => Schedule(scheduleId) + "/file";
}
