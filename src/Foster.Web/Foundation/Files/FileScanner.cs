namespace Foster.Web.Foundation.Files;

public enum ScanVerdict
{
    Clean,
    Infected,

    /// <summary>It is not there, or answers nobody.</summary>
    Unknown,

    /// <summary>It is there and said neither of this file, such as that it is too large for it. That is no reason to stop asking about others.</summary>
    Unjudged,
}

/// <param name="Words">What was found, or why there is no answer; nothing of the file.</param>
public sealed record ScanResult(ScanVerdict Verdict, string? Words = null);

/// <summary>Looks for viruses. A further scanner is a class of this kind and a line in <see cref="FileSetup"/>.</summary>
public interface IFileScanner
{
    Task<ScanResult> ScanAsync(
        ReadOnlyMemory<byte> content,
        TimeSpan patience,
        CancellationToken ct
    );

    /// <summary>It is there and can be asked.</summary>
    Task<bool> AnswersAsync(TimeSpan patience, CancellationToken ct);
}

/// <summary>For trials and tests: takes everything as clean.</summary>
public sealed class NoScanner : IFileScanner
{
    public Task<ScanResult> ScanAsync(
        ReadOnlyMemory<byte> content,
        TimeSpan patience,
        CancellationToken ct
    ) => Task.FromResult(new ScanResult(ScanVerdict.Clean));

    public Task<bool> AnswersAsync(TimeSpan patience, CancellationToken ct) =>
        Task.FromResult(true);
}
