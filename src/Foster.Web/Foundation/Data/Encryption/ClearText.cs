using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Foster.Web.Foundation.Data;

/// <summary>Writes a value of any type as the bytes that are encrypted, and back: text as it is, all else as JSON.</summary>
public static class ClearText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static byte[] Write(object value) =>
        value is string text
            ? Encoding.UTF8.GetBytes(text)
            : JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), Options);

    public static object Read(ReadOnlySpan<byte> bytes, Type type) =>
        type == typeof(string)
            ? Encoding.UTF8.GetString(bytes)
            : JsonSerializer.Deserialize(bytes, type, Options)
                ?? throw new JsonException($"There is no {type.Name} in the clear text.");
}
