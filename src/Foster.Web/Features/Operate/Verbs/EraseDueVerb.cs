using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Operate.Verbs;

/// <summary>
/// Proposes records whose time is over and erases those that a records officer has confirmed. On PostgreSQL with two roles
/// only this verb can, with the owner's connection: run it every night.
/// </summary>
public sealed class EraseDueVerb : IVerb
{
    public string Name => "erase-due";
    public string Help =>
        "erase the records that a records officer has confirmed; safe to run again";

    public async Task<int> RunAsync(
        WebApplication app,
        IReadOnlyList<string> words,
        CancellationToken ct
    )
    {
        var done = await app.Services.GetRequiredService<IRetentionRun>().GoAsync(ct);
        Console.WriteLine(
            $"{done.Erased:N0} records were erased with a certificate, {done.Spent:N0} rows were over by themselves."
        );
        foreach (var line in done.Refused)
            Console.WriteLine($"Kept: {line}");
        foreach (var line in done.Failed)
            Console.WriteLine($"Broken off, and tried again by the next run: {line}");
        if (done.Waiting == 0)
            return done.Failed.Count == 0 ? 0 : 1;
        Console.WriteLine(
            $"{done.Waiting:N0} records are confirmed and were not erased: set Database:OwnerConnection, since the web role may not."
        );
        return 1;
    }
}
