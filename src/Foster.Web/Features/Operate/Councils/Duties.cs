using Foster.Web.Foundation.Actors;

namespace Foster.Web.Features.Operate.Councils;

/// <summary>The duties beside the roles: what they are called, what they are for and how many hold them.</summary>
public static class Duties
{
    /// <summary>Two intake officers hold restricted enquiries, so that one of them is never alone with their own.</summary>
    private const int IntakeOfficers = 2;

    public static IReadOnlyList<Capability> All { get; } = Enum.GetValues<Capability>();

    /// <summary>How many are needed (R-ENQ-13 for the intake officers).</summary>
    public static int Needed(Capability duty) =>
        duty is Capability.IntakeOfficer ? IntakeOfficers : 1;

    /// <summary>Whether the duty opens cases to its holder, which no administrator may see.</summary>
    public static bool OpensCases(Capability duty) =>
        duty is Capability.IntakeOfficer or Capability.NominatedOfficer;

    /// <summary>The duty as it stands in an address; null where there is none of this name.</summary>
    public static Capability? Named(string slug) =>
        All.Select(d => (Capability?)d).FirstOrDefault(d => Slug(d!.Value) == slug);

    public static string Slug(Capability duty) =>
        Title(duty).Split(" for ")[0].Replace(' ', '-').ToLowerInvariant();

    public static string Title(Capability duty) =>
        duty switch
        {
            Capability.IntakeOfficer => "Intake officer",
            Capability.ServiceManager => "Service manager",
            Capability.HeadOfService => "Head of service",
            Capability.NominatedOfficer => "Nominated officer for temporary approvals",
            Capability.RecordsOfficer => "Records and data protection officer",
            _ => "Complaints manager",
        };

    /// <summary>What the holder does.</summary>
    public static string Purpose(Capability duty) =>
        duty switch
        {
            Capability.IntakeOfficer =>
                "Opens the enquiries of people connected with staff or councillors. Two people hold this duty, so that there is always one who is not concerned.",
            Capability.ServiceManager =>
                "Is responsible for the fostering service from day to day.",
            Capability.HeadOfService => "Answers for the fostering service in the council.",
            Capability.NominatedOfficer =>
                "Agrees to temporary approvals. A senior manager, and never the assessor of the same case.",
            Capability.RecordsOfficer =>
                "Answers for records, requests for copies and data protection.",
            _ => "Receives complaints and sees that they are answered.",
        };

    /// <summary>What is missing; null when enough people hold it.</summary>
    public static string? Missing(Capability duty, int holders) =>
        (duty, holders) switch
        {
            (Capability.IntakeOfficer, 0) =>
                "Nobody. Two are needed: without them nobody sees a restricted enquiry.",
            (Capability.IntakeOfficer, < IntakeOfficers) =>
                "One more is needed: nobody may hold an enquiry about themselves.",
            (_, 0) => "Nobody holds this duty.",
            _ => null,
        };
}
