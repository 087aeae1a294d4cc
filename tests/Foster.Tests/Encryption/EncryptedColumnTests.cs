using System.Collections;
using Foster.TestKit;
using Foster.Tests.Architecture;
using Foster.Tests.Hardening;
using Foster.Web.Features.Assessment;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Encryption;

/// <summary>Row 23: what is marked Special, Criminal, Confidential, Bank or Restricted is encrypted for its own cell.</summary>
public abstract class EncryptedColumnTests(FosterHost host)
{
    private const string Checks = "\"Checks\"";

    [Fact]
    public async Task Every_column_so_marked_is_encrypted_or_says_elsewhere_why_not()
    {
        var model = await host.InScopeAsync(s =>
            Task.FromResult(s.GetRequiredService<FosterDb>().Model)
        );

        Rule.Holds(Readable(model));
        Assert.True(Cells.Columns(model).Count > 30, "Hardly anything is encrypted.");
        Assert.All(
            Cells.Columns(model),
            c => Assert.Equal(typeof(byte[]), c.Column.Cipher.ClrType)
        );
    }

    [Fact]
    public void A_marked_column_that_stays_readable_is_seen()
    {
        var builder = new ModelBuilder();
        builder.Entity<Planted>().HasKey(p => p.Id);
        builder.Entity<Planted>().Mark(Privacy.Bank, p => p.SortCode);

        Assert.Contains(
            "Planted.SortCode is readable in the database",
            Readable((IReadOnlyModel)builder.Model)
        );
    }

    [Fact]
    public async Task Every_reason_not_to_encrypt_is_given_and_still_needed()
    {
        var marked = await host.InScopeAsync(s =>
            Task.FromResult(
                Marked(s.GetRequiredService<FosterDb>().Model).Select(m => m.Name).ToHashSet()
            )
        );

        Assert.All(ProtectedOtherwise.Reasons, r => Assert.True(r.Value.Length > 30, r.Key));
        Assert.Empty(ProtectedOtherwise.Reasons.Keys.Except(marked));
    }

    [Fact]
    public Task Values_of_every_type_are_read_as_they_were_written_whether_tracked_or_not() =>
        Cells.InCouncilAsync(
            host,
            async db =>
            {
                var written = new Dictionary<EncryptedColumn, (object Row, object? Value)>();
                foreach (var (type, column) in Cells.Columns(db.Model))
                {
                    if (typeof(IAppendOnly).IsAssignableFrom(type.ClrType))
                        continue;
                    if (await Cells.Rows(db, type.ClrType).FirstOrDefaultAsync() is not { } row)
                        continue;
                    var value = Sample(Cells.Property(column).PropertyType);
                    Cells.Property(column).SetValue(row, value);
                    written[column] = (row, value);
                }
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();

                Assert.True(written.Count > 20, "Hardly anything was written.");
                foreach (var (column, (row, value)) in written)
                {
                    var property = Cells.Property(column);
                    var key = db.Model.FindEntityType(row.GetType())!.FindPrimaryKey()!.Properties;
                    bool IsRow(object other) =>
                        key.All(k =>
                            Equals(k.PropertyInfo!.GetValue(other), k.PropertyInfo.GetValue(row))
                        );
                    var rows = Cells.Rows(db, row.GetType());
                    var tracked = (await rows.ToListAsync()).Single(IsRow);
                    var loose = (await rows.AsNoTracking().ToListAsync()).Single(IsRow);
                    Assert.Equal(value, property.GetValue(tracked));
                    Assert.Equal(value, property.GetValue(loose));
                }
                Assert.Contains(written, w => w.Value.Value is string);
                Assert.Contains(written, w => w.Value.Value is bool);
                Assert.Contains(written, w => w.Value.Value is DateOnly);
                Assert.Contains(written, w => w.Value.Value is CheckOutcome);
                return 0;
            }
        );

    [Fact]
    public async Task A_cipher_moved_to_another_row_column_or_table_does_not_open()
    {
        var (one, other) = await TwoChecksAsync();
        await Cells.ExecuteAsync(
            host,
            $"""UPDATE {Checks} SET "CriminalNote" = (SELECT "CriminalNote" FROM {Checks} WHERE "CertificateNumber" IS NOT NULL AND "Id" = {Quoted(other)}) WHERE "Id" = {Quoted(one)}"""
        );
        await Assert.ThrowsAsync<VaultException>(() => ReadAsync(one));

        (one, other) = await TwoChecksAsync();
        await Cells.ExecuteAsync(
            host,
            $"""UPDATE {Checks} SET "MedicalNote" = "CriminalNote" WHERE "Id" = {Quoted(one)}"""
        );
        await Assert.ThrowsAsync<VaultException>(() => ReadAsync(one));
        await Cells.ExecuteAsync(
            host,
            $"""UPDATE {Checks} SET "MedicalNote" = NULL WHERE "Id" = {Quoted(one)}"""
        );
        Assert.Equal("a word of the one", (await ReadAsync(one)).CriminalNote);

        await Cells.ExecuteAsync(
            host,
            $"""UPDATE {Checks} SET "CriminalNote" = (SELECT "Body" FROM "Letters" LIMIT 1) WHERE "Id" = {Quoted(one)}"""
        );
        await Assert.ThrowsAsync<VaultException>(() => ReadAsync(one));
        await TwoChecksAsync(forget: true);
    }

    [Fact]
    public Task No_statement_can_compare_or_sort_by_what_is_encrypted() =>
        Cells.InCouncilAsync(
            host,
            async db =>
            {
                var filter = await Assert.ThrowsAsync<InvalidOperationException>(() =>
                    db.Set<Check>().Where(c => c.OnBarredList == true).ToListAsync()
                );
                Assert.Contains(nameof(Check.OnBarredList), filter.Message);
                await Assert.ThrowsAsync<InvalidOperationException>(() =>
                    db.Set<Check>().OrderBy(c => c.CertificateNumber).ToListAsync()
                );
                await Assert.ThrowsAsync<InvalidOperationException>(() =>
                    db.Set<Letter>().AnyAsync(l => l.Body.Contains("Dear"))
                );
                return 0;
            }
        );

    [Fact]
    public Task A_projection_is_given_the_clear_value() =>
        Cells.InCouncilAsync(
            host,
            async db =>
            {
                var bodies = await db.Set<Letter>()
                    .Select(l => new { l.Id, Words = l.Body })
                    .ToListAsync();

                var letters = await db.Set<Letter>()
                    .AsNoTracking()
                    .ToDictionaryAsync(l => l.Id, l => l.Body);
                Assert.NotEmpty(bodies);
                Assert.All(bodies, b => Assert.Equal(letters[b.Id], b.Words));
                Assert.Contains(bodies, b => b.Words.StartsWith("Dear ", StringComparison.Ordinal));
                return 0;
            }
        );

    [Fact]
    public async Task Only_what_changes_is_sealed_anew()
    {
        var (one, _) = await TwoChecksAsync();
        var row = $"FROM {Checks} WHERE \"Id\" = {Quoted(one)}";
        var note = await Cells.ReadAsync(host, $"SELECT \"CriminalNote\" {row}");
        var number = await Cells.ReadAsync(host, $"SELECT \"CertificateNumber\" {row}");

        await Cells.InCouncilAsync(
            host,
            async db =>
            {
                var check = await db.Set<Check>().SingleAsync(c => c.Id == one);
                typeof(Check)
                    .GetProperty(nameof(Check.CertificateNumber))!
                    .SetValue(check, "009876543210");
                await db.SaveChangesAsync();
                return await db.SaveChangesAsync();
            }
        );

        Assert.Equal(note, await Cells.ReadAsync(host, $"SELECT \"CriminalNote\" {row}"));
        Assert.NotEqual(number, await Cells.ReadAsync(host, $"SELECT \"CertificateNumber\" {row}"));
        Assert.Equal("009876543210", (await ReadAsync(one)).CertificateNumber);
        await TwoChecksAsync(forget: true);
    }

    private static List<string> Readable(IReadOnlyModel model) =>
        [
            .. from column in Marked(model)
            where !column.Encrypted && !ProtectedOtherwise.Reasons.ContainsKey(column.Name)
            select $"{column.Name} is readable in the database",
        ];

    private static IEnumerable<(string Name, bool Encrypted)> Marked(IReadOnlyModel model) =>
        from type in model.GetEntityTypes()
        from column in type.IsMappedToJson()
            ?
            [
                (
                    Name: $"{type.FindOwnership()!.PrincipalEntityType.ClrType.Name}.{type.FindOwnership()!.PrincipalToDependent!.Name}",
                    Asks: EncryptedModel.Asks(type),
                    Encrypted: false
                ),
            ]
            : type.GetDeclaredProperties()
                .Select(p =>
                    (
                        Name: ProtectedOtherwise.NameOf(p),
                        Asks: EncryptedModel.Asks(p),
                        Encrypted: p.FindAnnotation(EncryptedModel.PropertyAnnotation) is not null
                    )
                )
        where column.Asks
        select (column.Name, column.Encrypted);

    private static object Sample(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain switch
        {
            _ when plain == typeof(string) => "Zoë “said” so",
            _ when plain == typeof(bool) => true,
            _ when plain == typeof(DateOnly) => new DateOnly(2024, 2, 29),
            _ when plain == typeof(int) => 7,
            { IsEnum: true } => Enum.GetValues(plain).GetValue(0)!,
            _ when plain.IsAssignableTo(typeof(IEnumerable)) => new List<RefereeParagraph>
            {
                new("A paragraph", true),
            },
            _ => throw new NotSupportedException($"There is no sample of {type}."),
        };
    }

    /// <summary>Two checks with words in them, or two without any more.</summary>
    private Task<(Guid One, Guid Other)> TwoChecksAsync(bool forget = false) =>
        Cells.InCouncilAsync(
            host,
            async db =>
            {
                var ids = await db.Set<Check>()
                    .OrderBy(c => c.Id)
                    .Select(c => c.Id)
                    .Take(2)
                    .ToListAsync();
                await Cells.ExecuteAsync(
                    host,
                    $"""UPDATE {Checks} SET "CriminalNote" = NULL, "MedicalNote" = NULL, "CertificateNumber" = NULL WHERE "Id" IN ({Quoted(ids[0])}, {Quoted(ids[1])})"""
                );
                if (forget)
                    return (ids[0], ids[1]);
                var two = await db.Set<Check>().Where(c => ids.Contains(c.Id)).ToListAsync();
                foreach (var check in two)
                {
                    typeof(Check)
                        .GetProperty(nameof(Check.CriminalNote))!
                        .SetValue(
                            check,
                            check.Id == ids[0] ? "a word of the one" : "a word of the other"
                        );
                    typeof(Check)
                        .GetProperty(nameof(Check.CertificateNumber))!
                        .SetValue(check, "001234567890");
                }
                await db.SaveChangesAsync();
                return (ids[0], ids[1]);
            }
        );

    private Task<Check> ReadAsync(Guid id) =>
        Cells.InCouncilAsync(
            host,
            db => db.Set<Check>().AsNoTracking().SingleAsync(c => c.Id == id)
        );

    /// <summary>The embedded database keeps ids as text in capitals.</summary>
    private string Quoted(Guid id) =>
        host.Provider == TestProvider.Sqlite ? $"'{id.ToString().ToUpperInvariant()}'" : $"'{id}'";

    private sealed class Planted
    {
        public Guid Id { get; set; }
        public string SortCode { get; set; } = "";
    }

    public sealed class OnSqlite(QuietSqliteHost on)
        : EncryptedColumnTests(on),
            IClassFixture<QuietSqliteHost>;

    public sealed class OnPostgres(QuietPostgresHost on)
        : EncryptedColumnTests(on),
            IClassFixture<QuietPostgresHost>;
}
