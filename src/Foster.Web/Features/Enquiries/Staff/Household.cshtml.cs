using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Who lives with the enquirers; people are added one by one (§2.2).</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager, Role.Assessor)]
public sealed class HouseholdModel(EnquiryReads reads, AddToHousehold add) : EnquiryFormPage(reads)
{
    private static readonly TextField Given = Name("given-name", "First name");
    private static readonly TextField Family = Name("family-name", "Last name");

    private static readonly DateField Born = new("date-of-birth")
    {
        Label = "Date of birth",
        Optional = true,
        Latest = today => today,
        LatestMessage = "Date of birth must be today or in the past",
        Earliest = today => today.AddYears(-120),
    };

    private static readonly TextField Relationship = new("relationship")
    {
        Label = "Who they are to the enquirer",
        Hint = "Such as “daughter” or “lodger”",
        MissingMessage = "Enter who they are to the enquirer",
        Max = 100,
    };

    public DateOnly On => Today;

    protected override EnquiryVerb Verb => EnquiryVerb.AddToHousehold;

    protected override Form Make() => new(Given, Family, Born, Relationship);

    public Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        ShowAsync(caseId, ct);

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct)
            ? await SendAsync(
                token =>
                    add.RunAsync(
                        new(
                            caseId,
                            Form.Must(Given),
                            Form.Must(Family),
                            Form.Get(Born),
                            Form.Must(Relationship)
                        ),
                        Actor,
                        token
                    ),
                $"{Home}/household",
                "The person is added.",
                ct
            )
            : NotFound();

    private static TextField Name(string name, string label) =>
        new(name)
        {
            Label = label,
            Spellcheck = false,
            Max = 100,
        };
}
