using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Foster.Web.Features.Records;

/// <summary>Everything that goes with one case.</summary>
public sealed record ErasureSubject(
    Guid CaseId,
    IReadOnlyList<Guid> Households,
    IReadOnlyList<Guid> People,
    IReadOnlyList<Guid> Accounts,
    IReadOnlyList<string> Addresses
);

/// <summary>Rows of one table, in the words of the database.</summary>
internal sealed record ErasureStep(string Table, string Where, object[] Values);

/// <summary>Turns the plan into statements, children before those they point to.</summary>
internal static class ErasureStatements
{
    public static IReadOnlyList<ErasureStep> For(FosterDb db, ErasureSubject subject) =>
        [
            .. InOrder(db.Model)
                .Select(t => StepOf(RetentionPlan.For(t), subject))
                .OfType<ErasureStep>(),
        ];

    // Names of tables and columns come from the plan; every value is a parameter.
#pragma warning disable EF1002
    public static async Task<int> CountAsync(FosterDb db, ErasureStep step, CancellationToken ct) =>
        await db
            .Database.SqlQueryRaw<int>(
                $"SELECT CAST(COUNT(*) AS INTEGER) AS \"Value\" FROM \"{step.Table}\" WHERE {step.Where}",
                step.Values
            )
            .SingleAsync(ct);

    public static Task<int> DeleteAsync(FosterDb db, ErasureStep step, CancellationToken ct) =>
        db.Database.ExecuteSqlRawAsync(
            $"DELETE FROM \"{step.Table}\" WHERE {step.Where}",
            step.Values,
            ct
        );

#pragma warning restore EF1002

    private static ErasureStep? StepOf(TableRule? rule, ErasureSubject subject)
    {
        if (rule is not { Fate: Fate.Goes })
            return null;
        var (conditions, values) = (new List<string>(), new List<object>());
        foreach (var (owner, column) in rule.Keys)
        {
            var these = ValuesOf(owner, subject);
            if (these.Count == 0)
                continue;
            var places = these.Select((_, i) => $"{{{values.Count + i}}}");
            var name = owner == Owner.Address ? $"lower(\"{column}\")" : $"\"{column}\"";
            conditions.Add($"{name} IN ({string.Join(", ", places)})");
            values.AddRange(these);
        }
        return conditions.Count == 0
            ? null
            : new ErasureStep(rule.Table, string.Join(" OR ", conditions), [.. values]);
    }

    private static IReadOnlyList<object> ValuesOf(Owner owner, ErasureSubject subject) =>
        owner switch
        {
            Owner.Case => [subject.CaseId],
            Owner.Household => [.. subject.Households.Cast<object>()],
            Owner.Person => [.. subject.People.Cast<object>()],
            Owner.Account => [.. subject.Accounts.Cast<object>()],
            _ => [.. subject.Addresses],
        };

    /// <summary>Every table once; one that points to another stands before it.</summary>
    private static List<IEntityType> InOrder(IModel model)
    {
        var types = model
            .GetEntityTypes()
            .Where(t => t.GetTableName() is not null && !t.IsOwned())
            .OrderBy(t => t.GetTableName(), StringComparer.Ordinal)
            .ToList();
        var (order, seen) = (new List<IEntityType>(), new HashSet<IEntityType>());
        foreach (var type in types)
            Visit(type);
        return order;

        void Visit(IEntityType type)
        {
            if (!seen.Add(type))
                return;
            foreach (var child in type.GetReferencingForeignKeys())
                if (child.DeclaringEntityType != type && !child.DeclaringEntityType.IsOwned())
                    Visit(child.DeclaringEntityType);
            order.Add(type);
        }
    }
}
