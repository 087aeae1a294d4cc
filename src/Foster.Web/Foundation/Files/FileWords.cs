using System.Globalization;

namespace Foster.Web.Foundation.Files;

/// <summary>What is said of a file that is not taken, beside its field and in the summary.</summary>
public static class FileWords
{
    public const string Missing = "Select a file";
    public const string Wrong = "The selected file must be a PDF, JPG, PNG or DOCX";
    public const string Empty = "The selected file is empty";
    public const string Virus = "The selected file contains a virus";
    public const string Failed = "The selected file could not be uploaded – try again";

    /// <summary>Said under every field for a file.</summary>
    public static string Hint(UploadOptions options) =>
        $"A PDF, JPG, PNG or DOCX, smaller than {options.MaxMegabytes.ToString(CultureInfo.InvariantCulture)}MB. A photo taken with a phone is fine if everything can be read.";

    public static string TooBig(UploadOptions options) =>
        $"The selected file must be smaller than {options.MaxMegabytes.ToString(CultureInfo.InvariantCulture)}MB";

    public static string TooMany(UploadOptions options) =>
        $"There are {options.MostOfOne.ToString(CultureInfo.InvariantCulture)} files here already, which is the most. Remove one first";

    /// <summary>What an address says after a file was refused that could not be answered at once; null for anything else.</summary>
    public static string? OfQuery(string? problem, UploadOptions options) =>
        problem switch
        {
            TooBigKey => TooBig(options),
            VirusKey => Virus,
            FailedKey => Failed,
            _ => null,
        };

    public const string TooBigKey = "too-big";
    public const string VirusKey = "virus";
    public const string FailedKey = "failed";
}
