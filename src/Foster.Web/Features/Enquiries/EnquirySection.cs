using Foster.Web.Features.Enquiries.Duplicates;
using Foster.Web.Features.Enquiries.Sources;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;

namespace Foster.Web.Features.Enquiries;

/// <summary>The enquiry on the case page.</summary>
public sealed class EnquirySection(
    EnquiryReads enquiries,
    DuplicateReads duplicates,
    PartnerReads partners,
    MergeReads merges
) : ICaseSection
{
    private static readonly Role[] Readers =
    [
        Role.RecruitmentOfficer,
        Role.TeamManager,
        Role.Assessor,
    ];

    public int Order => 10;

    public async Task<CaseSection?> ForAsync(Guid caseId, Actor actor, CancellationToken ct)
    {
        if (!Readers.Contains(actor.Role) || await enquiries.FindAsync(caseId, ct) is not { } view)
            return null;
        var enquiry = view.Enquiry;
        var facts = new List<CaseFact>
        {
            new(
                "Received",
                $"{BritishDate.Long(enquiry.ReceivedOn)}, by {ChannelWords.Of(enquiry.Channel)}"
            ),
        };
        if (view.NextDue is { } due)
            facts.Add(
                new("Next date", $"{due.Title}: {BritishDate.Long(due.DueOn)} ({due.RuleId})")
            );
        facts.Add(new("Next step", EnquirySteps.Waiting(view)));
        await AddAlikeAsync(facts, enquiry, actor, ct);
        facts.Add(
            new("Read more", "The enquiry and its contact log", $"/staff/enquiries/{caseId}")
        );
        return new CaseSection(
            "Enquiry",
            EnquiryMachine.Title(enquiry.State),
            facts,
            EnquirySteps.For(view, actor)
        );
    }

    private async Task AddAlikeAsync(
        List<CaseFact> facts,
        Enquiry enquiry,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await merges.AwayAsync(enquiry.CaseId, ct) is { } away)
            facts.Add(new("Merged into", away.KeptReference, DuplicateLinks.Case(away.KeptCaseId)));
        if (!actor.Is(DuplicateReads.Deciders))
            return;
        foreach (var alike in await duplicates.OfAsync(enquiry.CaseId, ct))
            facts.Add(
                new(
                    "Perhaps the same as",
                    $"{alike.Reference} ({alike.Words}), {EnquiryMachine.Title(alike.State).ToLowerInvariant()}",
                    DuplicateLinks.Compare(enquiry.CaseId, alike.CaseId)
                )
            );
        if (await partners.KnowAsync(enquiry.CaseId, actor, ct))
            facts.Add(new("Other councils", "Known to another partner"));
    }
}

public sealed class EnquiryNavigation : INavigation
{
    public IEnumerable<NavigationItem> Items { get; } =
    [
        new(
            "staff",
            "Enquiries",
            "/staff/enquiries",
            20,
            nameof(Role.RecruitmentOfficer),
            nameof(Role.TeamManager),
            nameof(Role.Assessor)
        ),
        new(
            "staff",
            "Sources",
            SourceLinks.Report,
            28,
            nameof(Role.RecruitmentOfficer),
            nameof(Role.TeamManager)
        ),
    ];
}
