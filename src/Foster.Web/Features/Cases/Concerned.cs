namespace Foster.Web.Features.Cases;

/// <summary>Whether a case is about an officer, judged by the names and addresses that were written down (R-SOD-08).</summary>
internal static class Concerned
{
    /// <param name="mentioned">Names, e-mail addresses and sentences, as people wrote them.</param>
    public static bool Is(string name, string? email, IReadOnlyList<string> mentioned)
    {
        var words = WordsOf(name);
        var address = Person.Fold(email ?? "");
        return mentioned
            .Select(Person.Fold)
            .Any(text =>
                (address.Length > 0 && text.Contains(address, StringComparison.Ordinal))
                || (words.Length > 0 && words.All(WordsOf(text).Contains))
            );
    }

    private static string[] WordsOf(string text) =>
        Person.Fold(text).Split([' ', ',', '.', ';', ':', '(', ')', '/', '"', '\'', '’']);
}
