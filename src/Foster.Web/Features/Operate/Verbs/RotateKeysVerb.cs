using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Security;

namespace Foster.Web.Features.Operate.Verbs;

/// <summary>Encrypts under the current key of the vault what stands under former ones. The site may serve meanwhile.</summary>
public sealed class RotateKeysVerb : IVerb
{
    public string Name => "rotate-keys";
    public string Help => "encrypt anew, under Vault:CurrentKey, what stands under former keys";

    public async Task<int> RunAsync(
        WebApplication app,
        IReadOnlyList<string> words,
        CancellationToken ct
    )
    {
        var columns = await app.Services.GetRequiredService<KeyRotation>().RunAsync(ct);
        var entries = await app
            .Services.GetRequiredService<HistoryMaintenance>()
            .ReEncryptAsync(ct);
        var current = app.Services.GetRequiredService<Vault>().CurrentKey;
        Console.WriteLine(
            $"{columns.Rows:N0} rows and the words of {entries:N0} entries of the history are encrypted anew under {current}; "
                + $"other writers waited {columns.Longest.TotalMilliseconds:N0} ms at most."
        );
        foreach (var cell in columns.Unopened)
            Console.WriteLine($"Left as it was: {cell}");
        if (columns.Unopened.Count > 0)
            return 1;
        Console.WriteLine($"Every other key may be taken out of {VaultOptions.Section}:Keys.");
        return 0;
    }
}
