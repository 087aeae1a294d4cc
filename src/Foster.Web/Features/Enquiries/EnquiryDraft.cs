namespace Foster.Web.Features.Enquiries;

/// <summary>The unfinished enquiry among the drafts of journeys.</summary>
public static class EnquiryDraft
{
    /// <summary>Names its cookie and its drafts.</summary>
    public const string Key = "enquiry";
}
