using Microsoft.AspNetCore.WebUtilities;

namespace Foster.Web.Foundation.Journeys;

// A link may bring answers that were given elsewhere. They wait in the address of the first question until it is answered,
// and are then filled in where they are asked; nothing counts as answered by them.
public abstract partial class JourneyPage
{
    private bool IsBeginning => Draft is null && Question == Journey.Questions[0];

    private string Brought => IsBeginning ? QueryHelpers.AddQueryString("", BroughtAnswers()) : "";

    private string? BroughtAlong() =>
        IsBeginning ? new Form([.. Carried]).TakeAll(BroughtAnswers()).ToJson() : null;

    /// <summary>Only what its field would take.</summary>
    private Dictionary<string, string?> BroughtAnswers()
    {
        var found = new Dictionary<string, string?>();
        foreach (var field in Carried)
        {
            var raw = new RawValues();
            raw.Set(field.Name, Request.Query[field.Name].FirstOrDefault() ?? "");
            if (field.Parse(raw) is { Message: null, Value: not null })
                found[field.Name] = raw[field.Name];
        }
        return found;
    }
}
