using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Whether somebody enquires alone or with a partner.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager, Role.Assessor)]
public sealed class ApplicantsModel(EnquiryReads reads, ChangeApplicants change)
    : EnquiryFormPage(reads)
{
    private static readonly TextField Given = Name("given-name", "Partner’s first name");
    private static readonly TextField Family = Name("family-name", "Partner’s last name");

    private static readonly DateField Born = new("date-of-birth")
    {
        Label = "Partner’s date of birth",
        Optional = true,
        Latest = today => today.AddDays(-1),
        LatestMessage = "Partner’s date of birth must be in the past",
        Earliest = today => today.AddYears(-120),
    };

    private static readonly EmailField Email = new("email")
    {
        Label = "Partner’s email address",
        Optional = true,
    };

    private static readonly PhoneField Telephone = new("telephone")
    {
        Label = "Partner’s telephone number",
        Optional = true,
    };

    private static readonly YesNoField Stays = new("stays")
    {
        Label = "Does the partner go on living there?",
        MissingMessage = "Select yes if the partner goes on living there",
    };

    private static readonly TextField Reason = new("reason")
    {
        Label = "What did they tell you?",
        Hint = "At least 20 characters. It stands in the history.",
        MissingMessage = "Enter what they told you",
        Rows = 4,
        Max = 4_000,
    };

    /// <summary>Who enquires with them now.</summary>
    public CasePerson? Partner =>
        View.People.FirstOrDefault(p => p is { IsApplicant: true, Position: 2 });

    protected override EnquiryVerb Verb => EnquiryVerb.ChangeApplicants;

    protected override Form Make() =>
        View.Enquiry.Joint
            ? new(Stays, Reason)
            : new(Given, Family, Born, Email, Telephone, Reason);

    public Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        ShowAsync(caseId, ct);

    public Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        ActAsync(
            caseId,
            token => change.RunAsync(Input(caseId), Actor, token),
            "It is changed.",
            ct
        );

    private ChangeApplicantsInput Input(Guid caseId) =>
        View.Enquiry.Joint
            ? new(caseId, null, Form.Must(Stays), Form.Must(Reason))
            : new(
                caseId,
                new NewPerson(
                    Form.Must(Given),
                    Form.Must(Family),
                    Form.Get(Born),
                    Form.Get(Email),
                    Form.Get(Telephone)
                ),
                false,
                Form.Must(Reason)
            );

    private static TextField Name(string name, string label) =>
        new(name)
        {
            Label = label,
            Spellcheck = false,
            Max = 100,
        };
}
