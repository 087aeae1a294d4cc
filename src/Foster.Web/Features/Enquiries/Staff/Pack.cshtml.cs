using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Records that the information pack went out.</summary>
[ForRoles(Role.RecruitmentOfficer)]
public sealed class PackModel(EnquiryReads reads, RecordPackSent record) : EnquiryFormPage(reads)
{
    private static readonly TextField PackVersion = new("version")
    {
        Label = "Version of the pack",
        Hint = "As printed on the back, such as 2026-1",
        MissingMessage = "Enter the version of the pack",
        Max = 40,
        Width = "govuk-input--width-10",
        Spellcheck = false,
    };

    private static readonly DateField On = new("on")
    {
        Label = "When was it sent?",
        Called = "The date",
    };

    protected override EnquiryVerb Verb => EnquiryVerb.SendPack;

    protected override Form Make() => new(PackVersion, On);

    public Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        ShowAsync(caseId, ct, () => Form.Suggest(On, Today));

    public Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        ActAsync(
            caseId,
            token =>
                record.RunAsync(new(caseId, Form.Must(PackVersion), Form.Must(On)), Actor, token),
            "The information pack is recorded.",
            ct
        );
}
