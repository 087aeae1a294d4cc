using Foster.Web.Foundation.Data;

namespace Foster.Web.Foundation.Jobs;

/// <summary>
/// Work that comes round again and again. Nothing that one round meets ends the work, or the program: a database that is
/// away comes back, and the next round goes on.
/// </summary>
public abstract partial class Rounds(ILogger log) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    /// <summary>Waits until it is time for a round.</summary>
    protected abstract Task WaitAsync(CancellationToken ct);

    public abstract Task RoundAsync(CancellationToken ct);

    /// <summary>What a round that failed leaves to be put in order.</summary>
    protected virtual void Failed() { }

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WaitAsync(stoppingToken);
                await RoundAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                Failed();
                if (Outage.Is(e))
                    Waiting(GetType().Name, e.GetBaseException().GetType().Name);
                else
                    Broken(GetType().Name, e.GetType().Name, e.StackTrace);
                await Task.WhenAny(Task.Delay(AfterFailure, stoppingToken));
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Work} waits for the database ({Error}).")]
    private partial void Waiting(string work, string error);

    /// <summary>What went wrong, without its message, which may hold what is nobody's business.</summary>
    [LoggerMessage(Level = LogLevel.Error, Message = "A round of {Work} failed: {Error}\n{Where}")]
    private partial void Broken(string work, string error, string? where);
}
