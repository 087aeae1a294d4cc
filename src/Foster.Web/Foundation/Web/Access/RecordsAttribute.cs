using Foster.Web.Foundation.History;

namespace Foster.Web.Foundation.Web;

/// <summary>
/// Declares that a page shows such data. Who opens it, sends its form or is refused then stands in the access log before
/// they see anything (R-DP-12).
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RecordsAttribute(params AccessKind[] kinds) : Attribute
{
    public IReadOnlyList<AccessKind> Kinds { get; } = kinds;
}

/// <summary>
/// What a page knows of the access and the address does not say: the case behind a link, the person whose data it is,
/// how many rows, why. Pages set it before they answer.
/// </summary>
public sealed class Viewing
{
    public Guid? CaseId { get; set; }
    public Guid? PersonId { get; set; }
    public Guid? SubjectId { get; set; }
    public int Rows { get; set; } = 1;

    /// <summary>Set where the page answers a search for people.</summary>
    public bool IsSearch { get; private set; }

    /// <summary>Says that somebody looked for people, and how many rows were found and shown.</summary>
    public void Searched(int rows)
    {
        (IsSearch, Rows) = (true, rows);
        Kinds.Add(AccessKind.People);
    }

    /// <summary>Why, where a rule asks for a reason.</summary>
    public string? Reason { get; set; }

    /// <summary>Kinds beyond those that the page declares for everybody who opens it.</summary>
    public ISet<AccessKind> Kinds { get; } = new HashSet<AccessKind>();
}
