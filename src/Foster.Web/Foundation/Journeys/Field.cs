using System.Globalization;

namespace Foster.Web.Foundation.Journeys;

/// <summary>
/// One question of a form, declared once: parsing, checking, drawing and the check-answers row all
/// come from it. A field holds no answers, so one declaration may serve every request.
/// </summary>
public abstract class Field(string name)
{
    private readonly string? label;
    private readonly string? called;

    /// <summary>British English, whatever the culture of the thread.</summary>
    protected static CultureInfo British { get; } = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Name and id of the input, in lower case with hyphens.</summary>
    public string Name { get; } = name;

    /// <summary>The question as it stands above the input.</summary>
    public string Label
    {
        get => label ?? Words.FromName(Name);
        init => label = value;
    }

    /// <summary>What it is called in messages and summaries when the label is a whole question: "Date of birth".</summary>
    public string Called
    {
        get => called ?? Label.TrimEnd('?', ' ');
        init => called = value;
    }

    public string? Hint { get; init; }

    public bool Optional { get; init; }

    /// <summary>The purpose of the input for browsers, such as given-name.</summary>
    public string? Autocomplete { get; init; }

    /// <summary>Said when nothing was given: "Enter your first name".</summary>
    public string? MissingMessage { get; init; }

    /// <summary>The field counts only when this holds; otherwise it is neither checked nor kept.</summary>
    public Func<Form, bool>? OnlyWhen { get; init; }

    /// <summary>A secret is never written back into a page nor kept with a stored journey.</summary>
    public virtual bool Secret => false;

    /// <summary>How it is drawn.</summary>
    public abstract FieldShape Shape { get; }

    /// <summary>The names of its inputs in page order.</summary>
    public virtual IReadOnlyList<string> InputNames => [Name];

    /// <summary>What a person reads on a check-answers page; empty when nothing was given.</summary>
    public abstract string Display(RawValues raw);

    /// <summary>Reads the typed text without asking for today's date.</summary>
    public abstract Reading Parse(RawValues raw);

    internal string Missing => MissingMessage ?? DefaultMissing;

    protected virtual string DefaultMissing => "Enter " + Words.WithArticle(Called);

    internal abstract string? CheckValue(object value, DateOnly today);
}

/// <summary>A field whose answer is a value of one type.</summary>
public abstract class Field<T>(string name) : Field(name)
    where T : notnull
{
    /// <summary>A rule of the page's own: null when the value is fine, else the message.</summary>
    public Func<T, DateOnly, string?>? Rule { get; init; }

    /// <summary>Writes a value as a person would type it.</summary>
    public abstract void Write(T value, RawValues raw);

    /// <summary>What a person reads for this value.</summary>
    public abstract string Display(T value);

    public sealed override string Display(RawValues raw) =>
        Parse(raw).Value is T value
            ? Display(value)
            : string.Join(" ", InputNames.Select(n => raw[n].Trim()).Where(v => v.Length > 0));

    /// <summary>What is wrong with a value that could be read: limits and the like.</summary>
    protected virtual string? Check(T value, DateOnly today) => null;

    internal sealed override string? CheckValue(object value, DateOnly today) =>
        Check((T)value, today) ?? Rule?.Invoke((T)value, today);
}
