namespace Foster.Web.Features.Records;

/// <summary>A reason for putting something into a copy, or leaving it out (R-DP-09).</summary>
public sealed record AccessReason(string Code, string Label, bool Includes);

/// <summary>The exemptions are applied by people, one by one, and never by themselves (R-DP-09).</summary>
public static class AccessReasons
{
    public static IReadOnlyList<AccessReason> All { get; } =
    [
        new("IN-OWN", "Include: it is about the person who asks", true),
        new("IN-CON", "Include: the other person agrees", true),
        new("IN-REA", "Include: reasonable without the other person’s agreement", true),
        new("WH-OTH", "Withhold: rights of others", false),
        new("WH-REF", "Withhold: confidential reference", false),
        new("WH-HAR", "Withhold: serious harm (social work data)", false),
        new("WH-PRI", "Withhold: legal advice", false),
        new("WH-ELS", "Withhold: another exemption", false),
    ];

    public static AccessReason? Of(string? code) => All.FirstOrDefault(r => r.Code == code);
}
