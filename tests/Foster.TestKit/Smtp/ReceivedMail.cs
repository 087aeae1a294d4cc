using System.Text.RegularExpressions;

namespace Foster.TestKit;

/// <summary>A file that came with a message, or a body that is neither text nor HTML.</summary>
public sealed record ReceivedFile(string Name, string ContentType, byte[] Content);

/// <summary>A message as it arrived, and as a person would read it.</summary>
public sealed partial class ReceivedMail
{
    private ReceivedMail(string sender, IReadOnlyList<string> recipients, string raw)
    {
        Sender = sender;
        Recipients = recipients;
        Raw = raw;
    }

    /// <summary>The envelope's sender and recipients, which need not be those of the headers.</summary>
    public string Sender { get; }

    public IReadOnlyList<string> Recipients { get; }

    /// <summary>The bytes as they came, one character each, without dot-stuffing.</summary>
    public string Raw { get; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; private set; } = [];

    public string Subject => Header("Subject") ?? "";

    public string From => Header("From") ?? "";

    public string To => Header("To") ?? "";

    public string? MessageId => Header("Message-ID");

    /// <summary>The plain words.</summary>
    public string Text { get; private set; } = "";

    public string Html { get; private set; } = "";

    public IReadOnlyList<ReceivedFile> Files { get; private set; } = [];

    /// <summary>Every address in the plain words, in order.</summary>
    public IReadOnlyList<Uri> Links =>
        [.. LinkPattern().Matches(Text).Select(m => new Uri(m.Value.TrimEnd('.', ',', ')')))];

    /// <summary>The first link whose path starts so. Says what there was when there is none.</summary>
    public Uri Link(string pathStart = "/") =>
        Links.FirstOrDefault(l => l.AbsolutePath.StartsWith(pathStart, StringComparison.Ordinal))
        ?? throw new InvalidOperationException(
            $"No link to {pathStart} in “{Subject}”. Its words: {Text}"
        );

    public string? Header(string name) =>
        Headers
            .Where(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(h => h.Value)
            .FirstOrDefault();

    public bool IsFor(string address) =>
        Recipients.Contains(address, StringComparer.OrdinalIgnoreCase);

    public override string ToString() => $"To {To}: {Subject}\n\n{Text}";

    internal static ReceivedMail Parse(string sender, IReadOnlyList<string> recipients, string raw)
    {
        var part = MimePart.Parse(raw);
        var files = new List<ReceivedFile>();
        var mail = new ReceivedMail(sender, recipients, raw) { Headers = part.Headers };
        foreach (var leaf in part.Leaves())
        {
            if (leaf.FileName is not null || !leaf.IsText)
            {
                files.Add(new(leaf.FileName ?? "", leaf.ContentType, leaf.Content));
            }
            else if (leaf.ContentType == "text/html")
            {
                mail.Html += leaf.Words;
            }
            else
            {
                mail.Text += leaf.Words;
            }
        }

        mail.Files = files;
        return mail;
    }

    [GeneratedRegex(@"https?://[^\s<>""']+")]
    private static partial Regex LinkPattern();
}
