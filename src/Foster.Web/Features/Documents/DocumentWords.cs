using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Files;

namespace Foster.Web.Features.Documents;

/// <summary>How documents and files are told of.</summary>
public static class DocumentWords
{
    /// <summary>Where a document stands, for whoever gives it.</summary>
    public static string Story(DocumentLine document) =>
        document switch
        {
            { State: DocumentState.Accepted, Kind.Way: DocumentWay.Shown } =>
                $"You showed it on {BritishDate.Long(document.DecidedOn!.Value)}. We kept no copy.",
            { State: DocumentState.Accepted } =>
                $"We accepted it on {BritishDate.Long(document.DecidedOn!.Value)}.",
            { State: DocumentState.SentBack } =>
                $"We could not use it and asked again on {BritishDate.Long(document.DecidedOn!.Value)}.",
            { State: DocumentState.Given } =>
                $"We have it since {BritishDate.Long(document.GivenOn!.Value)} and will look at it.",
            { Kind.Way: DocumentWay.Shown } =>
                "Show it to your social worker. You do not upload it. We keep no copy of it.",
            { Kind.Way: DocumentWay.SentToUs } =>
                "This comes to us by itself. You need not upload it.",
            { DueOn: { } due } =>
                $"Asked for on {BritishDate.Long(document.AskedOn)}. Please send it by {BritishDate.Long(due)}.",
            _ => $"Asked for on {BritishDate.Long(document.AskedOn)}.",
        };

    /// <summary>Where a file stands, for whoever sent it: what we did with it, and not only what the scanner did.</summary>
    public static string State(DocumentLine document, FileLine file) =>
        file.State switch
        {
            FileState.Clean when document.IsNotAccepted(file) => document.Reason is { } reason
                ? $"Not accepted: {reason}"
                : "Not accepted",
            FileState.Clean when document.State == DocumentState.Accepted => "Accepted",
            FileState.Clean => "Received",
            var state => State(state),
        };

    public static string State(FileState state) =>
        state switch
        {
            FileState.Quarantined => "Being checked for viruses",
            FileState.Clean => "No virus found",
            FileState.Refused => "Contained a virus and was not kept",
            FileState.Unchecked =>
                "Could not be checked for viruses and was not kept. Another file is needed, such as a PDF or a photo",
            _ => "Removed",
        };

    /// <summary>"1.4 MB".</summary>
    public static string Size(int bytes) =>
        bytes >= 1_000_000 ? $"{bytes / 1_000_000.0:0.0} MB"
        : bytes >= 1_000 ? $"{bytes / 1_000} KB"
        : $"{bytes} bytes";
}
