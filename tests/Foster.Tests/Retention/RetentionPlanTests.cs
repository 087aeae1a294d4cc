using Foster.TestKit;
using Foster.Tests.Architecture;
using Foster.Web.Features.Records;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Retention;

/// <summary>R-DP-11: of every table of the model somebody has said what becomes of it when a case is erased.</summary>
public sealed class RetentionPlanTests(SqliteHost host) : IClassFixture<SqliteHost>
{
    [Fact]
    public async Task Every_table_of_the_model_stands_in_the_plan() =>
        Rule.Holds([
            .. (await TypesAsync())
                .Where(t => RetentionPlan.For(t) is null)
                .Select(t => $"{t.GetTableName()} stands in no retention plan"),
        ]);

    [Fact]
    public async Task Every_table_and_column_of_the_plan_stands_in_the_model()
    {
        var types = (await TypesAsync()).ToLookup(t => t.GetTableName());
        Rule.Holds([
            .. RetentionPlan
                .All.Where(r => !types.Contains(r.Table))
                .Select(r => $"{r.Table} is no table"),
            .. from r in RetentionPlan.All
            from column in r.Keys.Select(k => k.Column).Append(r.Life?.Column)
            where
                column is not null
                && types[r.Table].All(t => t.GetProperties().All(p => p.GetColumnName() != column))
            select $"{r.Table}.{column} is no column",
        ]);
    }

    [Fact]
    public async Task Whatever_has_a_case_goes_with_it_but_the_chained_history()
    {
        var kept = (await TypesAsync())
            .Where(t => typeof(ICaseOwned).IsAssignableFrom(t.ClrType))
            .Where(t => RetentionPlan.For(t) is not { Fate: Fate.Goes })
            .Select(t => t.GetTableName());

        Assert.Equal(["History"], kept);
    }

    [Fact]
    public void A_table_that_nobody_declared_is_seen()
    {
        var builder = new ModelBuilder();
        builder.Entity<Undeclared>().ToTable("Undeclared");

        Assert.Null(RetentionPlan.For(builder.Model.FindEntityType(typeof(Undeclared))!));
    }

    private Task<List<IEntityType>> TypesAsync() =>
        host.InScopeAsync(s =>
            Task.FromResult(
                s.GetRequiredService<FosterDb>()
                    .Model.GetEntityTypes()
                    .Where(t => !t.IsOwned())
                    .ToList()
            )
        );

    private sealed class Undeclared
    {
        public Guid Id { get; set; }
    }
}
