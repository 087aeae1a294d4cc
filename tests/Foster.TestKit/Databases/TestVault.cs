namespace Foster.TestKit;

/// <summary>The key with which every database of the tests is sealed, so that copies of a template open.</summary>
public static class TestVault
{
    public const string KeyId = "tests";

    /// <summary>32 bytes in base64, worth nothing anywhere else.</summary>
    public const string Key = "q83vEjRWeJCrze8SNFZ4kBI0VniQq83vnrzeL5Y4AWc=";

    public static IReadOnlyDictionary<string, string> Settings { get; } =
        new Dictionary<string, string>
        {
            [$"Vault:Keys:{KeyId}"] = Key,
            ["Vault:CurrentKey"] = KeyId,
        };
}
