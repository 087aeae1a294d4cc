namespace Foster.Web.Foundation.Journeys;

/// <summary>What a field made of the typed text: a value, nothing, or what is wrong with it.</summary>
/// <param name="Value">The value; null when nothing was given or it could not be read.</param>
/// <param name="Message">What is wrong, in the words a person reads.</param>
/// <param name="Inputs">The inputs that are wrong; empty means the field's first.</param>
public sealed record Reading(object? Value, string? Message, IReadOnlyList<string> Inputs)
{
    public static Reading Nothing { get; } = new(null, null, []);

    public static Reading Of(object value) => new(value, null, []);

    public static Reading Wrong(string message, params IReadOnlyList<string> inputs) =>
        new(null, message, inputs);
}
