using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Applications;

/// <summary>
/// How many referees of which kind a council asks for (R-REF-03, R-REF-04). The law's own minimum of two who are
/// interviewed stands beside it and cannot be set.
/// </summary>
/// <param name="Personal">Friends, family and others for the household.</param>
/// <param name="Family">Of those, members of the family.</param>
/// <param name="LongKnown">Of all, people who have known the applicant for five years or more.</param>
public sealed record RefereeNeeds(
    int Personal,
    int Family,
    int LongKnown,
    bool Employer,
    bool FormerPartners
)
{
    public const int LongYears = 5;

    private static readonly RefereeKind[] PersonalKinds =
    [
        RefereeKind.Friend,
        RefereeKind.Family,
        RefereeKind.Other,
    ];

    public static RefereeNeeds Of(Council council) =>
        new(
            council.PersonalReferees,
            council.FamilyReferees,
            council.LongKnownReferees,
            council.AsksEmployers,
            council.AsksFormerPartners
        );

    /// <summary>Whether each applicant is asked about an employer or a former partner.</summary>
    public bool AsksOthers => Employer || FormerPartners;

    /// <summary>What a household’s referees lack, whoever named them.</summary>
    public IReadOnlyList<Refusal> MissingOf(IReadOnlyList<Referee> live)
    {
        var missing = new List<Refusal>();
        void Say(string reason, string rule) => missing.Add(new Refusal(reason, rule, "kind"));
        var personal = live.Count(r => PersonalKinds.Contains(r.Kind));
        if (personal < Personal)
            Say(
                $"Name {Count(Personal - personal)} {(Personal - personal == 1 ? "who is a friend, a relative or somebody else" : "who are friends, relatives or others")} close to you. We ask for {Personal}.",
                live.Count < Sections.RefereesSection.Least ? "R-VAL-03" : "R-REF-03"
            );
        else if (live.Count < Sections.RefereesSection.Least)
            Say("Name one more person who can speak for you.", "R-VAL-03");
        var family = live.Count(r => r.Kind == RefereeKind.Family);
        if (family < Family)
            Say(
                Family == 1
                    ? "One of the people you name must be a member of your family."
                    : $"{Family} of the people you name must be members of your family. You have named {family}.",
                "R-REF-03"
            );
        var known = live.Count(r => r.YearsKnown >= LongYears);
        if (known < LongKnown)
            Say(
                LongKnown == 1
                    ? $"One of the people you name must have known you for {LongYears} years or more."
                    : $"{LongKnown} of the people you name must have known you for {LongYears} years or more. You have named {known}.",
                "R-REF-04"
            );
        return missing;
    }

    /// <summary>What one applicant’s own answers lack: employer and former partners (CHK-14, CHK-15).</summary>
    public IReadOnlyList<Refusal> MissingOf(ApplicantFacts who)
    {
        if (!AsksOthers)
            return [];
        if (who.Background is not { } said)
            return
            [
                new Refusal(
                    "Say whether you have an employer and former partners whom we can ask.",
                    "R-REF-03"
                ),
            ];
        var missing = new List<Refusal>();
        if (
            Employer
            && said is { HasEmployer: true, EmployerReason: null }
            && !Named(who, RefereeKind.Employer)
        )
            missing.Add(
                new Refusal("Name your employer, or say why we should not ask them.", "R-REF-03")
            );
        if (
            FormerPartners
            && said is { HasFormerPartner: true, FormerPartnerReason: null }
            && !Named(who, RefereeKind.FormerPartner)
        )
            missing.Add(
                new Refusal(
                    "Name your former partner, or say why we should not ask them.",
                    "R-REF-03"
                )
            );
        return missing;
    }

    private static bool Named(ApplicantFacts who, RefereeKind kind) =>
        who.Referees.Any(r => r.Kind == kind && r.IsLive);

    private static string Count(int people) =>
        people == 1 ? "1 more person" : $"{people} more people";
}
