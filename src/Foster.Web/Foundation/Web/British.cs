using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Foster.Web.Foundation.Web;

/// <summary>Dates as they are written in Britain.</summary>
public static class British
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>6 March 2026</summary>
    public static string Date(DateOnly date) => date.ToString("d MMMM yyyy", Culture);

    /// <summary>A time element with the date for machines and for people.</summary>
    internal static TagBuilder Time(DateOnly date) =>
        El.Of("time", null, Date(date))
            .With("datetime", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
