namespace Foster.Web.Foundation.Catalogues;

/// <summary>What the access log has to know of a case, and how people call it.</summary>
public sealed record CaseConcern(Guid CaseId, bool Restricted, string Reference);

/// <summary>Finds the case behind an address of a page, also where the actor may not see it.</summary>
public interface ICaseConcerns
{
    Task<CaseConcern?> FindAsync(Guid caseId, CancellationToken ct);
}

/// <summary>Says to which case a record belongs whose id stands in addresses under this name.</summary>
public interface ICaseOfRecord
{
    /// <summary>The name of the parameter, such as letterId.</summary>
    string Parameter { get; }

    /// <summary>The case, also where the actor may not see it; null where the council has no such record.</summary>
    Task<Guid?> FindAsync(Guid id, CancellationToken ct);
}
