using Foster.Web.Foundation.Journeys;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Applicant;

/// <summary>One address with its dates.</summary>
public sealed class AddressModel : TypedPage
{
    private static readonly TextField Lines = new("lines")
    {
        Label = "Street and house number",
        MissingMessage = "Enter the street and house number",
        Autocomplete = "street-address",
        Rows = 3,
        Max = 500,
        Spellcheck = false,
    };

    private static readonly TextField Town = new("town")
    {
        Label = "Town or city",
        Optional = true,
        Autocomplete = "address-level2",
        Spellcheck = false,
        Max = 100,
    };

    private static readonly TextField Postcode = new("postcode")
    {
        Label = "Postcode, or the country if it was abroad",
        Called = "Postcode or country",
        MissingMessage = "Enter the postcode, or the country",
        Max = 60,
        Spellcheck = false,
        Width = "govuk-input--width-20",
    };

    private static readonly DateField From = new("from")
    {
        Label = "When did you move in?",
        Called = "The day you moved in",
        Hint = "If you do not know the day, use the 1st of the month",
        MissingMessage = "Enter the day you moved in",
        Latest = today => today,
        LatestMessage = "The day you moved in must be today or in the past",
    };

    private static readonly YesNoField Here = new("here")
    {
        Label = "Do you live there now?",
        MissingMessage = "Select yes if you live there now",
    };

    private static readonly DateField To = new("to")
    {
        Label = "When did you move out?",
        Called = "The day you moved out",
        Hint = "Leave this empty if you live there now",
        MissingMessage = "Enter the day you moved out",
        Latest = today => today,
        LatestMessage = "The day you moved out must be today or in the past",
        OnlyWhen = form => form.Get(Here) != true,
    };

    private readonly SaveAddress save;
    private readonly RemoveAddress remove;

    public AddressModel(
        ApplyReads reads,
        ProgressReads progress,
        SaveAddress save,
        RemoveAddress remove
    )
        : base(reads, progress)
    {
        (this.save, this.remove) = (save, remove);
        Form = new Form(Lines, Town, Postcode, From, Here, To);
    }

    public override ApplySection Section => ApplySections.Of("addresses");

    public Guid? Id { get; private set; }

    protected override string TypedKey => "addresses/" + (Id?.ToString() ?? "add");

    protected override string LeavePath => "/apply/addresses";

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
            return NotFound();
        if (Who.Addresses.FirstOrDefault(a => a.Id == Id) is { } address)
            Form.Fill(Lines, address.Lines)
                .Fill(Town, address.Town)
                .Fill(Postcode, address.Postcode)
                .Fill(From, address.From)
                .Fill(Here, (bool?)(address.To is null))
                .Fill(To, address.To);
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
                                Form.Must(Lines),
                                Form.Get(Town),
                                PostcodeField.Normalise(Form.Must(Postcode)) ?? Form.Must(Postcode),
                                Form.Must(From),
                                Form.Must(Here) ? null : Form.Must(To)
                            ),
                            Actor,
                            token
                        ),
                        token
                    ),
                "/apply/addresses",
                "The address is saved.",
                ct
            )
            : NotFound();

    public async Task<IActionResult> OnPostRemoveAsync(string id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct) || Id is not { } address)
            return NotFound();
        Form = new Form();
        return await SendAsync(
            token => remove.RunAsync(new(address), Actor, token),
            "/apply/addresses",
            "The address was taken out.",
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
        return Who.Addresses.Any(a => a.Id == Id);
    }
}
