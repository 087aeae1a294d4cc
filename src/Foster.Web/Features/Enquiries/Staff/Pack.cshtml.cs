using Foster.Web.Features.Enquiries.Packs;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Records that a version of the information pack went out.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class PackModel(
    EnquiryReads reads,
    PackReads packs,
    RecordPackSent record,
    IEnumerable<ISessions> sessions
) : EnquiryFormPage(reads)
{
    private static readonly ChoiceField<PackWay> Way = new("way", PackWords.Ways)
    {
        Label = "How does it go?",
        MissingMessage = "Select how it goes",
    };

    private static readonly DateField On = new("on")
    {
        Label = "When was it sent?",
        Called = "The date",
    };

    private ChoiceField<Guid> pack = new("pack");

    /// <summary>The versions that can be sent, the newest first.</summary>
    public IReadOnlyList<PackLine> Packs { get; private set; } = [];

    /// <summary>What they are invited to with it.</summary>
    public IReadOnlyList<ComingSession> Coming { get; private set; } = [];

    /// <summary>Where the links go as soon as the pack is recorded; null where nothing is sent.</summary>
    public string? EnquirerEmail =>
        View.People.FirstOrDefault(p => p is { IsApplicant: true, Position: 1 })?.Email;

    protected override EnquiryVerb Verb => EnquiryVerb.SendPack;

    protected override Form Make() => new(pack, Way, On);

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        await ListAsync(ct);
        return await ShowAsync(caseId, ct, Suggest);
    }

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct)
    {
        await ListAsync(ct);
        return await ActAsync(
            caseId,
            token =>
                record.RunAsync(
                    new(caseId, Form.Must(pack), Form.Must(Way), Form.Must(On)),
                    Actor,
                    token
                ),
            () =>
                EnquirerEmail is not null
                    ? "The information pack is recorded, and the email with its links is on its way."
                    : "The information pack is recorded. They have no email address here, so no email is sent.",
            ct
        );
    }

    private void Suggest()
    {
        SuggestDay(On);
        if (Packs.Count > 0)
            Form.Suggest(pack, Packs[0].Id);
        if (EnquirerEmail is not null)
            Form.Suggest(Way, PackWay.Email);
    }

    private async Task ListAsync(CancellationToken ct)
    {
        Packs = await packs.ToSendAsync(Actor.CouncilId, ct);
        Coming = await sessions.NextAsync(Actor.CouncilId, ct);
        pack = new ChoiceField<Guid>(
            "pack",
            [
                .. Packs.Select(p => new Option<Guid>(
                    p.Id,
                    $"{p.Label}: {p.Title}, from {BritishDate.Long(p.From)}"
                )),
            ]
        )
        {
            Label = "Which version?",
            MissingMessage = "Select the version of the pack",
            AsSelect = true,
        };
    }
}
