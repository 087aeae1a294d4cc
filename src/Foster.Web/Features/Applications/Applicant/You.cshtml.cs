using Foster.Web.Foundation.Journeys;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Applicant;

/// <summary>Who the applicant is and how to reach them.</summary>
public sealed class YouModel : TypedPage
{
    private static readonly TextField Given = new("given-name")
    {
        Label = "First name and any middle names",
        MissingMessage = "Enter your first name",
        Autocomplete = "given-name",
        Spellcheck = false,
        Max = 100,
    };

    private static readonly TextField Family = new("family-name")
    {
        Label = "Last name",
        MissingMessage = "Enter your last name",
        Autocomplete = "family-name",
        Spellcheck = false,
        Max = 100,
    };

    private static readonly TextField Previous = new("previous-names")
    {
        Label = "Any names you have had before",
        Hint = "Such as a name before marriage. We need them for the checks.",
        Optional = true,
        Spellcheck = false,
    };

    private static readonly DateField Born = new("date-of-birth")
    {
        Label = "Date of birth",
        Hint = "For example, 27 3 1984",
        MissingMessage = "Enter your date of birth",
        Autocomplete = "bday",
        Latest = today => today,
        LatestMessage = "Date of birth must be in the past",
    };

    private static readonly PhoneField Telephone = new("telephone")
    {
        Label = "Telephone number",
        MissingMessage = "Enter a telephone number",
        Autocomplete = "tel",
    };

    private static readonly EmailField Email = new("email")
    {
        Label = "Email address",
        Hint = "You may share one with your partner",
        Optional = true,
        Autocomplete = "email",
    };

    private readonly SaveYou save;

    public YouModel(ApplyReads reads, ProgressReads progress, SaveYou save)
        : base(reads, progress)
    {
        this.save = save;
        Form = new Form(Given, Family, Previous, Born, Telephone, Email);
    }

    public override ApplySection Section => ApplySections.Of("you");

    protected override string TypedKey => "you";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        Form.Fill(Given, Who.Person.GivenName)
            .Fill(Family, Who.Person.FamilyName)
            .Fill(Previous, Who.Part.PreviousNames)
            .Fill(Born, Who.Person.DateOfBirth)
            .Fill(Telephone, Who.Person.Telephone)
            .Fill(Email, Who.Person.Email);
        await TakeUpAsync(ct);
        return Page();
    }

    public Task<IActionResult> OnPostKeepAsync(CancellationToken ct) => LaterAsync(ct);

    public Task<IActionResult> OnPostLaterAsync(CancellationToken ct) => LaterAsync(ct);

    public async Task<IActionResult> OnPostForgetAsync(CancellationToken ct) =>
        await LoadAsync(ct) ? await ForgetTypedAsync(ct) : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await LoadAsync(ct)
            ? await SendAsync(
                token =>
                    DoneAsync(
                        save.RunAsync(
                            new(
                                Form.Must(Given),
                                Form.Must(Family),
                                Form.Get(Previous),
                                Form.Must(Born),
                                Form.Must(Telephone),
                                Form.Get(Email)
                            ),
                            Actor,
                            token
                        ),
                        token
                    ),
                "/apply",
                "Your details are saved.",
                ct
            )
            : NotFound();

    private async Task<IActionResult> LaterAsync(CancellationToken ct) =>
        await LoadAsync(ct) ? await KeepTypedAsync(ct) : NotFound();
}
