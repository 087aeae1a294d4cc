using Foster.Web.Features.Assessment.Checks;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>What came back of a check (R-VAL-05).</summary>
[ForRoles(Role.Assessor, Role.TeamManager)]
public sealed class CheckRecordModel(
    AssessmentHeaderReads headers,
    CheckReads checks,
    RecordCheck record
) : CheckActPage(headers, checks)
{
    private static readonly DateField Reviewed = Day(
        "When did you review it?",
        "The day you reviewed it",
        "reviewed"
    );
    private static readonly TextField Certificate = new("certificate")
    {
        Label = "Certificate number",
        Hint =
            "12 digits. It is stored once and shown with its last 4 digits only. Do not keep a copy of the certificate.",
        Width = "govuk-input--width-20",
        InputMode = "numeric",
        Spellcheck = false,
        Max = 20,
        OnlyWhen = IsAnswered,
    };
    private static readonly DateField Issued = new("issued")
    {
        Label = "When was the certificate issued?",
        Called = "The day the certificate was issued",
        OnlyWhen = IsAnswered,
    };
    private static readonly YesNoField Barred = new("barred")
    {
        Label = "Is the person on the children's barred list?",
        MissingMessage = "Select whether the person is on the children's barred list",
        OnlyWhen = IsAnswered,
    };
    private static readonly DateField Consent = new("consent")
    {
        Label = "When did you see the signed consent?",
        Hint =
            "There is no consent from this person on record, so it has to be on paper. Without one, ask them to sign it first: what came back does not count.",
        Called = "Date of the consent",
        MissingMessage = "Enter the day you saw the signed consent",
        OnlyWhen = IsAnswered,
    };
    private DateField received = null!;
    private TextField note = null!;
    private TextField madeBy = null!;
    private ChoiceField<CheckOutcome> outcome = null!;

    /// <summary>A check that was refused brings no certificate.</summary>
    private static bool IsAnswered(Form form) =>
        form.Answers["outcome"]
            is not (nameof(CheckOutcome.Refused) or nameof(CheckOutcome.NotApplicable));

    public override string Heading =>
        Check.Kind.IsMadeByUs ? "Record what was found" : "Record what came back";

    public override string Button => "Record this check";

    public override IReadOnlyList<string> Explains =>
        [
            Check.Kind.IsMandatory
                ? "You are its reviewer. When this is the last thing stage 1 waits for, stage 1 is complete and its 10 working days start."
                : "You are its reviewer. Stage 1 does not wait for this check.",
            .. OnlyEarlier,
        ];

    public async Task<IActionResult> OnGetAsync(Guid caseId, Guid checkId, CancellationToken ct)
    {
        if (!await OpenAsync(caseId, checkId, ct))
            return NotFound();
        if (Actor.Is(Role.Assessor))
            Form.Suggest(received, Today);
        Form.Suggest(Reviewed, Today);
        if (Form.Fields.Contains(madeBy) && Actor.Is(Role.Assessor))
            Form.Suggest(madeBy, Actor.Name);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid caseId, Guid checkId, CancellationToken ct) =>
        await OpenAsync(caseId, checkId, ct)
            ? await SendAsync(
                token => record.RunAsync(Input(checkId), Actor, token),
                Back,
                "The check was recorded.",
                ct
            )
            : NotFound();

    private static string? HintOf(CheckOutcome outcome, ICheckKind kind) =>
        outcome switch
        {
            CheckOutcome.NotSupplied =>
                "The service will not or cannot give it. Say why. Stage 1 goes on, and two referees are interviewed (R-REF-02)",
            CheckOutcome.Refused when kind.MayStayUnsupplied =>
                "The applicant does not agree that we ask. Stage 1 cannot be completed (R-APP-05)",
            CheckOutcome.InformationReceived when kind.IsOfEachAnimal =>
                "It can stay where something is agreed, such as a stair gate. Write down what",
            CheckOutcome.Concern when kind.IsOfEachAnimal =>
                "It is not safe with a child as things are. This alone refuses nobody",
            CheckOutcome.NotApplicable when kind.IsOfEachAnimal =>
                "There is nothing to assess, such as with a goldfish. Say why",
            _ => null,
        };

    private RecordCheckInput Input(Guid checkId) =>
        new(checkId, Form.Must(received), Form.Must(outcome), Form.Get(note), Form.Must(Reviewed))
        {
            CertificateNumber = Check.Kind.NeedsCertificate ? Form.Get(Certificate) : null,
            CertificateIssuedOn = Check.Kind.NeedsCertificate ? Form.Get(Issued) : null,
            OnBarredList = Check.Kind.NeedsCertificate ? Form.Get(Barred) : null,
            ConsentSeenOn = Check.LacksConsent ? Form.Get(Consent) : null,
            MadeBy = Form.Fields.Contains(madeBy) ? Form.Get(madeBy) : null,
        };

    private async Task<bool> OpenAsync(Guid caseId, Guid checkId, CancellationToken ct)
    {
        if (!await FindAsync(caseId, checkId, ct))
            return false;
        var asks = Check.Kind.Asks;
        received = Day(asks.When, asks.Day, "received");
        madeBy = new("by") { Label = asks.MadeBy ?? "", Optional = true };
        note = new("note")
        {
            Label = asks.Found,
            Hint = asks.FoundHint,
            Rows = 4,
            Max = 4_000,
            Optional = true,
        };
        outcome = new(
            "outcome",
            [
                .. Enum.GetValues<CheckOutcome>()
                    .Where(o => o != CheckOutcome.NotApplicable || Check.Kind.MayBeNotApplicable)
                    .Where(o => o != CheckOutcome.NotSupplied || Check.Kind.MayStayUnsupplied)
                    .Select(o => new Option<CheckOutcome>(
                        o,
                        AssessmentWords.Outcome(o),
                        HintOf(o, Check.Kind)
                    )),
            ]
        )
        {
            Label = "What is the outcome?",
            MissingMessage = "Select the outcome",
        };
        Form = new Form([
            .. Check.LacksConsent ? (Field[])[Consent] : [],
            received,
            .. asks.MadeBy is null ? (Field[])[] : [madeBy],
            .. Check.Kind.NeedsCertificate ? (Field[])[Certificate, Issued, Barred] : [],
            outcome,
            note,
            Reviewed,
        ]);
        return true;
    }
}
