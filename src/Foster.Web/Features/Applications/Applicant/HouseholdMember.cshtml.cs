using Foster.Web.Foundation.Journeys;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Applicant;

/// <summary>One person who lives with the applicants.</summary>
public sealed class HouseholdMemberModel : ApplyPage
{
    private static readonly TextField Given = new("given-name")
    {
        Label = "First name",
        MissingMessage = "Enter their first name",
        Spellcheck = false,
        Max = 100,
    };

    private static readonly TextField Family = new("family-name")
    {
        Label = "Last name",
        MissingMessage = "Enter their last name",
        Spellcheck = false,
        Max = 100,
    };

    private static readonly DateField Born = new("date-of-birth")
    {
        Label = "Date of birth",
        Hint = "For example, 14 9 2015",
        MissingMessage = "Enter their date of birth",
        Latest = today => today,
        LatestMessage = "Date of birth must be today or in the past",
    };

    private static readonly TextField Relationship = new("relationship")
    {
        Label = "Who are they to you?",
        Hint = "For example, daughter, mother or lodger",
        MissingMessage = "Enter who they are to you",
        Max = 100,
    };

    private readonly SaveHouseholdMember save;
    private readonly RemoveHouseholdMember remove;

    public HouseholdMemberModel(
        ApplyReads reads,
        ProgressReads progress,
        SaveHouseholdMember save,
        RemoveHouseholdMember remove
    )
        : base(reads, progress)
    {
        (this.save, this.remove) = (save, remove);
        Form = new Form(Given, Family, Born, Relationship);
    }

    public override ApplySection Section => ApplySections.Of("household");

    public Guid? Id { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
            return NotFound();
        if (Facts.Others.FirstOrDefault(p => p.PersonId == Id) is { } person)
            Form.Fill(Given, person.GivenName)
                .Fill(Family, person.FamilyName)
                .Fill(Born, person.DateOfBirth)
                .Fill(Relationship, person.Relationship);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken ct) =>
        await FindAsync(id, ct)
            ? await SendAsync(
                token =>
                    save.RunAsync(
                        new(
                            Id,
                            Form.Must(Given),
                            Form.Must(Family),
                            Form.Must(Born),
                            Form.Must(Relationship)
                        ),
                        Actor,
                        token
                    ),
                "/apply/household",
                "Saved. Say below whether that is everybody.",
                ct
            )
            : NotFound();

    public async Task<IActionResult> OnPostRemoveAsync(string id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct) || Id is not { } person)
            return NotFound();
        Form = new Form();
        return await SendAsync(
            token => remove.RunAsync(new(person), Actor, token),
            "/apply/household",
            "The person was taken out. Say below whether that is everybody.",
            ct
        );
    }

    private async Task<bool> FindAsync(string id, CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return false;
        if (id == "add")
            return true;
        Id = Guid.TryParse(id, out var found) ? found : null;
        return Facts.Others.Any(p => p.PersonId == Id);
    }
}
