using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Records.Staff;

/// <summary>Who asked for a copy of what is stored about them, and the form for a new request.</summary>
[Records(AccessKind.Confidential)]
public sealed class AccessListModel : FormPage
{
    private static readonly DateField Received = new("received")
    {
        Label = "When did the request come?",
        Called = "Day of the request",
        MissingMessage = "Enter when the request came",
    };

    private static readonly TextField Identity = new("identity")
    {
        Label = "How do we know that it is this person?",
        Called = "How we know the person",
        Hint = "For example: signed in to the account, or came with a passport",
        MissingMessage = "Enter how we know that it is this person",
        Max = 1_000,
    };

    private readonly CaseReads cases;
    private readonly AccessReads accesses;
    private readonly OpenSubjectAccess open;
    private ChoiceField<Guid> person = null!;

    public AccessListModel(CaseReads cases, AccessReads accesses, OpenSubjectAccess open) =>
        (this.cases, this.accesses, this.open) = (cases, accesses, open);

    public Guid CaseId { get; private set; }
    public string Reference { get; private set; } = "";
    public bool IsOfficer => Actor.Has(Capability.RecordsOfficer);
    public IReadOnlyList<AccessLine> Requests { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct)
            ? await SendAsync(
                async token =>
                {
                    var opened = await open.RunAsync(
                        new(caseId, Form.Must(person), Form.Must(Received), Form.Must(Identity)),
                        Actor,
                        token
                    );
                    return opened.Ok
                        ? new Sent(
                            RecordsLinks.Access(caseId, opened.Value),
                            "The request is recorded and everything stored is gathered."
                        )
                        : Result<Sent>.Refused(opened.Refusals);
                },
                ct
            )
            : NotFound();

    private async Task<bool> LoadAsync(Guid caseId, CancellationToken ct)
    {
        if (!AccessReads.MayRead(Actor) || await cases.FindAsync(caseId, ct) is not { } found)
            return false;
        (CaseId, Reference) = (caseId, found.Reference);
        Requests = await accesses.OfCaseAsync(caseId, ct);
        person = new ChoiceField<Guid>(
            "person",
            [
                .. (await cases.PeopleAsync(caseId, ct)).Select(p => new Option<Guid>(
                    p.PersonId,
                    p.FullName
                )),
            ]
        )
        {
            Label = "Who asks?",
            Called = "Person",
            MissingMessage = "Select who asks",
        };
        Form = new Form(person, Received, Identity);
        return true;
    }
}
