using System.Globalization;
using Foster.Web.Features.Enquiries.Import;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Says what the columns of a file mean; guessed from their headings.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class ImportColumnsModel(ImportReads reads, CheckImport check) : FormPage
{
    private const string None = "none";

    private IReadOnlyList<(ImportField Meaning, ChoiceField<string> Field)> fields = [];

    public ImportView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid importId, CancellationToken ct)
    {
        if (!await LoadAsync(importId, ct))
            return NotFound();
        foreach (var (meaning, field) in fields)
        {
            int? at =
                View.Columns.Count == 0 ? meaning.Guess(View.Headings)
                : View.Columns.TryGetValue(meaning.Column, out var chosen) ? chosen
                : null;
            Form.Suggest(field, at?.ToString(CultureInfo.InvariantCulture) ?? None);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid importId, CancellationToken ct) =>
        await LoadAsync(importId, ct)
            ? await SendAsync(
                token => check.RunAsync(new(importId, Chosen()), Actor, token),
                ImportLinks.Import(importId),
                "The rows are checked.",
                ct
            )
            : NotFound();

    private Dictionary<ImportColumn, int> Chosen() =>
        fields
            .Select(f => (f.Meaning.Column, Chosen: Form.Get(f.Field)))
            .Where(f => f.Chosen is not null and not None)
            .ToDictionary(
                f => f.Column,
                f => int.Parse(f.Chosen!, NumberStyles.None, CultureInfo.InvariantCulture)
            );

    private async Task<bool> LoadAsync(Guid importId, CancellationToken ct)
    {
        if (await reads.FindAsync(importId, ct) is not { } view)
            return false;
        View = view;
        var columns = view
            .Headings.Select(
                (h, i) =>
                    new Option<string>(
                        i.ToString(CultureInfo.InvariantCulture),
                        h.Length > 0 ? h : $"Column {i + 1}, without a name"
                    )
            )
            .ToList();
        fields = [.. ImportField.All.Select(m => (m, FieldOf(m, columns)))];
        Form = new Form([.. fields.Select(f => (Field)f.Field)]);
        return true;
    }

    private static ChoiceField<string> FieldOf(ImportField meaning, List<Option<string>> columns) =>
        new(meaning.Name, [new Option<string>(None, "Not in the file"), .. columns])
        {
            Label = meaning.Label,
            Hint = meaning.Hint.Length > 0 ? meaning.Hint : null,
            AsSelect = true,
            Optional = !meaning.Required,
            MissingMessage = $"Select the column that holds “{meaning.Label}”",
            Rule = (chosen, _) =>
                meaning.Required && chosen == None
                    ? $"Select the column that holds “{meaning.Label}”"
                    : null,
        };
}
