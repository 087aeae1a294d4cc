using Foster.TestKit;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Architecture;

/// <summary>Rule 7: every mapped column says how personal it is.</summary>
public abstract class PrivacyTests(FosterHost host)
{
    [Fact]
    public async Task Every_column_declares_its_privacy() =>
        Rule.Holds(
            await host.InScopeAsync(s =>
                Task.FromResult(Undeclared(s.GetRequiredService<FosterDb>().Model))
            )
        );

    [Fact]
    public void A_column_that_says_nothing_or_nonsense_is_seen()
    {
        var builder = new ModelBuilder();
        builder.Entity<Planted>().HasKey(p => p.Id);
        builder.Entity<Planted>().Property(p => p.CaseId);
        builder.Entity<Planted>().Property(p => p.Name);
        builder.Entity<Planted>().Mark(Privacy.Special, p => p.Health);
        builder
            .Entity<Planted>()
            .Property(p => p.Mood)
            .HasAnnotation(MapWords.PrivacyAnnotation, "Secretish");

        Assert.Equal(
            [
                "Planted.Mood declares Secretish, which is no privacy",
                "Planted.Name declares no privacy",
            ],
            Undeclared((IReadOnlyModel)builder.Model)
        );
    }

    private static List<string> Undeclared(IReadOnlyModel model) =>
        [
            .. from column in Columns(model)
            where !Enum.GetNames<Privacy>().Contains(column.Said)
            let what = column.Said is null ? "no privacy" : $"{column.Said}, which is no privacy"
            orderby column.Name
            select $"{column.Name} declares {what}",
        ];

    /// <summary>What is kept as JSON is one column and declared on its type.</summary>
    private static IEnumerable<(string Name, string? Said)> Columns(IReadOnlyModel model) =>
        from type in model.GetEntityTypes()
        from column in type.IsMappedToJson()
            ? [(Name: "(JSON)", Said: Said(type))]
            : type.GetProperties().Where(p => !IsId(p)).Select(p => (p.Name, Said: Said(p)))
        select ($"{type.ClrType.Name}.{column.Name}", column.Said);

    private static string? Said(IReadOnlyAnnotatable declared) =>
        declared.FindAnnotation(MapWords.PrivacyAnnotation)?.Value as string;

    /// <summary>Ids are None without saying so; so is what only tells one version of a row from the next.</summary>
    private static bool IsId(IReadOnlyProperty column) =>
        column.ClrType == typeof(Guid)
        || column.ClrType == typeof(Guid?)
        || column.IsConcurrencyToken;

    private sealed class Planted
    {
        public Guid Id { get; set; }
        public Guid? CaseId { get; set; }
        public string Name { get; set; } = "";
        public string Health { get; set; } = "";
        public string Mood { get; set; } = "";
    }

    public sealed class OnSqlite(SqliteHost host) : PrivacyTests(host), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : PrivacyTests(host),
            IClassFixture<PostgresHost>;
}
