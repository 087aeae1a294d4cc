using Foster.Web.Foundation.Journeys;
using Microsoft.AspNetCore.Identity;

namespace Foster.Web.Foundation.Security;

/// <summary>Somebody who can sign in. Two people may share an e-mail address; their sign-in names differ.</summary>
public sealed class Account : IdentityUser<Guid>
{
    private string displayName = "";

    public Account() => Id = Guid.CreateVersion7();

    /// <summary>The name that others see beside what this person does.</summary>
    public required string DisplayName
    {
        get => displayName;
        set
        {
            displayName = value;
            SearchName = Words.Fold(value);
        }
    }

    /// <summary>The name without accents and in lower case, so that Zoë is found as zoe.</summary>
    public string SearchName { get; private set; } = "";

    /// <summary>A disabled account cannot sign in and its sessions end.</summary>
    public bool IsDisabled { get; set; }
}
