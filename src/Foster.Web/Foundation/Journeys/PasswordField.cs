namespace Foster.Web.Foundation.Journeys;

/// <summary>A password. Never shown again, never kept; its strength is judged by the account, not here.</summary>
public sealed class PasswordField(string name) : Field<string>(name)
{
    /// <summary>Only so that nobody can make us hash a novel; never shown to people in advance.</summary>
    private const int Max = 1024;

    public override bool Secret => true;

    public override FieldShape Shape { get; } = new PasswordShape();

    public override Reading Parse(RawValues raw)
    {
        var text = raw[Name];
        if (text.Length == 0)
            return Reading.Nothing;
        return Words.IsStorable(text, false)
            ? Reading.Of(text)
            : Reading.Wrong($"{Called} includes a character that cannot be used");
    }

    public override void Write(string value, RawValues raw) =>
        throw new InvalidOperationException("A password is never written into a form.");

    public override string Display(string value) => "";

    protected override string? Check(string value, DateOnly today) =>
        value.Length > Max ? $"{Called} must be {Max} characters or fewer" : null;
}
