using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Applicant;

/// <summary>All answers once more, the declaration, and the button that sends this applicant's part.</summary>
public sealed class SendModel : ApplyPage
{
    private static readonly YesNoField Connected = new("connected")
    {
        Label =
            "Is anybody in your household, or a close relative, a councillor or on the staff of this council?",
        Called = "Connection with staff or councillors",
        Hint = "If so, only a few named people will be able to open your application.",
        MissingMessage = "Select yes if somebody is a councillor or on the staff",
    };

    private static readonly TextField Connection = new("connection")
    {
        Label = "Who is it, and what do they do?",
        Called = "Who it is",
        MissingMessage = "Enter who it is and what they do",
        Rows = 3,
        Max = 500,
        OnlyWhen = form => form.Get(Connected) == true,
    };

    private static readonly TickField Declared = new("declared")
    {
        Label = "What I have written is true and complete, as far as I know",
        MustBeTicked = "Confirm that what you have written is true",
    };

    private readonly SubmitPart submit;

    private readonly Viewing viewing;

    public SendModel(ApplyReads reads, ProgressReads progress, SubmitPart submit, Viewing viewing)
        : base(reads, progress)
    {
        (this.submit, this.viewing) = (submit, viewing);
        Form = new Form(Connected, Connection, Declared);
    }

    public IReadOnlyList<(ApplySection Section, Refusal Refusal)> Missing =>
        ApplySections.MissingFor(Facts, Who);

    /// <summary>Answers of one section that do not go well with those of another; never a reason to refuse.</summary>
    public IReadOnlyList<(ApplySection Section, string Words)> ToLookAt =>
        Contradictions.Of(Facts, Who);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(Note, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await LoadAsync(ct)
            ? await SendAsync(
                token =>
                    submit.RunAsync(new(Form.Must(Declared), Form.Get(Connection)), Actor, token),
                "/apply/progress",
                "Your part is sent. Thank you.",
                ct
            )
            : NotFound();

    /// <summary>All that the applicant wrote is on the page, health and offences among it (R-DP-12).</summary>
    private void Note()
    {
        (viewing.CaseId, viewing.PersonId) = (Facts.CaseId, Who.Person.PersonId);
        viewing.Kinds.UnionWith([AccessKind.Health, AccessKind.Criminal]);
    }
}
