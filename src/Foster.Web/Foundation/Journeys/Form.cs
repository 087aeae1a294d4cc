using Foster.Web.Foundation.Rules;
using Microsoft.AspNetCore.Http;

namespace Foster.Web.Foundation.Journeys;

/// <summary>One thing that is wrong with a form.</summary>
/// <param name="Field">The field, or null when it is about the whole form.</param>
/// <param name="InputId">The id of the input to go to, or null.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Inputs">The names of the inputs that are wrong.</param>
public sealed record FieldError(
    Field? Field,
    string? InputId,
    string Message,
    IReadOnlyList<string> Inputs
)
{
    /// <summary>The first line, for the summary; what follows it stands beside the field alone.</summary>
    public string Brief => Message.Split('\n', 2)[0];
}

/// <summary>A page that shows a form; the layout takes the "Error: " of its title from it.</summary>
public interface IHasForm
{
    Form Form { get; }
}

/// <summary>The answers of one person to a list of fields, and what is wrong with them.</summary>
public partial class Form
{
    private readonly List<FieldError> errors = [];

    public Form(params Field[] fields)
    {
        Fields = fields;
        var twice = fields
            .SelectMany(f => f.InputNames)
            .GroupBy(n => n)
            .FirstOrDefault(g => g.Count() > 1);
        if (twice is not null)
            throw new ArgumentException($"Two inputs are named {twice.Key}.", nameof(fields));
    }

    public IReadOnlyList<Field> Fields { get; }

    /// <summary>What was typed.</summary>
    public RawValues Answers { get; } = new();

    /// <summary>It only narrows what a page shows, so that nobody has to be told that a field may stay empty.</summary>
    public bool Narrows { get; init; }

    public bool Ok => errors.Count == 0;

    /// <summary>Nothing is typed or chosen in any of its fields.</summary>
    public bool IsBlank =>
        Fields
            .SelectMany(f => f.InputNames)
            .All(n => Answers.Many(n).All(string.IsNullOrWhiteSpace));

    /// <summary>What is wrong, in page order; what is about no field comes last.</summary>
    public IReadOnlyList<FieldError> Errors =>
        [.. errors.OrderBy(e => e.Field is null ? int.MaxValue : IndexOf(e.Field))];

    /// <summary>Takes what was posted for these fields, and nothing else, and checks it.</summary>
    public void Read(IFormCollection posted, DateOnly today)
    {
        Take(posted);
        Check(today);
    }

    /// <summary>Takes what was posted for these fields, as if it had just been typed, and says nothing about it yet.</summary>
    public void Take(IFormCollection posted)
    {
        errors.Clear();
        foreach (var name in Fields.SelectMany(f => f.InputNames))
            Answers.Set(name, [.. posted[name].Take(100).Select(v => v ?? "")]);
    }

    /// <summary>Checks the answers that are there, such as those of a stored journey.</summary>
    public void Check(DateOnly today)
    {
        errors.Clear();
        foreach (var field in Fields.Where(Counts))
        {
            var reading = field.Parse(Answers);
            var message =
                reading.Message
                ?? (
                    reading.Value is { } value ? field.CheckValue(value, today)
                    : field.Optional ? null
                    : field.Missing
                );
            if (message is not null)
                Add(field, message, reading.Inputs);
        }
    }

    /// <summary>Adds what only the page can know; a null field means the whole form.</summary>
    public void AddError(Field? field, string message) => Add(field, message, []);

    /// <summary>Turns every refusal into an error, beside its field where it names one. True when it was done.</summary>
    public bool Apply(Result result)
    {
        foreach (var refusal in result.Refusals)
            AddError(Named(refusal.Field), refusal.Reason);
        return result.Ok;
    }

    /// <summary>Whether the field is asked at all, given the other answers.</summary>
    public bool Counts(Field field) => field.OnlyWhen?.Invoke(this) ?? true;

    /// <summary>The answer, or null when it was not given, not asked or could not be read.</summary>
    public T? Get<T>(Field<T> field)
        where T : class => Value(field) as T;

    /// <summary>The answer, or <paramref name="otherwise"/> when it was not given, not asked or could not be read.</summary>
    public T? Get<T>(Field<T> field, T? otherwise = null)
        where T : struct => Value(field) is T value ? value : otherwise;

    /// <summary>The answer to a field that has been checked; throws when there is none.</summary>
    public T Must<T>(Field<T> field)
        where T : notnull =>
        Value(field) is T value
            ? value
            : throw new InvalidOperationException($"{field.Name} has no answer.");

    /// <summary>Puts in what the record says, as if it had been typed; null empties the field.</summary>
    public Form Fill<T>(Field<T> field, T? value)
        where T : notnull
    {
        Clear(field);
        Stands(field);
        if (value is not null)
            field.Write(value, Answers);
        return this;
    }

    /// <summary>Puts in what the record says, as if it had been typed; null empties the field.</summary>
    public Form Fill<T>(Field<T> field, T? value)
        where T : struct
    {
        Clear(field);
        Stands(field);
        if (value is { } given)
            field.Write(given, Answers);
        return this;
    }

    /// <summary>What was typed into the input of this name; empty for secrets.</summary>
    public string Raw(string name) =>
        Fields.Any(f => f.Secret && f.InputNames.Contains(name)) ? "" : Answers[name];

    /// <summary>What is wrong with one field.</summary>
    public IEnumerable<FieldError> ErrorsOf(Field field) => errors.Where(e => e.Field == field);

    private object? Value(Field field)
    {
        if (IndexOf(field) < 0)
            throw new ArgumentException($"The form has no field {field.Name}.", nameof(field));
        return Counts(field) ? field.Parse(Answers).Value : null;
    }

    private void Clear(Field field)
    {
        foreach (var name in field.InputNames)
            Answers.Set(name);
    }

    private void Add(Field? field, string message, IReadOnlyList<string> inputs)
    {
        if (field is not null && IndexOf(field) < 0)
            field = null;
        var wrong = inputs.Count > 0 ? inputs : field?.InputNames ?? [];
        errors.Add(new FieldError(field, wrong.Count > 0 ? wrong[0] : null, message, wrong));
    }

    private Field? Named(string? name) =>
        name is null
            ? null
            : Fields.FirstOrDefault(f =>
                string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase)
                || f.InputNames.Contains(name, StringComparer.OrdinalIgnoreCase)
            );

    private int IndexOf(Field field)
    {
        for (var i = 0; i < Fields.Count; i++)
        {
            if (ReferenceEquals(Fields[i], field))
                return i;
        }
        return -1;
    }
}
