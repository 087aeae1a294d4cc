using Foster.Web.Foundation.Journeys;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Applicant;

/// <summary>One person who lives with the applicants.</summary>
public sealed class HouseholdMemberModel : TypedPage
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

    public HouseholdMemberModel(ApplyReads reads, ProgressReads progress, SaveHouseholdMember save)
        : base(reads, progress)
    {
        this.save = save;
        Form = new Form(Given, Family, Born, Relationship);
    }

    public override ApplySection Section => ApplySections.Of("household");

    public Guid? Id { get; private set; }

    protected override string TypedKey => "household/" + (Id?.ToString() ?? "add");

    protected override string LeavePath => "/apply/household";

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
            return NotFound();
        if (Facts.Others.FirstOrDefault(p => p.PersonId == Id) is { } person)
            Form.Fill(Given, person.GivenName)
                .Fill(Family, person.FamilyName)
                .Fill(Born, person.DateOfBirth)
                .Fill(Relationship, person.Relationship);
        await TakeUpAsync(ct);
        return Page();
    }

    public Task<IActionResult> OnPostKeepAsync(string id, CancellationToken ct) =>
        LaterAsync(id, ct);

    public Task<IActionResult> OnPostLaterAsync(string id, CancellationToken ct) =>
        LaterAsync(id, ct);

    public async Task<IActionResult> OnPostForgetAsync(string id, CancellationToken ct) =>
        await FindAsync(id, ct) ? await ForgetTypedAsync(ct) : NotFound();

    private async Task<IActionResult> LaterAsync(string id, CancellationToken ct) =>
        await FindAsync(id, ct) ? await KeepTypedAsync(ct) : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken ct) =>
        await FindAsync(id, ct)
            ? await SendAsync(
                token =>
                    DoneAsync(
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
                        token
                    ),
                "/apply/household",
                "Saved. Say below whether that is everybody.",
                ct
            )
            : NotFound();

    private async Task<bool> FindAsync(string id, CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return false;
        if (id == "add")
            return Facts.Others.Count < SaveHouseholdMember.Most;
        Id = Guid.TryParse(id, out var found) ? found : null;
        return Facts.Others.Any(p => p.PersonId == Id);
    }
}
