using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Carers.Staff;

/// <summary>Replaces a row of the register by a right one.</summary>
[ForRoles(Role.TeamManager, Role.PanelAdviser)]
public sealed class CorrectEntryModel(
    CarerReads carers,
    RegisterReads register,
    Carers.CorrectRegister correct
) : FormPage
{
    private static readonly TextField Name = new("name")
    {
        Label = "Full name",
        MissingMessage = "Enter the full name",
        Spellcheck = false,
        Max = 401,
    };

    private static readonly TextField Address = new("address")
    {
        Label = "Address",
        MissingMessage = "Enter the address",
        Spellcheck = false,
        Rows = 3,
        Max = 700,
    };

    private static readonly DateField Born = new("born")
    {
        Label = "Date of birth",
        Hint = "For example, 27 3 1984",
        MissingMessage = "Enter the date of birth",
        Latest = today => today.AddYears(-18),
        LatestMessage = "Date of birth must be at least 18 years ago",
    };

    private static readonly ChoiceField<string> Sex = new("sex")
    {
        Label = "Sex",
        Options = [new("Female", "Female"), new("Male", "Male"), new("Not known", "Not known")],
        MissingMessage = "Select female, male or not known",
    };

    private static readonly TextField Reason = new("reason")
    {
        Label = "What was wrong?",
        Hint = "At least 20 characters. The reason stays in the register.",
        MissingMessage = "Say what was wrong",
        Rows = 3,
        Max = 2000,
    };

    public CarerHousehold Household { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid caseId, Guid entryId, CancellationToken ct)
    {
        if (await LoadAsync(caseId, entryId, ct) is not { } entry)
            return NotFound();
        Form.Fill(Name, entry.Name)
            .Fill(Address, entry.Address)
            .Fill(Born, entry.DateOfBirth)
            .Fill(Sex, entry.Sex ?? "Not known");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid caseId, Guid entryId, CancellationToken ct) =>
        await LoadAsync(caseId, entryId, ct) is null
            ? NotFound()
            : await SendAsync(
                async token =>
                    await correct.RunAsync(
                        new(
                            entryId,
                            Form.Must(Name),
                            Form.Must(Address),
                            Form.Get(Born),
                            Form.Must(Sex) is "Not known" ? null : Form.Must(Sex),
                            Form.Must(Reason)
                        ),
                        Actor,
                        token
                    ),
                CarerLinks.RegisterOf(caseId),
                "The register is corrected. The earlier entry is kept below.",
                ct
            );

    private async Task<RegisterEntry?> LoadAsync(Guid caseId, Guid entryId, CancellationToken ct)
    {
        Form = new Form(Name, Address, Born, Sex, Reason);
        if (await carers.FindAsync(caseId, ct) is not { } household)
            return null;
        Household = household;
        return (await register.EntriesAsync(caseId, ct)).FirstOrDefault(e => e.Id == entryId);
    }
}
