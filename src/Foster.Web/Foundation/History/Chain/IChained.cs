using Foster.Web.Foundation.Data;

namespace Foster.Web.Foundation.History;

/// <summary>The logs whose rows are chained, each council's apart.</summary>
public enum ChainLog
{
    Case,
    Council,
    Access,
    Erasure,
}

/// <summary>
/// A row of a log. It carries its own digest when it is written, and is chained to the row before it by the sealer.
/// What it says in words stands in a body apart, so that it can be erased by law without breaking the chain.
/// </summary>
public interface IChained : ICouncilOwned, IAppendOnly
{
    Guid Id { get; }

    /// <summary>SHA-256 of the body with its salt; null where the row has no body.</summary>
    string? ContentDigest { get; }

    /// <summary>SHA-256 of the row's own columns, as <see cref="Tell"/> lists them.</summary>
    string Digest { get; }

    /// <summary>Tells every column but the digest, always in the same order.</summary>
    void Tell(Facts facts);
}

/// <summary>The encrypted words of a row.</summary>
public interface IChainedBody : IAppendOnly
{
    Guid EntryId { get; }
    byte[] Content { get; }
}
