using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Assessment;

/// <summary>Something that is missing for the next step, and where to see to it.</summary>
public sealed record Gap(string Text, string RuleId, string? Href = null)
{
    public Refusal Refusal => new(Text, RuleId);
}

/// <summary>How stage 1 stands.</summary>
/// <param name="LastInOn">The day the last mandatory item came in; null while something is missing.</param>
public sealed record Stage1Standing(IReadOnlyList<Gap> Gaps, DateOnly? LastInOn)
{
    public IReadOnlyList<Refusal> Missing => [.. Gaps.Select(g => g.Refusal)];
}
