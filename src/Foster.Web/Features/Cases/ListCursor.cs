using System.Globalization;

namespace Foster.Web.Features.Cases;

/// <summary>Where one page of a list ended: a day and an id, as they stand in an address.</summary>
public sealed record ListCursor(DateOnly On, Guid Id)
{
    private const string Day = "yyyyMMdd";

    public static string Write(DateOnly on, Guid id) =>
        $"{on.ToString(Day, CultureInfo.InvariantCulture)}-{id:N}";

    /// <summary>Null where there is none, or somebody has changed it: the list then starts at its beginning.</summary>
    public static ListCursor? Read(string? text) =>
        text is { Length: 41 }
        && text[8] == '-'
        && DateOnly.TryParseExact(
            text[..8],
            Day,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var on
        )
        && Guid.TryParseExact(text[9..], "N", out var id)
            ? new ListCursor(on, id)
            : null;
}
