using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Cases;

/// <summary>A page whose act issues a letter: it is written, read as it will go out, and then issued or changed.</summary>
public interface ILetterPage : IHasForm
{
    /// <summary>The field that tells which letter was read.</summary>
    const string ReadField = "letter-read";

    /// <summary>Where the page sends its forms.</summary>
    string Address { get; }

    /// <summary>The letter as it would go out; null where none does.</summary>
    LetterDraft? Draft { get; }

    /// <summary>What is to be done has been written and is shown to be checked.</summary>
    bool Checking { get; }

    /// <summary>The act in the words of its button.</summary>
    string ActText { get; }

    string? ActVariant { get; }
}
