using System.Linq.Expressions;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

internal static class Tracked
{
    /// <summary>The rows of a case with what this act has changed and not saved yet.</summary>
    public static async Task<IReadOnlyList<T>> OfCaseAsync<T>(
        this FosterDb db,
        Guid caseId,
        CancellationToken ct
    )
        where T : class, ICaseOwned
    {
        await db.Set<T>().Where(OfCase<T>(caseId)).LoadAsync(ct);
        return [.. db.Set<T>().Local.Where(t => t.CaseId == caseId)];
    }

    private static Expression<Func<T, bool>> OfCase<T>(Guid caseId)
        where T : ICaseOwned
    {
        var row = Expression.Parameter(typeof(T));
        var own = Expression.Property(row, nameof(ICaseOwned.CaseId));
        return Expression.Lambda<Func<T, bool>>(
            Expression.Equal(own, Expression.Constant(caseId)),
            row
        );
    }
}
