using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Foster.Web.Foundation.Data;

/// <summary>
/// Turns every property whose mark asks for it into an encrypted column. The property itself is no longer mapped, so that
/// no statement can compare or sort by it: a query that tries is refused before it is sent. In its place stands a column
/// of bytes of the same name. Rows are opened when they are read and sealed when they are saved.
/// </summary>
public static class EncryptedModel
{
    /// <summary>On a column of bytes: the property whose value it holds.</summary>
    public const string PropertyAnnotation = "Foster:Encrypted";

    /// <summary>On a column of bytes: how many characters its value may have.</summary>
    public const string LengthAnnotation = "Foster:ClearLength";

    private const string Suffix = "Cipher";

    private static readonly string[] Marks =
    [
        nameof(Privacy.Special),
        nameof(Privacy.Criminal),
        nameof(Privacy.Confidential),
        nameof(Privacy.Bank),
        nameof(Privacy.Restricted),
    ];

    /// <summary>True where the mark of a column asks for encryption.</summary>
    public static bool Asks(IReadOnlyAnnotatable column) =>
        column.FindAnnotation(MapWords.PrivacyAnnotation)?.Value is string mark
        && Marks.Contains(mark);

    public static void Declare(ModelBuilder builder)
    {
        foreach (var type in builder.Model.GetEntityTypes().Where(t => !t.IsOwned()).ToList())
        foreach (var column in type.GetDeclaredProperties().Where(Asks).ToList())
            if (!ProtectedOtherwise.Has(column))
                Declare(builder, column);
    }

    private static void Declare(ModelBuilder builder, IMutableProperty column)
    {
        if (
            column.IsKey()
            || column.IsForeignKey()
            || column.IsIndex()
            || column.IsConcurrencyToken
        )
            throw new InvalidOperationException(
                $"{ProtectedOtherwise.NameOf(column)} is encrypted, so it can be no key, index or version."
            );
        var type = column.DeclaringType.ClrType;
        var (name, inTable) = (column.Name, column.GetColumnName());
        var (required, length) = (!column.IsNullable, column.GetMaxLength());
        var mark = column.FindAnnotation(MapWords.PrivacyAnnotation)!.Value;
        // Taken out first, because a property that is merely ignored after it was mapped is warned of at each start.
        column.DeclaringType.RemoveProperty(column);
        var entity = builder.Entity(type).Ignore(name);
        var cipher = entity
            .Property<byte[]>(name + Suffix)
            .HasColumnName(inTable)
            .IsRequired(required)
            .HasAnnotation(MapWords.PrivacyAnnotation, mark)
            .HasAnnotation(PropertyAnnotation, name);
        if (length is { } longest)
            cipher.HasAnnotation(LengthAnnotation, longest.ToString(CultureInfo.InvariantCulture));
    }
}
