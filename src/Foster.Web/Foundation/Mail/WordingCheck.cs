using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Foundation.Mail;

/// <summary>Everything that is wrong with the words of a kind of message, each beside its field.</summary>
public static class WordingCheck
{
    public const string SubjectField = "subject";
    public const string BodyField = "body";
    public const string TextField = "text";
    public const int MaxSubject = 120;
    public const int MaxBody = 6_000;

    /// <summary>Two parts of a text message, counted after its places are filled with examples.</summary>
    public const int MaxText = 306;

    public static IReadOnlyList<Refusal> Against(
        MailTemplate template,
        Wording words,
        MailValues examples
    )
    {
        List<Refusal> against =
        [
            .. Line(words.Subject),
            .. Storable(words.Body, BodyField, WhatOf(template), MaxBody),
            .. Storable(words.Text, TextField, "text message", MaxBody),
            .. AgainstPlaces(template, words),
        ];
        if (string.IsNullOrWhiteSpace(words.Subject))
            against.Add(new("Enter a subject", null, SubjectField));
        if (string.IsNullOrWhiteSpace(words.Body))
            against.Add(new($"Enter the words of the {WhatOf(template)}", null, BodyField));
        var text = words.Filled(examples).Text.Length;
        if (text > MaxText)
            against.Add(
                new(
                    $"The text message must be {MaxText} characters or fewer once its places are filled. With the examples it has {text}",
                    null,
                    TextField
                )
            );
        return against;
    }

    private static string WhatOf(MailTemplate template) =>
        template is LetterTemplate ? "letter" : "message";

    /// <summary>What cannot be filled, and what has to stand there and does not.</summary>
    public static IReadOnlyList<Refusal> AgainstPlaces(MailTemplate template, Wording words)
    {
        var inBody = template.Placeholders;
        return
        [
            .. Places(words.Subject, SubjectField, [.. inBody.Except(Placeholders.InBodyOnly)]),
            .. Places(words.Body, BodyField, inBody),
            .. template is LetterTemplate letter
                ? letter.Against(words)
                : Missing(template, words.Body),
            .. Places(words.Text, TextField, [.. inBody.Where(p => p != Placeholders.List)]),
        ];
    }

    private static IEnumerable<Refusal> Line(string subject)
    {
        if (subject.AsSpan().IndexOfAny("\r\n\u2028\u2029") >= 0)
        {
            yield return new("The subject must be one line", null, SubjectField);
            yield break;
        }
        foreach (var refusal in Storable(subject, SubjectField, "subject", MaxSubject))
            yield return refusal;
    }

    private static IEnumerable<Refusal> Storable(string words, string field, string what, int most)
    {
        if (!Words.IsStorable(words, field != SubjectField))
            yield return new(
                $"The {what} includes a character that cannot be stored. Delete it and type it again",
                null,
                field
            );
        if (words.Length > most)
            yield return new(
                $"The {what} must be {most.ToString("N0", British)} characters or fewer. It has {words.Length.ToString("N0", British)}",
                null,
                field
            );
    }

    private static IEnumerable<Refusal> Places(
        string words,
        string field,
        IReadOnlyList<Placeholder> allowed
    )
    {
        foreach (var name in Wording.PlacesIn(words).Distinct(StringComparer.OrdinalIgnoreCase))
            if (!allowed.Any(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
                yield return new(
                    $"{{{name}}} is nothing that can be filled in here. These can: {string.Join(", ", allowed.Select(p => p.Written))}",
                    null,
                    field
                );
        if (Wording.WithoutPlaces(words).AsSpan().IndexOfAny('{', '}') >= 0)
            yield return new(
                "A brace is open or closed on its own. Write a place to fill as {first name}, and use no other braces",
                null,
                field
            );
    }

    private static IEnumerable<Refusal> Missing(MailTemplate template, string body)
    {
        var places = Wording.PlacesIn(body).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return template
            .Must.Where(p => !places.Contains(p.Name))
            .Select(p => new Refusal(
                $"{p.Written} has to stand in the message: without it nobody could act on it",
                null,
                BodyField
            ));
    }

    private static System.Globalization.CultureInfo British { get; } =
        System.Globalization.CultureInfo.GetCultureInfo("en-GB");
}
