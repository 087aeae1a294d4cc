using System.Security.Cryptography;
using Foster.Web.Foundation.Security;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Foster.Tests.Security;

/// <summary>Row 23: values of the vault open only where they were sealed, unchanged, with the key they were sealed with.</summary>
public sealed class VaultTests
{
    private static readonly VaultCell Cell = new(
        "Checks",
        "CriminalNote",
        Guid.Parse("01900000-0000-7000-8000-000000000001")
    );

    private readonly string first = NewKey();
    private readonly string second = NewKey();

    [Theory]
    [InlineData("")]
    [InlineData("Zoë Demo-Łukasz, 27 March 1985")]
    public void What_was_sealed_opens_and_never_looks_the_same_twice(string words)
    {
        var vault = Made("a", ("a", first));
        var sealedWords = vault.SealText(words, Cell);

        Assert.Equal(words, vault.OpenText(sealedWords, Cell));
        Assert.NotEqual(sealedWords, vault.SealText(words, Cell));
        Assert.DoesNotContain("Demo", sealedWords);
    }

    [Fact]
    public void A_value_moved_to_another_row_column_or_table_does_not_open()
    {
        var vault = Made("a", ("a", first));
        var value = vault.Seal("words"u8, Cell);

        foreach (
            var elsewhere in new[]
            {
                Cell with
                {
                    Row = Guid.NewGuid().ToString("N"),
                },
                Cell with
                {
                    Column = "MedicalNote",
                },
                Cell with
                {
                    Table = "Enquiries",
                },
            }
        )
            Assert.Throws<VaultException>(() => vault.Open(value, elsewhere));
    }

    [Fact]
    public void A_value_with_any_byte_changed_does_not_open()
    {
        var vault = Made("a", ("a", first));
        var value = vault.Seal("words"u8, Cell);

        for (var i = 0; i < value.Length; i++)
        {
            var changed = value.ToArray();
            changed[i] ^= 1;
            Assert.Throws<VaultException>(() => vault.Open(changed, Cell));
        }
    }

    [Fact]
    public void After_a_change_of_keys_the_former_one_still_opens_and_the_new_one_seals()
    {
        var old = Made("a", ("a", first)).Seal("words"u8, Cell);
        var both = Made("b", ("a", first), ("b", second));

        Assert.Equal("words"u8.ToArray(), both.Open(old, Cell));
        Assert.Equal("a", Vault.KeyOf(old));
        Assert.Equal("b", Vault.KeyOf(both.Seal("words"u8, Cell)));
        Assert.Throws<VaultException>(() => Made("b", ("b", second)).Open(old, Cell));
    }

    [Theory]
    [InlineData("c2hvcnQ=", "32 random bytes")]
    [InlineData("not base64", "32 random bytes")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "no random key")]
    public void A_short_or_guessable_key_is_refused_by_name(string key, string why)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Made("a", ("a", key)));

        Assert.Contains("Vault:Keys:a", refusal.Message);
        Assert.Contains(why, refusal.Message);
    }

    [Fact]
    public void Production_does_not_start_without_a_key_and_says_what_is_missing()
    {
        foreach (var environment in new[] { "Production", "Staging" })
            Assert.Contains(
                "Vault:Keys is empty",
                Assert
                    .Throws<InvalidOperationException>(() => Set(environment, "/tmp/never.db"))
                    .Message
            );
    }

    [Fact]
    public void Development_makes_a_key_beside_the_database_and_keeps_it()
    {
        var folder = Directory.CreateTempSubdirectory("foster-vault-").FullName;
        var file = Path.Combine(folder, "trial.db");
        var value = Set("Development", file).Seal("words"u8, Cell);

        Assert.Equal("words"u8.ToArray(), Set("Development", file).Open(value, Cell));
        Assert.True(File.Exists(file + ".vault-key"));
        Directory.Delete(folder, recursive: true);
    }

    private static Vault Set(string environment, string file) =>
        new ServiceCollection()
            .AddFosterVault(
                new ConfigurationBuilder()
                    .AddInMemoryCollection([new("ConnectionStrings:Foster", $"Data Source={file}")])
                    .Build(),
                new Surroundings { EnvironmentName = environment }
            )
            .BuildServiceProvider()
            .GetRequiredService<Vault>();

    private static Vault Made(string current, params (string Id, string Key)[] keys) =>
        new(
            new VaultKeys(
                new VaultOptions
                {
                    CurrentKey = current,
                    Keys = keys.ToDictionary(k => k.Id, k => k.Key),
                }
            )
        );

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private sealed class Surroundings : IHostEnvironment
    {
        public string ApplicationName { get; set; } = "";
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
        public string ContentRootPath { get; set; } = "/tmp";
        public string EnvironmentName { get; set; } = "";
    }
}
