using System.Globalization;
using System.Runtime.CompilerServices;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Foster.Web.Foundation.Data;

/// <summary>A type of record with encrypted columns: opens its rows when they are read, seals them when they are saved.</summary>
public sealed class EncryptedType
{
    private static readonly ConditionalWeakTable<ITypeBase, EncryptedType> Known = [];
    private readonly IReadOnlyList<IProperty> key;

    private EncryptedType(IEntityType type, IReadOnlyList<EncryptedColumn> columns)
    {
        key = type.FindPrimaryKey()!.Properties;
        Columns = columns;
    }

    public IReadOnlyList<EncryptedColumn> Columns { get; }

    /// <summary>Null for a type of which nothing is encrypted.</summary>
    public static EncryptedType? Of(ITypeBase type)
    {
        var found = Known.GetValue(
            type,
            t => new EncryptedType(
                (IEntityType)t.ContainingEntityType,
                [
                    .. t.GetProperties()
                        .Where(p => p.FindAnnotation(EncryptedModel.PropertyAnnotation) is not null)
                        .Select(p => new EncryptedColumn(p)),
                ]
            )
        );
        return found.Columns.Count == 0 ? null : found;
    }

    /// <summary>What a row is called in the cell for which its values are sealed.</summary>
    public static string RowOf(IEnumerable<object?> keys) =>
        string.Join(
            '/',
            keys.Select(k =>
                k is Guid id ? id.ToString("N") : Convert.ToString(k, CultureInfo.InvariantCulture)
            )
        );

    /// <summary>Opens a row that was just read. What is to be saved again is remembered, to see later what has changed.</summary>
    public void Open(FosterDb db, object record, byte[]?[] ciphers, bool tracked)
    {
        var values = tracked ? new object?[ciphers.Length] : null;
        string? row = null;
        for (var i = 0; i < ciphers.Length; i++)
        {
            if (ciphers[i] is not { } cipher)
                continue;
            row ??= RowOf(key.Select(k => k.GetGetter().GetClrValue(record)));
            var value = Columns[i].Open(record, cipher, row, db.Vault);
            if (values is not null)
                values[i] = value;
        }
        if (values is not null)
            db.ClearValues[record] = values;
    }

    /// <summary>Seals what was added or changed since the row was read or saved last; the rest stays as it is.</summary>
    public void Seal(FosterDb db, EntityEntry entry)
    {
        var known = db.ClearValues.GetValueOrDefault(entry.Entity);
        if (known is null)
        {
            if (entry.State != EntityState.Added)
                throw new InvalidOperationException(
                    $"{entry.Metadata.ClrType.Name} has encrypted columns and is saved without having been read."
                );
            db.ClearValues[entry.Entity] = known = new object?[Columns.Count];
        }
        string? row = null;
        for (var i = 0; i < Columns.Count; i++)
        {
            var value = Columns[i].ValueOf(entry.Entity);
            if (Equals(value, known[i]))
                continue;
            row ??= RowOf(key.Select(k => entry.Property(k).CurrentValue));
            var cipher = Columns[i].Seal(value, row, db.Vault);
            entry.Property(Columns[i].Cipher).CurrentValue = cipher;
            known[i] = value;
        }
    }
}
