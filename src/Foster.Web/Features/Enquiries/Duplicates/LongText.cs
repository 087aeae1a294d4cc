namespace Foster.Web.Features.Enquiries.Duplicates;

/// <summary>Divides a long text into parts that fit, between lines or words where it can.</summary>
internal static class LongText
{
    private const int HeadRoom = 30;

    public static IReadOnlyList<string> Parts(string text, int longest)
    {
        if (text.Length <= longest)
            return [text];
        var parts = new List<string>();
        var rest = text;
        while (rest.Length > longest - HeadRoom)
        {
            var most = longest - HeadRoom;
            var cut = rest.LastIndexOfAny(['\n', ' '], most - 1, most / 2);
            if (cut < 0)
                cut = char.IsHighSurrogate(rest[most - 1]) ? most - 2 : most - 1;
            parts.Add(rest[..(cut + 1)].TrimEnd());
            rest = rest[(cut + 1)..];
        }
        if (rest.Trim().Length > 0)
            parts.Add(rest);
        return [.. parts.Select((part, i) => $"Part {i + 1} of {parts.Count}\n{part}")];
    }
}
