using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Foster.Web.Foundation.Security;

/// <summary>
/// Seals values before they are stored: AES-256 in GCM, so that a changed value does not open, and bound to table,
/// column and row, so that a value moved elsewhere does not open either. It knows nothing of the database.
/// </summary>
/// <remarks>A sealed value is: 1, length of the key's id, the id, a nonce of 12 bytes, a tag of 16, the cipher.</remarks>
public sealed class Vault(VaultKeys keys)
{
    private const byte Format = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>The id of the key with which new values are sealed.</summary>
    public string CurrentKey => keys.Current.Id;

    public byte[] Seal(ReadOnlySpan<byte> clear, VaultCell cell)
    {
        var key = keys.Current;
        var head = 2 + key.Id.Length;
        var value = new byte[head + NonceLength + TagLength + clear.Length];
        value[0] = Format;
        value[1] = (byte)key.Id.Length;
        Encoding.ASCII.GetBytes(key.Id, value.AsSpan(2));
        var nonce = value.AsSpan(head, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key.Bytes, TagLength);
        aes.Encrypt(
            nonce,
            clear,
            value.AsSpan(head + NonceLength + TagLength),
            value.AsSpan(head + NonceLength, TagLength),
            Bound(cell)
        );
        return value;
    }

    /// <summary>Throws a <see cref="VaultException"/> where the value is not what was sealed for this cell.</summary>
    public byte[] Open(ReadOnlySpan<byte> value, VaultCell cell)
    {
        var id =
            KeyOf(value) ?? throw new VaultException($"{cell} does not hold a value of the vault.");
        var bytes =
            keys.Find(id)
            ?? throw new VaultException(
                $"{cell} is sealed with the key {id}, which the settings do not name."
            );
        var head = 2 + id.Length;
        var clear = new byte[value.Length - head - NonceLength - TagLength];
        using var aes = new AesGcm(bytes, TagLength);
        try
        {
            aes.Decrypt(
                value.Slice(head, NonceLength),
                value[(head + NonceLength + TagLength)..],
                value.Slice(head + NonceLength, TagLength),
                clear,
                Bound(cell)
            );
        }
        catch (CryptographicException)
        {
            throw new VaultException($"{cell} was changed, or sealed for another place.");
        }
        return clear;
    }

    /// <summary>As <see cref="Seal"/>, for a column of text.</summary>
    public string SealText(string clear, VaultCell cell) =>
        Base64Url.EncodeToString(Seal(Encoding.UTF8.GetBytes(clear), cell));

    public string OpenText(string value, VaultCell cell)
    {
        try
        {
            return Encoding.UTF8.GetString(Open(Base64Url.DecodeFromChars(value), cell));
        }
        catch (FormatException)
        {
            throw new VaultException($"{cell} does not hold a value of the vault.");
        }
    }

    /// <summary>The id of the key with which a value is sealed; null where it is no sealed value.</summary>
    public static string? KeyOf(ReadOnlySpan<byte> value) =>
        value.Length >= 2
        && value[0] == Format
        && value.Length >= 2 + value[1] + NonceLength + TagLength
            ? Encoding.ASCII.GetString(value.Slice(2, value[1]))
            : null;

    private static byte[] Bound(VaultCell cell) =>
        Encoding.UTF8.GetBytes($"foster-vault-1\n{cell.Table}\n{cell.Column}\n{cell.Row}");
}
