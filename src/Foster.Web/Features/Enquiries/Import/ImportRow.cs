using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Enquiries.Import;

public enum RowState
{
    /// <summary>Waits to be taken.</summary>
    Good,
    Bad,

    /// <summary>Was imported before.</summary>
    Known,
    Taken,
    Failed,

    /// <summary>Another row of the same file says the same.</summary>
    Twice,

    /// <summary>Was imported before, and erased since.</summary>
    Erased,
}

/// <summary>One row of a file, and what became of it.</summary>
public sealed class ImportRow : ICouncilOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid ImportId { get; init; }

    /// <summary>As a spreadsheet counts.</summary>
    public required int Number { get; init; }

    /// <summary>Its cells as they stand in the file, each in quotes.</summary>
    public required string Cells { get; init; }
    public RowState State { get; private set; }
    public string? Reason { get; private set; }

    public Guid? CaseId { get; private set; }

    /// <summary>Rows are erased a month later.</summary>
    public required DateTime UploadedAt { get; init; }
    public uint Version { get; set; }

    public ImportRow As(RowState state, string? reason = null)
    {
        (State, Reason) = (state, reason);
        return this;
    }

    /// <summary>It was imported before.</summary>
    public ImportRow Met(Before before) =>
        before is Before.Erased
            ? As(RowState.Erased, ImportAct.Erased)
            : As(RowState.Known, ImportAct.Before);

    /// <summary>Nothing that stands here can fail to be read.</summary>
    public static string Written(IEnumerable<string> cells) =>
        string.Join(
            ',',
            cells.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")
        );

    public void TakenAs(Guid caseId) => (State, Reason, CaseId) = (RowState.Taken, null, caseId);
}
