using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Foster.TestKit;

/// <summary>As much of MIME as a mail client needs to show a message.</summary>
internal sealed partial class MimePart
{
    private readonly string body;

    private MimePart(IReadOnlyList<(string Name, string Value)> headers, string body)
    {
        Headers = headers;
        this.body = body;
    }

    public IReadOnlyList<(string Name, string Value)> Headers { get; }

    public string ContentType =>
        (Header("Content-Type") ?? "text/plain").Split(';')[0].Trim().ToLowerInvariant();

    public bool IsText => ContentType.StartsWith("text/", StringComparison.Ordinal);

    public string? FileName =>
        Parameter("Content-Disposition", "filename") ?? Parameter("Content-Type", "name");

    public byte[] Content =>
        (Header("Content-Transfer-Encoding") ?? "7bit").Trim().ToLowerInvariant() switch
        {
            "base64" => Convert.FromBase64String(
                string.Concat(body.Where(c => !char.IsWhiteSpace(c)))
            ),
            "quoted-printable" => Unquote(body.Replace("=\r\n", "", StringComparison.Ordinal)),
            _ => Encoding.Latin1.GetBytes(body),
        };

    public string Words =>
        Encoding
            .GetEncoding(Parameter("Content-Type", "charset") ?? "utf-8")
            .GetString(Content)
            .Replace("\r\n", "\n", StringComparison.Ordinal);

    public static MimePart Parse(string raw)
    {
        var end = raw.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var head = end < 0 ? raw : raw[..end];
        var body = end < 0 ? "" : raw[(end + 4)..];
        var headers = new List<(string, string)>();
        foreach (var line in Folding().Replace(head, " ").Split("\r\n"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                headers.Add((line[..colon].Trim(), Decode(line[(colon + 1)..].Trim())));
            }
        }

        return new MimePart(headers, body);
    }

    public IEnumerable<MimePart> Leaves()
    {
        if (Parameter("Content-Type", "boundary") is not { } boundary)
        {
            return [this];
        }

        // The line break before a boundary belongs to the boundary.
        return ("\r\n" + body)
            .Split("\r\n--" + boundary)
            .Skip(1)
            .Where(p => !p.StartsWith("--", StringComparison.Ordinal))
            .Select(p => Parse(p[(p.IndexOf("\r\n", StringComparison.Ordinal) + 2)..]))
            .SelectMany(p => p.Leaves());
    }

    private string? Header(string name) =>
        Headers
            .Where(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(h => h.Value)
            .FirstOrDefault();

    private string? Parameter(string header, string name)
    {
        var found = Regex.Match(
            Header(header) ?? "",
            $"""(?:^|;)\s*{name}\s*=\s*(?:"([^"]*)"|([^;\s]+))""",
            RegexOptions.IgnoreCase
        );
        return found.Success ? found.Groups[1].Value + found.Groups[2].Value : null;
    }

    /// <summary>Encoded words (=?utf-8?B?…?=) as the words they stand for.</summary>
    private static string Decode(string value) =>
        EncodedWord()
            .Replace(
                BetweenEncodedWords().Replace(Utf8(value), "?=$1"),
                m =>
                    Encoding
                        .GetEncoding(m.Groups[1].Value)
                        .GetString(
                            m.Groups[2].Value is "B" or "b"
                                ? Convert.FromBase64String(m.Groups[3].Value)
                                : Unquote(m.Groups[3].Value.Replace('_', ' '))
                        )
            );

    private static string Utf8(string latin) =>
        Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(latin));

    private static byte[] Unquote(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (
                text[i] == '='
                && i + 2 < text.Length
                && byte.TryParse(
                    text.AsSpan(i + 1, 2),
                    NumberStyles.HexNumber,
                    CultureInfo.InvariantCulture,
                    out var value
                )
            )
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                bytes.Add((byte)text[i]);
            }
        }

        return [.. bytes];
    }

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Folding();

    [GeneratedRegex(@"=\?([^?*]+)(?:\*[^?]*)?\?([BbQq])\?([^?]*)\?=")]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"\?=\s+(=\?)")]
    private static partial Regex BetweenEncodedWords();
}
