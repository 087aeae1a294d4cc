using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Documents.Staff;

/// <summary>Accepts a document, asks for it again or says that it is not needed.</summary>
[Records(AccessKind.Health, AccessKind.Confidential)]
[ForRoles(Role.RecruitmentOfficer, Role.Assessor, Role.TeamManager)]
public sealed class DocumentDecideModel(DocumentReads reads, DecideDocument decide) : FormPage
{
    private static readonly TextField Reason = new("reason")
    {
        Label = "Why?",
        Called = "The reason",
        Hint = "At least 20 characters. Where you ask for it again, the applicant reads this.",
        Rows = 4,
        Max = DocumentMap.LongestWords,
        MissingMessage = "Say why",
        OnlyWhen = form =>
            form.Answers["choice"] is nameof(DocumentVerb.SendBack) or nameof(DocumentVerb.Drop),
    };

    private ChoiceField<DocumentVerb> choice = null!;

    public DocumentLine Document { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid documentId, CancellationToken ct) =>
        await LoadAsync(documentId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid documentId, CancellationToken ct) =>
        await LoadAsync(documentId, ct)
            ? await SendAsync(
                token =>
                    decide.RunAsync(
                        new(documentId, Form.Must(choice), Form.Get(Reason)),
                        Actor,
                        token
                    ),
                DocumentLinks.One(documentId),
                "It is noted.",
                ct
            )
            : NotFound();

    /// <summary>What can be done with a document of this kind now.</summary>
    public static IReadOnlyList<Option<DocumentVerb>> Choices(
        DocumentKind kind,
        DocumentState state,
        Role role
    ) =>
        [
            .. new[]
            {
                new Option<DocumentVerb>(DocumentVerb.Accept, "Accept it"),
                new Option<DocumentVerb>(
                    DocumentVerb.NoteShown,
                    "I have seen it, and no copy was kept"
                ),
                new Option<DocumentVerb>(DocumentVerb.SendBack, "Ask for it again"),
                new Option<DocumentVerb>(DocumentVerb.Drop, "It is not needed"),
            }.Where(o =>
                DocumentMachine.Table.Against(state, o.Value, role).Count == 0
                && (o.Value != DocumentVerb.NoteShown || kind.Way == DocumentWay.Shown)
            ),
        ];

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await reads.FindAsync(id, Actor.Role, ct) is not { } found)
            return false;
        var choices = Choices(found.Kind, found.State, Actor.Role);
        if (choices.Count == 0)
            return false;
        Document = found;
        choice = new("choice", [.. choices])
        {
            Label = "What do you want to do?",
            MissingMessage = "Select what you want to do",
        };
        Form = new Form(choice, Reason);
        return true;
    }
}
