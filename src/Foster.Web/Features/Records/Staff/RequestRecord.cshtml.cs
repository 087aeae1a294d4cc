using Foster.Web.Features.Cases;
using Foster.Web.Features.Records.Requests;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Records.Staff;

/// <summary>Records what another service asks for about somebody of this case.</summary>
[ForRoles(
    Role.RecruitmentOfficer,
    Role.Assessor,
    Role.SupervisingSocialWorker,
    Role.PanelAdviser,
    Role.TeamManager
)]
public sealed class RequestRecordModel(CaseReads cases, RecordRecordsRequest record) : FormPage
{
    private static readonly ChoiceField<RequestFor> For = new("for", RequestWords.Fors)
    {
        Label = "What do they ask for?",
        MissingMessage = "Select what they ask for",
    };

    private static readonly ChoiceField<RequestAbout> About = new("about", RequestWords.Abouts)
    {
        Label = "What is the person to us?",
        MissingMessage = "Select what the person is to us",
    };

    private static readonly TextField Service = new("service")
    {
        Label = "Which service asks?",
        Called = "Service",
        MissingMessage = "Enter the service",
        Max = 200,
    };

    private static readonly TextField Contact = new("contact")
    {
        Label = "How do we reach them?",
        Called = "How to reach them",
        Hint = "Name, email address or postal address",
        MissingMessage = "Enter how to reach them",
        Max = 500,
        Rows = 3,
    };

    private static readonly DateField Received = new("received")
    {
        Label = "When did it come?",
        Called = "The day it came",
        MissingMessage = "Enter the day it came",
    };

    private static readonly DateField ConsentSeen = new("consent-seen")
    {
        Label = "When did you see the person’s consent?",
        Called = "Consent seen on",
        Hint = "Leave it empty if none came with the request",
        Optional = true,
    };

    private static readonly TextField Evidence = new("evidence")
    {
        Label = "What exactly do they ask for, and where is the letter?",
        Called = "What they ask for",
        Optional = true,
        Max = 4_000,
        Rows = 4,
    };

    private ChoiceField<Guid> person = new("person");

    public Guid CaseId { get; private set; }
    public string Reference { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        if (!await LoadAsync(caseId, ct))
            return NotFound();
        Form.Suggest(Received, Today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct)
            ? await SendAsync(
                async token =>
                {
                    var made = await record.RunAsync(
                        new(
                            caseId,
                            Form.Must(person),
                            Form.Must(For),
                            Form.Must(About),
                            Form.Must(Service),
                            Form.Must(Contact),
                            Form.Must(Received),
                            Form.Get(ConsentSeen),
                            Form.Get(Evidence)
                        ),
                        Actor,
                        token
                    );
                    return made.Ok
                        ? new Sent(RequestLinks.Of(made.Value), "The request is recorded.")
                        : Result<Sent>.Refused(made.Refusals);
                },
                ct
            )
            : NotFound();

    private async Task<bool> LoadAsync(Guid caseId, CancellationToken ct)
    {
        if (await cases.FindAsync(caseId, ct) is not { } found)
            return false;
        (CaseId, Reference) = (caseId, found.Reference);
        person = new ChoiceField<Guid>(
            "person",
            [
                .. (await cases.ApplicantsAsync(caseId, ct)).Select(p => new Option<Guid>(
                    p.PersonId,
                    p.FullName
                )),
            ]
        )
        {
            Label = "Who is it about?",
            Called = "Person",
            MissingMessage = "Select who it is about",
        };
        Form = new Form(person, For, About, Service, Contact, Received, ConsentSeen, Evidence);
        return true;
    }
}
