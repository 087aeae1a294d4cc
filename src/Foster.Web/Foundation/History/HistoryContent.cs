using System.Security.Cryptography;
using System.Text.Json;
using Foster.Web.Foundation.Security;

namespace Foster.Web.Foundation.History;

/// <summary>What an entry of the history says in words. It stands encrypted beside the entry, and may be erased by law.</summary>
/// <param name="Title">What happened, in words for staff.</param>
/// <param name="PublicTitle">The safe words for the applicant or carer; null where they do not see it.</param>
/// <param name="Payload">Further facts as versioned JSON.</param>
/// <param name="By">The name of the doer where the row itself does not hold it.</param>
/// <param name="OnBehalfOf">For whom it was written down.</param>
public sealed record HistoryContent(
    string Title,
    string? PublicTitle = null,
    string? Reason = null,
    string Payload = "{}",
    string? By = null,
    string? OnBehalfOf = null
)
{
    /// <summary>What is shown where the words were erased when they were no longer to be kept.</summary>
    public static HistoryContent Erased { get; } =
        new("Erased when it was no longer to be kept", "Erased when it was no longer to be kept");
}

/// <summary>Words sealed for one row: the cipher, and the digest that goes into the chain.</summary>
public sealed record SealedWords(byte[] Cipher, string Digest);

/// <summary>
/// Seals and opens what the rows of the logs say. Before the words stand 16 random bytes, so that a digest does not
/// betray them once they are erased.
/// </summary>
public sealed class HistoryWords(Vault vault)
{
    private const int SaltLength = 16;

    public SealedWords Seal(string table, Guid entryId, HistoryContent content)
    {
        var words = JsonSerializer.SerializeToUtf8Bytes(content);
        var salted = new byte[SaltLength + words.Length];
        RandomNumberGenerator.Fill(salted.AsSpan(0, SaltLength));
        words.CopyTo(salted, SaltLength);
        return new SealedWords(vault.Seal(salted, Cell(table, entryId)), DigestOf(salted));
    }

    /// <summary>The words of a case's entry.</summary>
    public HistoryContent Open(Guid entryId, byte[]? cipher) =>
        Open(HistoryBody.Table, entryId, cipher);

    /// <summary>The words; where there is no body any more, what is shown in their place.</summary>
    public HistoryContent Open(string table, Guid entryId, byte[]? cipher) =>
        cipher is null
            ? HistoryContent.Erased
            : JsonSerializer.Deserialize<HistoryContent>(
                vault.Open(cipher, Cell(table, entryId)).AsSpan(SaltLength)
            )!;

    /// <summary>What the chain says of a body as it is now. Throws a <see cref="VaultException"/> where it does not open.</summary>
    public string DigestOf(string table, Guid entryId, byte[] cipher) =>
        DigestOf(vault.Open(cipher, Cell(table, entryId)));

    /// <summary>The same words under the current key; null where they are already.</summary>
    public byte[]? Anew(string table, Guid entryId, byte[] cipher) =>
        Vault.KeyOf(cipher) == vault.CurrentKey
            ? null
            : vault.Seal(vault.Open(cipher, Cell(table, entryId)), Cell(table, entryId));

    private static string DigestOf(byte[] salted) =>
        Convert.ToHexStringLower(SHA256.HashData(salted));

    private static VaultCell Cell(string table, Guid entryId) => new(table, "Content", entryId);
}
