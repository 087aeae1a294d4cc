using Foster.Web.Foundation.Actors;

namespace Foster.Web.Foundation.Catalogues;

/// <summary>What a feature shows of a case on the case page, and what can be done next there.</summary>
public interface ICaseSection
{
    /// <summary>Sections stand in the order of the road: enquiry 10, application 20, assessment 30, panel 40, decision 50, carer 60.</summary>
    int Order { get; }

    /// <summary>The section for this actor; null where the feature has nothing to say to them.</summary>
    Task<CaseSection?> ForAsync(Guid caseId, Actor actor, CancellationToken ct);
}

/// <param name="Status">The state in plain words, such as Stage 1 under way.</param>
public sealed record CaseSection(
    string Title,
    string Status,
    IReadOnlyList<CaseFact> Facts,
    IReadOnlyList<CaseAction> Actions
);

/// <summary>One line of a section: a label, a value, and where to read more.</summary>
public sealed record CaseFact(string Label, string Value, string? Href = null);

/// <summary>Something this actor may do next.</summary>
public sealed record CaseAction(string Text, string Href, bool IsNext = false);

/// <summary>Something that waits for a role and belongs to no case yet; it stands above the work of each who has it.</summary>
public interface IWorkNotice
{
    /// <summary>Null where nothing waits, and for anybody whose work it is not.</summary>
    Task<WorkNotice?> OfAsync(Actor actor, DateOnly today, CancellationToken ct);
}

/// <param name="Text">What waits and since when, in one sentence.</param>
/// <param name="Do">The words of the link.</param>
public sealed record WorkNotice(string Text, string Do, string Href);

/// <summary>Something of a feature that a council has to set up; it stands on /admin until it is.</summary>
public interface ISetUpNeed
{
    /// <summary>Null where nothing is missing.</summary>
    Task<SetUpTask?> OfAsync(Actor actor, CancellationToken ct);
}

/// <summary>Something that a council has not set up yet.</summary>
public sealed record SetUpTask(string Title, string Why, string Status, string Href);

/// <summary>The navigation items of a feature.</summary>
public interface INavigation
{
    IEnumerable<NavigationItem> Items { get; }
}

/// <summary>Part of the demonstration region, made by the real operations with the clock wound back.</summary>
public interface IDemoScenario
{
    /// <summary>Scenarios run in this order.</summary>
    int Order { get; }

    Task PlayAsync(CancellationToken ct);
}
