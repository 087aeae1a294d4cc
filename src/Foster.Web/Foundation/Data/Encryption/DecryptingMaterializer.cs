using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Microsoft.EntityFrameworkCore.Storage;

namespace Foster.Web.Foundation.Data;

/// <summary>
/// Opens encrypted columns where the framework turns a row into a record, whether it is tracked or not. The framework's
/// own interceptor would do the same, but it makes a dictionary and two delegates per column for every record of every
/// type; here only types with encrypted columns pay, and only for opening them.
/// </summary>
// The class is meant for providers, whom it may cost a change with a new major version; tests read and save each column.
#pragma warning disable EF1001
public sealed class DecryptingMaterializer(
    StructuralTypeMaterializerSourceDependencies dependencies
) : StructuralTypeMaterializerSource(dependencies), IStructuralTypeMaterializerSource
{
    private static readonly MethodInfo OpenMethod = typeof(DecryptingMaterializer).GetMethod(
        nameof(Open),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    public new Expression CreateMaterializeExpression(
        StructuralTypeMaterializerSourceParameters parameters,
        Expression materializationContextExpression
    )
    {
        var made = base.CreateMaterializeExpression(parameters, materializationContextExpression);
        if (EncryptedType.Of(parameters.StructuralType) is not { } encrypted)
            return made;
        var record = Expression.Variable(made.Type, "record");
        var row = Expression.Call(
            materializationContextExpression,
            MaterializationContext.GetValueBufferMethod
        );
        return Expression.Block(
            [record],
            Expression.Assign(record, made),
            Expression.Call(
                OpenMethod,
                Expression.Constant(encrypted),
                Expression.Property(
                    materializationContextExpression,
                    nameof(MaterializationContext.Context)
                ),
                record,
                Expression.NewArrayInit(
                    typeof(byte[]),
                    encrypted.Columns.Select(c =>
                        row.CreateValueBufferReadValueExpression(
                            typeof(byte[]),
                            c.Cipher.GetIndex(),
                            c.Cipher
                        )
                    )
                ),
                Expression.Constant(
                    parameters.QueryTrackingBehavior == QueryTrackingBehavior.TrackAll
                )
            ),
            record
        );
    }

    private static void Open(
        EncryptedType type,
        DbContext db,
        object record,
        byte[]?[] ciphers,
        bool tracked
    ) => type.Open((FosterDb)db, record, ciphers, tracked);
}
#pragma warning restore EF1001

/// <summary>Makes a context open encrypted columns.</summary>
public static class Decrypting
{
    public static DbContextOptionsBuilder UseEncryptedColumns(
        this DbContextOptionsBuilder options
    ) =>
#pragma warning disable EF1001
        options.ReplaceService<IStructuralTypeMaterializerSource, DecryptingMaterializer>();
#pragma warning restore EF1001
}
