using Microsoft.EntityFrameworkCore.Storage;

namespace Foster.Web.Foundation.Data;

/// <summary>
/// Lets one writer at a time through to the embedded database, so that writers queue in the process
/// instead of fighting for the file. On PostgreSQL everyone passes.
/// </summary>
public sealed class WriteGate(bool closed) : IDisposable
{
    private readonly SemaphoreSlim? gate = closed ? new SemaphoreSlim(1, 1) : null;

    public async ValueTask<IDisposable> EnterAsync(CancellationToken ct)
    {
        if (gate is null)
            return new Pass(null);
        await gate.WaitAsync(ct);
        return new Pass(gate);
    }

    public void Dispose() => gate?.Dispose();

    private sealed class Pass(SemaphoreSlim? gate) : IDisposable
    {
        private SemaphoreSlim? gate = gate;

        public void Dispose() => Interlocked.Exchange(ref gate, null)?.Release();
    }
}

/// <summary>A transaction together with its place at the write gate. Rolls back unless committed.</summary>
public sealed class WriteTransaction(IDbContextTransaction transaction, IDisposable pass)
    : IAsyncDisposable
{
    public Task CommitAsync(CancellationToken ct) => transaction.CommitAsync(ct);

    public Task RollbackAsync(CancellationToken ct) => transaction.RollbackAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        pass.Dispose();
    }
}
