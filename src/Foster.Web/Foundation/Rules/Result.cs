namespace Foster.Web.Foundation.Rules;

/// <summary>One reason why something may not happen, in words a person reads.</summary>
/// <param name="Reason">A whole sentence that says what is missing or wrong and what to do.</param>
/// <param name="RuleId">The rule behind it, such as R-ASSESS-16, where there is one.</param>
/// <param name="Field">The name of the form field it belongs to, where there is one.</param>
public sealed record Refusal(string Reason, string? RuleId = null, string? Field = null);

/// <summary>What came of an act: done, or refused with every reason and not only the first.</summary>
public class Result
{
    protected Result(IReadOnlyList<Refusal> refusals) => Refusals = refusals;

    public static Result Done { get; } = new([]);

    /// <summary>Every reason against it; empty when it was done.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    public bool Ok => Refusals.Count == 0;

    /// <summary>All reasons as one text, for messages and logs of tests.</summary>
    public string Reasons => string.Join(" ", Refusals.Select(r => r.Reason));

    public static Result Refused(params IReadOnlyList<Refusal> refusals) =>
        new(AtLeastOne(refusals));

    public static Result Refused(string reason, string? ruleId = null, string? field = null) =>
        new([new Refusal(reason, ruleId, field)]);

    /// <summary>Done when there is nothing against it, else refused with all of it.</summary>
    public static Result From(IReadOnlyList<Refusal> refusals) =>
        refusals.Count == 0 ? Done : new(refusals);

    public static Result<T> Of<T>(T value) => new(value);

    protected static IReadOnlyList<Refusal> AtLeastOne(IReadOnlyList<Refusal> refusals) =>
        refusals.Count > 0
            ? refusals
            : throw new ArgumentException("A refusal needs a reason.", nameof(refusals));
}

/// <summary>A result that carries what was made.</summary>
public sealed class Result<T> : Result
{
    private readonly T? value;

    internal Result(T value)
        : base([]) => this.value = value;

    private Result(IReadOnlyList<Refusal> refusals)
        : base(refusals) { }

    /// <summary>What was made. Throws when the act was refused.</summary>
    public T Value => Ok ? value! : throw new InvalidOperationException("Refused: " + Reasons);

    public static implicit operator Result<T>(T value) => new(value);

    public static new Result<T> Refused(params IReadOnlyList<Refusal> refusals) =>
        new(AtLeastOne(refusals));

    public static new Result<T> Refused(
        string reason,
        string? ruleId = null,
        string? field = null
    ) => new([new Refusal(reason, ruleId, field)]);
}
