namespace Foster.Web.Foundation.Data;

/// <summary>A row that belongs to a council and is seen only in that council's scope.</summary>
public interface ICouncilOwned
{
    Guid CouncilId { get; }
}

/// <summary>A row that belongs to a case; its key to the case includes the council.</summary>
public interface ICaseOwned : ICouncilOwned
{
    Guid CaseId { get; }
}

/// <summary>The case itself: the one record that case-owned rows point to.</summary>
public interface ICaseRoot : ICouncilOwned
{
    Guid Id { get; }

    /// <summary>Set where nothing but this row is left of the case (R-DP-11). No list, search or page knows it any more.</summary>
    DateOnly? ErasedOn { get; }
}

/// <summary>A row whose second of two simultaneous changes is refused.</summary>
public interface IVersioned
{
    uint Version { get; }
}

/// <summary>A row that is written once and never changed or removed.</summary>
public interface IAppendOnly;

/// <summary>How personal the content of a column is; export, retention and log scrubbing read it.</summary>
public enum Privacy
{
    None,
    Personal,
    Special,
    Criminal,
    Confidential,
    Bank,
    Restricted,
}
