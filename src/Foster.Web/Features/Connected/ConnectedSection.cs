using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;

namespace Foster.Web.Features.Connected;

/// <summary>The connected case on its case page, and the way to the list.</summary>
public sealed class ConnectedSection(ConnectedReads reads) : ICaseSection, INavigation
{
    private static readonly Role[] Readers = [Role.TeamManager, Role.RecruitmentOfficer];

    public int Order => 11;

    public IEnumerable<NavigationItem> Items =>
        [new("staff", "A child they know", ConnectedLinks.List, 25, nameof(Role.TeamManager))];

    public async Task<CaseSection?> ForAsync(Guid caseId, Actor actor, CancellationToken ct)
    {
        if (
            !Readers.Contains(actor.Role)
            || await reads.FindAsync(caseId, actor, ct) is not { } view
        )
            return null;
        var referral = view.Referral;
        var facts = new List<CaseFact>
        {
            new("They asked", BritishDate.Long(referral.OpenedOn)),
            new("Next step", ConnectedWords.Next(referral.State)),
        };
        if (referral.ChildReference is { } child)
            facts.Add(new("Child", child));
        facts.Add(new("Read more", "What was asked and what is next", ConnectedLinks.One(caseId)));
        return new CaseSection(
            "About a child they know",
            ConnectedWords.State(referral.State),
            facts,
            ConnectedSteps.For(referral, view.Restricted, actor)
        );
    }
}
