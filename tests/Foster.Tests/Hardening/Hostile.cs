using System.Text;
using Foster.TestKit;

namespace Foster.Tests.Hardening;

/// <summary>Texts that do harm where a program is careless, and how a page shows that it was.</summary>
internal static class Hostile
{
    /// <summary>The first line of a log entry that nobody wrote.</summary>
    public const string ForgedLine = "FORGED 200 OK";

    /// <summary>Would run in a browser if it came out raw.</summary>
    public static IReadOnlyList<string> Markup { get; } =
    [
        "<script>foster(1)</script>",
        "\"><script>foster(2)</script>",
        "'><img src=x onerror=foster(3)>",
        "\" onfocus=foster(4) autofocus=\"",
        "' onmouseover='foster(5)",
        "</title><svg onload=foster(6)>",
        "</textarea><iframe srcdoc='<script>foster(7)</script>'>",
        "javascript:foster(8)",
        "<a href=\"javascript:foster(9)\">x</a>",
        "{{constructor.constructor('foster(10)')()}}",
        "${foster(11)}",
        "<!--<script>foster(12)</script>-->",
        "\u2028<script>foster(13)</script>",
        "＜script＞foster(14)＜/script＞",
        "&lt;script&gt;foster(15)&lt;/script&gt;",
        "<style>@import'//evil.example'</style>",
    ];

    /// <summary>What breaks statements, templates, logs, paths, parsers, numbers, dates and encodings.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Markup,
        "'",
        "''",
        "\"",
        "\\",
        "`",
        ";",
        "' OR '1'='1",
        "' OR 1=1--",
        "'; DROP TABLE \"Cases\";--",
        "') UNION SELECT NULL,NULL,NULL--",
        "1; SELECT pg_sleep(5)--",
        "1 AND 1=CAST((SELECT version()) AS int)",
        "' || (SELECT sqlite_version()) || '",
        "%",
        "_",
        "%%%%%%%%",
        "a%' ESCAPE '",
        "*/",
        "/*",
        "@@version",
        "{0}",
        "{0:N1000000}",
        "{FORGED}",
        "%s%s%s%n",
        "@(1+1)",
        "@{ throw; }",
        "#{7*7}",
        "<%= 7*7 %>",
        $"x\r\n{ForgedLine}",
        $"x\n{ForgedLine}",
        "\r\nSet-Cookie: forged=1",
        "x\u0085" + ForgedLine,
        "../../../../etc/passwd",
        "..\\..\\..\\windows\\win.ini",
        "/etc/passwd",
        "file:///etc/passwd",
        "C:\\boot.ini",
        "CON",
        "a/../b",
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
        "<![CDATA[x]]>",
        "{\"$type\":\"System.Object\"}",
        "__proto__",
        "\0",
        "a\0b",
        "\u0001\u0002\u001b[31m",
        "\ufffe\uffff",
        "\ufeff",
        "\u202Egnp.exe",
        "a\u0300\u0301\u0302\u0303\u0304",
        "😀😀😀",
        "Zoë Ødegård-Ó Briain",
        "ﷺ",
        "İ ı ß ſ K",
        new string('a', 300),
        new string('a', 5_000),
        string.Concat(Enumerable.Repeat("😀", 3_000)),
        new string('\'', 1_000),
        new string('<', 2_000),
        new string('(', 2_000),
        new string(' ', 3_000),
        "0",
        "-1",
        "00000000-0000-0000-0000-000000000000",
        "{00000000-0000-0000-0000-000000000000}",
        "99999999999999999999999999",
        "2147483648",
        "-2147483649",
        "9223372036854775808",
        "1e309",
        "NaN",
        "Infinity",
        "0x10",
        "1,000",
        "٣",
        "31",
        "0001-01-01",
        "9999-12-31",
        "10000-01-01",
        "2026-02-30",
        "29/2/2023",
        "true",
        "null",
        "undefined",
        "",
        " ",
        "=HYPERLINK(\"//evil.example\")",
        "@SUM(1)",
        "a@b\r\nBcc: c@evil.example",
        "a@[127.0.0.1]",
        "\"<script>foster(16)</script>\"@evil.example",
        "//evil.example",
        "https://evil.example",
    ];

    /// <summary>
    /// What of a hostile text would run here. The pages have no script and no style of their own within them and no
    /// attribute that runs, so whatever there is came from somebody.
    /// </summary>
    public static IEnumerable<string> RunsIn(HtmlPage page)
    {
        var document = page.Document;
        foreach (
            var script in document.QuerySelectorAll(
                "script:not([src]), style, iframe, object, embed"
            )
        )
        {
            yield return $"{page.Path} holds {script.OuterHtml}";
        }

        foreach (var element in document.All)
        {
            foreach (var attribute in element.Attributes)
            {
                var runs =
                    attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
                    || attribute.Name is "srcdoc"
                    || (
                        attribute.Name is "href" or "src" or "action" or "formaction"
                        && (
                            attribute.Value.Contains("script:", StringComparison.OrdinalIgnoreCase)
                            || LeadsAway(attribute.Value)
                        )
                    );
                if (runs)
                {
                    yield return $"{page.Path} holds {attribute.Name}={attribute.Value}";
                }
            }
        }
    }

    /// <summary>As it is sent in an address; what no address can hold is sent as its bytes.</summary>
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            escaped.Append('%').Append(b.ToString("X2"));
        }

        return escaped.ToString();
    }

    /// <summary>An address of another site; what stands in the query of one of ours is only words.</summary>
    private static bool LeadsAway(string address) =>
        address.Split('?')[0].Contains("evil.example", StringComparison.OrdinalIgnoreCase);
}
