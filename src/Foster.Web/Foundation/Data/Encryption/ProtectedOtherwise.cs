using Foster.Web.Foundation.Files;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Foster.Web.Foundation.Data;

/// <summary>
/// The columns marked Special, Criminal, Confidential, Bank or Restricted that the context does not encrypt, and why not.
/// There is no other way to be left out, and a test refuses a line without need.
/// </summary>
public static class ProtectedOtherwise
{
    private const string Words =
        "Whoever writes the row seals it for the row with the same vault, because its digest goes into the chain.";

    private const string Key =
        "Part of the key by which Identity finds the row; a name of the program, nothing about a person.";

    public static IReadOnlyDictionary<string, string> Reasons { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [$"{nameof(HistoryBody)}.{nameof(HistoryBody.Content)}"] = Words,
            [$"{nameof(AccessBody)}.{nameof(AccessBody.Content)}"] = Words,
            [$"{nameof(ErasureBody)}.{nameof(ErasureBody.Content)}"] = Words,
            [$"{nameof(FilePart)}.{nameof(FilePart.Content)}"] =
                "Sealed piece by piece with the key of its file, which stands in an encrypted column.",
            [$"{nameof(OutboxMessage)}.{nameof(OutboxMessage.Body)}"] =
                "Encrypted by data protection when it is posted, and emptied after it is sent.",
            [$"{nameof(DataProtectionKey)}.{nameof(DataProtectionKey.Xml)}"] =
                "Encrypted with the certificate, which production requires; the vault must not depend on it nor it on the vault.",
            [$"{nameof(Account)}.{nameof(Account.PasswordHash)}"] =
                "A salted hash of 210,000 rounds: the password cannot be read from it.",
            [$"{nameof(Account)}.{nameof(Account.SecurityStamp)}"] =
                "Random, compared by Identity with what a session holds, and of no use without the keys of data protection.",
            [$"{nameof(Account)}.{nameof(Account.ConcurrencyStamp)}"] =
                "Random, compared in the statement of each change.",
            [$"{TypeName<IdentityUserToken<Guid>>()}.LoginProvider"] = Key,
            [$"{TypeName<IdentityUserToken<Guid>>()}.Name"] = Key,
            [$"{TypeName<IdentityUserPasskey<Guid>>()}.CredentialId"] =
                "The key of the row, by which a passkey is found when it signs somebody in. The device makes it up.",
            [$"{TypeName<IdentityUserPasskey<Guid>>()}.Data"] =
                "The public key of a passkey and its name, as one column of JSON that Identity maps by itself.",
        };

    public static bool Has(IReadOnlyProperty column) => Reasons.ContainsKey(NameOf(column));

    public static string NameOf(IReadOnlyProperty column) =>
        $"{column.DeclaringType.ClrType.Name}.{column.Name}";

    private static string TypeName<T>() => typeof(T).Name;
}
