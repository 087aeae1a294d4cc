namespace Foster.Web.Foundation.Security;

/// <summary>
/// What a new password must not be: short, common, or little more than the site's, the council's or the person's name.
/// There are no rules on what kinds of characters it has.
/// </summary>
public static class PasswordRules
{
    public const int Least = 12;

    private const int LeastOfItsOwn = 4;

    /// <summary>Words that common passwords are made of; longest first, so that none hides in another.</summary>
    private static readonly string[] Common =
    [
        "administrator",
        "qwertyuiop",
        "asdfghjkl",
        "liverpool",
        "football",
        "password",
        "passwort",
        "princess",
        "sunshine",
        "superman",
        "trustno",
        "welcome",
        "zxcvbnm",
        "arsenal",
        "batman",
        "chelsea",
        "dragon",
        "everton",
        "letmein",
        "monkey",
        "qwerty",
        "secret",
        "summer",
        "winter",
        "abcdef",
        "admin",
        "fostering",
        "foster",
        "carer",
        "council",
        "login",
        "iloveyou",
        "hello",
        "pass",
    ];

    /// <summary>What is wrong with it, in words a person reads; null when it will do.</summary>
    /// <param name="about">Names it must not be made of: the council, the site, the person, the sign-in name.</param>
    public static string? Against(string password, params IEnumerable<string> about)
    {
        if (password.Length < Least)
            return $"Password must be {Least} characters or more. Three words you can remember work well.";
        var lower = password.ToLowerInvariant();
        if (lower.Distinct().Count() < 5 || IsRun(lower))
            return "This password is too easy to guess. Use three words that only you would put together.";
        if (CommonPasswords.Has(lower) || CommonPasswords.Has(WithoutDecoration(lower)))
            return "This password is among the commonest, which are tried first. "
                + "Use three words that only you would put together.";
        var words = about
            .SelectMany(a =>
                a.Split([' ', '@', '.', '-', '\''], StringSplitOptions.RemoveEmptyEntries)
            )
            .Select(Plain)
            .Where(w => w.Length > 2)
            .Concat(Common)
            .Distinct()
            .OrderByDescending(w => w.Length)
            .ToList();
        // Digits at the ends are decoration; inside a word they may stand for letters.
        var core = Plain(WithoutDecoration(lower));
        return
            LettersWithout(words, lower) < LeastOfItsOwn
            || LettersWithout(words, core) < LeastOfItsOwn
            ? "This password is made of common words, or of your name or ours, and is easy to guess. "
                + "Use three words that only you would put together."
            : null;
    }

    private static string WithoutDecoration(string text) =>
        text.Trim([.. Enumerable.Range('!', '@' - '!' + 1).Select(c => (char)c)]);

    private static int LettersWithout(IEnumerable<string> words, string text)
    {
        foreach (var word in words)
            text = text.Replace(word, " ", StringComparison.Ordinal);
        return text.Count(char.IsLetter);
    }

    /// <summary>Lower case, with the usual stand-ins for letters taken back.</summary>
    private static string Plain(string text) =>
        string.Concat(
            text.ToLowerInvariant()
                .Select(c =>
                    c switch
                    {
                        '0' => 'o',
                        '1' or '!' => 'i',
                        '3' => 'e',
                        '4' or '@' => 'a',
                        '5' or '$' => 's',
                        '7' => 't',
                        _ => c,
                    }
                )
        );

    /// <summary>Each character follows the one before by the same step, as in abcdefghijkl.</summary>
    private static bool IsRun(string text)
    {
        var step = text[1] - text[0];
        for (var i = 2; i < text.Length; i++)
            if (text[i] - text[i - 1] != step)
                return false;
        return true;
    }
}
