namespace Foster.Web.Foundation.Journeys;

/// <summary>How a field looks on a page. The tag helpers know shapes, not kinds of field.</summary>
public abstract record FieldShape;

/// <summary>One line to type in.</summary>
public sealed record InputShape(
    string Type = "text",
    string? InputMode = null,
    string? Width = null,
    bool Spellcheck = true,
    string? Prefix = null,
    string? Suffix = null
) : FieldShape;

/// <summary>Several lines to type in, with a count of characters left.</summary>
public sealed record TextAreaShape(int Rows, int Max, bool Spellcheck) : FieldShape;

/// <summary>A secret: never written back into a page.</summary>
public sealed record PasswordShape : FieldShape;

/// <summary>A file to choose. The form around it has to be sent as multipart/form-data.</summary>
public sealed record FileShape(string? Accept) : FieldShape;

/// <summary>Day, month and year in three inputs.</summary>
public sealed record DateShape : FieldShape;

/// <summary>One thing to tick, with its label beside it.</summary>
public sealed record TickShape(string Value) : FieldShape;

/// <summary>A list to choose from.</summary>
public sealed record ChoiceShape(
    IReadOnlyList<ChoiceItem> Items,
    bool Many = false,
    bool AsSelect = false,
    bool Inline = false
) : FieldShape;

/// <summary>One line of a list to choose from.</summary>
public sealed record ChoiceItem(string Value, string Label, string? Hint = null);
