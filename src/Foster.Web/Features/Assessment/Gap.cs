using System.Security.Claims;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Assessment;

/// <summary>Something that is missing for the next step, and where to see to it.</summary>
/// <param name="By">Whose page that is; null for everybody who works on the case.</param>
public sealed record Gap(string Text, string RuleId, string? Href = null, Role? By = null)
{
    /// <summary>Where this person can see to it; null when another has to.</summary>
    public string? HrefFor(ClaimsPrincipal user) =>
        By is { } role && !user.IsInRole(role.ToString()) ? null : Href;

    public Refusal Refusal => new(Text, RuleId);
}

/// <summary>How stage 1 stands.</summary>
/// <param name="LastInOn">The day the last mandatory item came in; null while something is missing.</param>
public sealed record Stage1Standing(IReadOnlyList<Gap> Gaps, DateOnly? LastInOn)
{
    public IReadOnlyList<Refusal> Missing => [.. Gaps.Select(g => g.Refusal)];
}
