using System.Globalization;
using System.Linq.Expressions;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Foster.Web.Foundation.Data;

/// <summary>One encrypted column: its cipher in the model, and the property of the record that holds its value.</summary>
public sealed class EncryptedColumn
{
    private readonly Func<object, object?> get;
    private readonly Action<object, object?> set;
    private readonly Type type;
    private readonly int? longest;
    private readonly string table;

    public EncryptedColumn(IProperty cipher)
    {
        Cipher = cipher;
        var record = cipher.DeclaringType.ClrType;
        var name = (string)cipher.FindAnnotation(EncryptedModel.PropertyAnnotation)!.Value!;
        var property =
            record.GetProperty(name) ?? throw new InvalidOperationException($"{record}.{name}?");
        (get, set) = (Getter(record, property.Name), Setter(record, property.Name));
        type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        longest = cipher.FindAnnotation(EncryptedModel.LengthAnnotation)?.Value is string length
            ? int.Parse(length, CultureInfo.InvariantCulture)
            : null;
        table = cipher.DeclaringType.GetTableName()!;
        Name = cipher.GetColumnName();
    }

    public IProperty Cipher { get; }

    /// <summary>The name in the database.</summary>
    public string Name { get; }

    public object? ValueOf(object record) => get(record);

    public VaultCell Cell(string row) => new(table, Name, row);

    public byte[]? Seal(object? value, string row, Vault vault)
    {
        if (value is null)
            return null;
        var clear = ClearText.Write(value);
        if (clear.Length > longest && value is string { Length: var length } && length > longest)
            throw new DbUpdateException(
                $"{table}.{Name} takes {longest} characters, and these are {length}."
            );
        return vault.Seal(clear, Cell(row));
    }

    public object? Open(object record, byte[] cipher, string row, Vault vault)
    {
        var value = ClearText.Read(vault.Open(cipher, Cell(row)), type);
        set(record, value);
        return value;
    }

    private static Func<object, object?> Getter(Type record, string property)
    {
        var given = Expression.Parameter(typeof(object));
        var value = Expression.Property(Expression.Convert(given, record), property);
        return Expression
            .Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), given)
            .Compile();
    }

    private static Action<object, object?> Setter(Type record, string property)
    {
        var given = Expression.Parameter(typeof(object));
        var value = Expression.Parameter(typeof(object));
        var target = Expression.Property(Expression.Convert(given, record), property);
        return Expression
            .Lambda<Action<object, object?>>(
                Expression.Assign(target, Expression.Convert(value, target.Type)),
                given,
                value
            )
            .Compile();
    }
}
