namespace Foster.Web.Foundation.Mail;

/// <summary>
/// A kind of message: what it is called, who gets it, the words that Foster comes with and what can be filled into them.
/// It stands as a public static field beside the function that writes it, and is found there.
/// </summary>
public class MailTemplate
{
    /// <summary>A stable key such as enquiry.acknowledged; with a dot at its end it stands for all that begin so.</summary>
    public required string Key { get; init; }

    /// <summary>What staff call it.</summary>
    public required string Name { get; init; }

    /// <summary>Who gets it, and when.</summary>
    public required string Recipient { get; init; }
    public string Subject { get; init; } = "";
    public string Body { get; init; } = "";

    /// <summary>The words of a text message beside it; empty for none.</summary>
    public string Text { get; init; } = "";

    /// <summary>What can be filled in beside the team and how to reach it.</summary>
    public IReadOnlyList<Placeholder> Own { get; init; } = [];

    /// <summary>Without these in its body the message is of no use.</summary>
    public virtual IReadOnlyList<Placeholder> Must { get; init; } = [];

    /// <summary>Why a council cannot write its own words; null where it can.</summary>
    public string? Fixed { get; init; }

    /// <summary>A second key under which the same words go out again.</summary>
    public string? AlsoKey { get; init; }

    public virtual IReadOnlyList<Placeholder> Placeholders =>
        [.. Own, .. Mail.Placeholders.OfEvery];

    public Wording Words => new(Subject, Body, Text);

    /// <summary>The message in the words that Foster comes with, and with all that other words need.</summary>
    public Email Write(string to, MailValues values)
    {
        if (Own.FirstOrDefault(p => !values.Has(p)) is { } missing)
            throw new ArgumentException($"{Key} has no {missing.Written}.", nameof(values));
        var words = Words.Filled(values);
        return new Email(Key, to, words.Subject, words.Body) { Template = this, Values = values };
    }

    /// <summary>A message whose words are fixed.</summary>
    /// <param name="kind">Its own key, where this one stands for several.</param>
    public Email Say(string to, string subject, string body, string? kind = null) =>
        new(kind ?? Key, to, subject, body) { Template = this };

    /// <summary>A kind of message that no council words otherwise.</summary>
    public static MailTemplate Unchanging(string key, string name, string recipient, string why) =>
        new()
        {
            Key = key,
            Name = name,
            Recipient = recipient,
            Fixed = why,
        };
}
