namespace Foster.Web.Foundation.Journeys;

/// <summary>
/// A file to choose. What is chosen comes beside the answers: the page takes it from the request and hands it to its
/// operation, which says what is wrong with it.
/// </summary>
public sealed class FileField(string name) : Field<string>(name)
{
    /// <summary>What the browser offers, such as image/png,image/jpeg.</summary>
    public string? Accept { get; init; }

    public override FieldShape Shape => new FileShape(Accept);

    /// <summary>Nothing that is typed.</summary>
    public override Reading Parse(RawValues raw) => Reading.Nothing;

    public override void Write(string value, RawValues raw) { }

    public override string Display(string value) => value;
}
