using System.Globalization;

namespace Foster.Web.Features.Approvals;

/// <summary>Where a page of a list ended: the day of its last line and its id.</summary>
public readonly record struct Cursor(DateOnly On, Guid Id)
{
    /// <summary>Before the first line of a list that runs forward in time.</summary>
    public static Cursor Start { get; } = new(DateOnly.MinValue, Guid.Empty);

    /// <summary>Before the first line of a list that runs back in time.</summary>
    public static Cursor End { get; } = new(DateOnly.MaxValue, Guid.AllBitsSet);

    /// <summary>Reads what stands in an address; anything else starts from the beginning.</summary>
    public static Cursor Read(string? text, Cursor otherwise) =>
        text?.Split('_') is [var day, var id]
        && DateOnly.TryParseExact(
            day,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var on
        )
        && Guid.TryParse(id, out var guid)
            ? new Cursor(on, guid)
            : otherwise;

    public override string ToString() =>
        On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "_" + Id;
}
