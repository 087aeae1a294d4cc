using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Foundation.Data;

/// <summary>Words for maps: the privacy mark of each column, and long texts.</summary>
public static class MapWords
{
    public const string PrivacyAnnotation = "Foster:Privacy";
    public const string SealedAnnotation = "Foster:Sealed";

    /// <summary>Declares how personal these columns are. Columns of ids are None without saying so.</summary>
    public static EntityTypeBuilder<T> Mark<T>(
        this EntityTypeBuilder<T> builder,
        Privacy privacy,
        params Expression<Func<T, object?>>[] columns
    )
        where T : class
    {
        foreach (var column in columns)
            builder.Property(NameOf(column)).HasAnnotation(PrivacyAnnotation, privacy.ToString());
        return builder;
    }

    /// <summary>Says that what these columns hold is encrypted by whoever writes the row, and needs no further seal.</summary>
    public static EntityTypeBuilder<T> Sealed<T>(
        this EntityTypeBuilder<T> builder,
        params Expression<Func<T, object?>>[] columns
    )
        where T : class
    {
        foreach (var column in columns)
            builder.Property(NameOf(column)).HasAnnotation(SealedAnnotation, true);
        return builder;
    }

    /// <summary>Texts longer than the usual 200 characters.</summary>
    public static EntityTypeBuilder<T> Long<T>(
        this EntityTypeBuilder<T> builder,
        int length,
        params Expression<Func<T, object?>>[] columns
    )
        where T : class
    {
        foreach (var column in columns)
            builder.Property(NameOf(column)).HasMaxLength(length);
        return builder;
    }

    private static string NameOf<T>(Expression<Func<T, object?>> column) =>
        column.Body switch
        {
            MemberExpression member => member.Member.Name,
            UnaryExpression { Operand: MemberExpression member } => member.Member.Name,
            _ => throw new ArgumentException("Name a property of the record.", nameof(column)),
        };
}
