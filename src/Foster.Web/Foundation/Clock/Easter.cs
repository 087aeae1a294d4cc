namespace Foster.Web.Foundation.Clock;

/// <summary>Good Friday by the anonymous Gregorian computus, for years whose table is not filled yet.</summary>
internal static class Easter
{
    public static DateOnly GoodFriday(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var inCentury = year % 100;
        var skippedLeaps = century - century / 4 - (century - (century + 8) / 25 + 1) / 3;
        var epact = (19 * golden + skippedLeaps + 15) % 30;
        var weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        var correction = (golden + 11 * epact + 22 * weekday) / 451;
        var days = epact + weekday - 7 * correction + 114;
        return new DateOnly(year, days / 31, days % 31 + 1).AddDays(-2);
    }
}
