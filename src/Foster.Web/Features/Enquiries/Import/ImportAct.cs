using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries.Import;

/// <summary>What the acts on an import share.</summary>
public static class ImportAct
{
    public const string Before = "Imported before";

    public const string Erased =
        "Imported before and erased here since, because the time to keep it was over. It is not taken again";

    public static string Twice(int row) =>
        $"It is the same as row {row}: the same reference, or the same name on the same day. If it is another enquiry, give it a reference of its own";

    public static Result NotFound { get; } =
        Result.Refused("This import cannot be found. Files are erased a month after they came.");
}
