using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Sessions;

namespace Foster.Web.Foundation.Web;

/// <summary>What was sent with a form, in the words of its page and without secrets.</summary>
/// <param name="Path">The page it was sent to; another page with the same key is shown nothing of it.</param>
public sealed record SentForm(string Path, IReadOnlyList<SentLine> Lines)
{
    /// <summary>On the button that begins anew with what was typed.</summary>
    public const string AnewField = "begin-anew";

    private static readonly string[] OfTheForm =
    [
        "__RequestVerificationToken",
        FormPage.KeyField,
        FormPage.SeenField,
        AnewField,
        SpamTrap.Name,
        SpamTrap.OpenedField,
    ];

    public static SentForm Of(HttpRequest request, IEnumerable<SummaryRow> rows) =>
        new(
            request.Path.ToString(),
            [
                .. rows.Where(r => r.Value != Form.Unanswered)
                    .Select(r => new SentLine(r.Label, r.Value)),
            ]
        );

    public string ToJson() => JsonSerializer.Serialize(this);

    public static SentForm? FromJson(string? json) =>
        json is null ? null : JsonSerializer.Deserialize<SentForm>(json);

    /// <summary>The same for two posts of the same answers to the same address.</summary>
    public static string HashOf(HttpRequest request)
    {
        var content = new StringBuilder(request.Path + request.QueryString);
        foreach (
            var (name, values) in Answers(request).OrderBy(f => f.Name, StringComparer.Ordinal)
        )
            content.Append('\n').Append(name).Append('=').AppendJoin('\t', values);
        foreach (var file in request.Form.Files)
            content
                .Append('\n')
                .Append(file.Name)
                .Append('=')
                .Append(file.FileName)
                .Append(file.Length);
        return Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString()))
        );
    }

    /// <summary>What was typed and chosen: no secrets, and nothing that the form itself brings along.</summary>
    public static IEnumerable<(string Name, string[] Values)> Answers(HttpRequest request) =>
        request
            .Form.Where(f => LatePosts.IsKept(f.Key) && !OfTheForm.Contains(f.Key))
            .Select(f => (f.Key, f.Value.Select(v => v ?? "").ToArray()));
}

/// <summary>One question and its answer.</summary>
public sealed record SentLine(string Label, string Value);
