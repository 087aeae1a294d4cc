namespace Foster.Web.Foundation.Actors;

/// <summary>
/// What the database context may see: which councils, and which of their cases. Set once per request or job item;
/// before that it sees nothing.
/// </summary>
public sealed class CouncilScope
{
    public IReadOnlyList<Guid> Councils { get; private set; } = [];

    /// <summary>True where every case of the council is open to the actor but for the hidden ones.</summary>
    public bool AllCases { get; private set; }

    /// <summary>The only cases in reach, for applicants, carers, link holders and allocated workers.</summary>
    public IReadOnlyList<Guid> OnlyCases { get; private set; } = [];

    /// <summary>Restricted cases to which the actor is not named, and the actor's own record (R-SOD-08).</summary>
    public IReadOnlyList<Guid> HiddenCases { get; private set; } = [];

    /// <summary>True once somebody has entered.</summary>
    public bool Entered => Councils.Count > 0;

    /// <summary>Opens one council with all of its cases but the hidden ones.</summary>
    public void EnterCouncil(Guid councilId, IReadOnlyList<Guid>? hidden = null)
    {
        Councils = [councilId];
        AllCases = true;
        OnlyCases = [];
        HiddenCases = hidden ?? [];
    }

    /// <summary>Opens single cases of one council.</summary>
    public void EnterCases(
        Guid councilId,
        IReadOnlyList<Guid> cases,
        IReadOnlyList<Guid>? hidden = null
    )
    {
        Councils = [councilId];
        AllCases = false;
        OnlyCases = cases;
        HiddenCases = hidden ?? [];
    }

    /// <summary>Adds a case that the actor has just opened, so that the same act can go on with it.</summary>
    public void Reach(Guid caseId)
    {
        if (!AllCases)
            OnlyCases = [.. OnlyCases, caseId];
    }

    /// <summary>A case this actor made restricted disappears for them at the end of the request, not in its middle.</summary>
    public bool Sees(Guid councilId) => Councils.Contains(councilId);
}
