using System.Globalization;

namespace Foster.Web.Features.Cases;

/// <summary>Where one page of a history ended: an instant and an id, as they stand in an address.</summary>
public sealed record InstantCursor(DateTime At, Guid Id)
{
    public static string Write(DateTime at, Guid id) =>
        $"{at.Ticks.ToString("D19", CultureInfo.InvariantCulture)}-{id:N}";

    /// <summary>Null where there is none, or somebody has changed it.</summary>
    public static InstantCursor? Read(string? text) =>
        text is { Length: 52 }
        && text[19] == '-'
        && long.TryParse(text[..19], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
        && ticks <= DateTime.MaxValue.Ticks
        && Guid.TryParseExact(text[20..], "N", out var id)
            ? new InstantCursor(new DateTime(ticks, DateTimeKind.Utc), id)
            : null;
}
