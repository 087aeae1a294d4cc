using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries.Import;

/// <summary>What the acts on an import share.</summary>
public static class ImportAct
{
    public const string Before = "Imported before, or standing in this file twice";

    public static Result NotFound { get; } =
        Result.Refused("This import cannot be found. Files are erased a month after they came.");
}
