using Foster.Web.Features.Cases;

namespace Foster.Web.Features.Enquiries.Sources;

/// <summary>The addresses of the report on sources and of campaigns.</summary>
public static class SourceLinks
{
    public const string Report = "/staff/sources";
    public const string File = Report + "/file";
    public const string Campaigns = Report + "/campaigns";
    public const string New = Campaigns + "/new";

    public static string Edit(Guid campaignId) => $"{Campaigns}/{campaignId}/edit";

    public static string End(Guid campaignId) => $"{Campaigns}/{campaignId}/end";

    public static string Further(string? after) => CaseLinks.With(Campaigns, ("after", after));

    /// <summary>The link to hand out, on the website of the region.</summary>
    public static string ToHandOut(string key) => CaseLinks.With("/", ("from", key));
}
