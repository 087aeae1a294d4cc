using Foster.Web.Features.Applications;
using Xunit;

namespace Foster.Tests.Applications;

/// <summary>What councils ask for beside the law’s two (R-REF-03, R-REF-04).</summary>
public class RefereeNeedsTests
{
    private static readonly RefereeNeeds Usual = new(3, 1, 1, true, true);

    [Fact]
    public void R_REF_03_three_people_of_whom_one_is_family_and_R_REF_04_one_known_for_five_years()
    {
        Assert.Empty(
            Usual.MissingOf([
                Of(RefereeKind.Friend),
                Of(RefereeKind.Other),
                Of(RefereeKind.Family, 5),
            ])
        );
        Assert.Equal(
            ["R-REF-03", "R-REF-03", "R-REF-04"],
            Usual
                .MissingOf([Of(RefereeKind.Friend), Of(RefereeKind.Employer, 4)])
                .Select(r => r.RuleId)
        );
        Assert.Contains(
            "Name 2 more people",
            Usual.MissingOf([Of(RefereeKind.Family, 9)])[0].Reason
        );
    }

    [Fact]
    public void A_council_that_asks_for_less_gets_less() =>
        Assert.Empty(
            new RefereeNeeds(2, 0, 0, false, false).MissingOf([
                Of(RefereeKind.Friend),
                Of(RefereeKind.Friend),
            ])
        );

    private static Referee Of(RefereeKind kind, int years = 2) =>
        new()
        {
            CouncilId = Guid.NewGuid(),
            CaseId = Guid.NewGuid(),
            PersonId = Guid.NewGuid(),
            Name = "Ruth Demo-Speak",
            Relationship = "friend",
            YearsKnown = years,
            NominatedOn = new(2026, 5, 15),
            Kind = kind,
        };
}
