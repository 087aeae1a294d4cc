namespace Foster.Web.Foundation.Security;

/// <summary>The keys that encrypt sensitive columns and the content of the history (section Vault).</summary>
public sealed class VaultOptions
{
    public const string Section = "Vault";

    /// <summary>The id of the key for what is written from now on; may be left out where there is one key.</summary>
    public string CurrentKey { get; set; } = "";

    /// <summary>Keys by id: 32 random bytes each, in base64. Former ones stay until everything is sealed anew.</summary>
    public Dictionary<string, string> Keys { get; set; } = [];
}

/// <summary>A key and what it is called.</summary>
public sealed record VaultKey(string Id, byte[] Bytes);

/// <summary>The keys of this installation, checked.</summary>
public sealed class VaultKeys
{
    public const int Length = 32;
    private const int LongestId = 40;
    private readonly Dictionary<string, byte[]> keys = new(StringComparer.Ordinal);

    public VaultKeys(VaultOptions options)
    {
        foreach (var (id, value) in options.Keys.Where(k => k.Value.Length > 0))
            keys[Checked(id)] = Read(id, value);
        var current =
            options.CurrentKey.Length > 0 ? options.CurrentKey
            : keys.Count == 1 ? keys.Keys.Single()
            : throw new InvalidOperationException(
                "Vault:CurrentKey has to say which of Vault:Keys new values are sealed with."
            );
        Current = keys.TryGetValue(current, out var bytes)
            ? new VaultKey(current, bytes)
            : throw new InvalidOperationException(
                $"Vault:CurrentKey is {current}, and there is no Vault:Keys:{current}."
            );
    }

    public VaultKey Current { get; }

    public byte[]? Find(string id) => keys.GetValueOrDefault(id);

    private static string Checked(string id) =>
        id.Length is > 0 and <= LongestId
        && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.')
            ? id
            : throw new InvalidOperationException(
                $"Vault:Keys: an id has at most {LongestId} letters, digits, hyphens and full stops."
            );

    private static byte[] Read(string id, string value)
    {
        var bytes = new byte[Length];
        if (!Convert.TryFromBase64String(value, bytes, out var read) || read != Length)
            throw new InvalidOperationException(
                $"Vault:Keys:{id} has to be {Length} random bytes in base64. Make one with: openssl rand -base64 {Length}"
            );
        // Random bytes are hardly ever the same twice in 32; words and patterns are.
        if (bytes.Distinct().Count() < Length / 2)
            throw new InvalidOperationException(
                $"Vault:Keys:{id} is no random key. Make one with: openssl rand -base64 {Length}"
            );
        return bytes;
    }
}
