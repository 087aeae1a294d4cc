using System.Text.RegularExpressions;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Foundation.Mail;

/// <summary>Something that the law or the standards want in a letter.</summary>
/// <param name="Why">A whole sentence for whoever left it out.</param>
public sealed record MustStand(Placeholder Place, string RuleId, string Why);

/// <summary>Words that a letter must not say.</summary>
public sealed record MustNotStand(Regex Words, string RuleId, string Why);

/// <summary>
/// A kind of letter. Its words belong to the council like those of a message, in versions, with the same check and preview;
/// greeting and signature are added, and what has to stand in it cannot be left out. It is issued and never mailed.
/// </summary>
public sealed class LetterTemplate : MailTemplate
{
    public IReadOnlyList<MustStand> Law { get; init; } = [];

    public IReadOnlyList<MustNotStand> Never { get; init; } = [];

    public override IReadOnlyList<Placeholder> Must => [.. Law.Select(l => l.Place)];

    public override IReadOnlyList<Placeholder> Placeholders =>
        [.. base.Placeholders, .. LetterPlaces.OfEvery];

    /// <summary>What is missing from these words, and what must not stand there.</summary>
    public IReadOnlyList<Refusal> Against(Wording words)
    {
        var places = Wording.PlacesIn(words.Body).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. Law.Where(l => !places.Contains(l.Place.Name))
                .Select(l => new Refusal(
                    $"{l.Place.Written} has to stand in this letter ({l.RuleId}): {l.Why}",
                    l.RuleId,
                    WordingCheck.BodyField
                )),
            .. NeverSaid(words.Subject + "\n" + words.Body, WordingCheck.BodyField),
        ];
    }

    /// <summary>What a text says that this letter must not say.</summary>
    public IEnumerable<Refusal> NeverSaid(string text, string field) =>
        Never.Where(n => n.Words.IsMatch(text)).Select(n => new Refusal(n.Why, n.RuleId, field));
}
