using Foster.Web.Foundation.Journeys;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Applicant;

/// <summary>One person who can speak for the applicant.</summary>
public sealed class RefereePageModel : ApplyPage
{
    private static readonly TextField Name = new("name")
    {
        Label = "Full name",
        MissingMessage = "Enter their full name",
        Spellcheck = false,
    };

    private static readonly TextField Relationship = new("relationship")
    {
        Label = "How do they know you?",
        Hint = "For example, friend, neighbour or sister",
        MissingMessage = "Enter how they know you",
        Max = 100,
    };

    private static readonly NumberField Years = new("years-known")
    {
        Label = "How many years have they known you?",
        Called = "Years known",
        MissingMessage = "Enter how many years they have known you",
        Max = 100,
    };

    private static readonly EmailField Email = new("email")
    {
        Label = "Their email address",
        Hint = "Give an email address, a telephone number or both",
        Optional = true,
    };

    private static readonly PhoneField Telephone = new("telephone")
    {
        Label = "Their telephone number",
        Optional = true,
    };

    private static readonly TextField Address = new("address")
    {
        Label = "Their address",
        Optional = true,
        Rows = 3,
        Max = 500,
        Spellcheck = false,
    };

    private static readonly TickField Adult = new("adult")
    {
        Label = "They are 18 or over and do not live with me",
        MustBeTicked = "Confirm that they are 18 or over and do not live with you",
    };

    private readonly AddReferee add;
    private readonly ChangeReferee change;
    private readonly RemoveReferee remove;

    public RefereePageModel(
        ApplyReads reads,
        ProgressReads progress,
        AddReferee add,
        ChangeReferee change,
        RemoveReferee remove
    )
        : base(reads, progress)
    {
        (this.add, this.change, this.remove) = (add, change, remove);
        Form = new Form(Name, Relationship, Years, Email, Telephone, Address, Adult);
    }

    public override ApplySection Section => ApplySections.Of("referees");

    public Guid? Id { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
            return NotFound();
        if (Who.Referees.FirstOrDefault(r => r.Id == Id) is { } referee)
            Form.Fill(Name, referee.Name)
                .Fill(Relationship, referee.Relationship)
                .Fill(Years, (int?)referee.YearsKnown)
                .Fill(Email, referee.Email)
                .Fill(Telephone, referee.Telephone)
                .Fill(Address, referee.Address)
                .Fill(Adult, (bool?)referee.SaidToBeAdult);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken ct) =>
        await FindAsync(id, ct)
            ? await SendAsync(
                token =>
                    Id is { } referee
                        ? change.RunAsync(new(referee, Typed()), Actor, token)
                        : add.RunAsync(Typed(), Actor, token),
                "/apply/referees",
                "The person is saved.",
                ct
            )
            : NotFound();

    public async Task<IActionResult> OnPostRemoveAsync(string id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct) || Id is not { } referee)
            return NotFound();
        Form = new Form();
        return await SendAsync(
            token => remove.RunAsync(new(referee), Actor, token),
            "/apply/referees",
            "The person was taken out.",
            ct
        );
    }

    private AddRefereeInput Typed() =>
        new(
            Form.Must(Name),
            Form.Must(Relationship),
            Form.Must(Years),
            Form.Get(Email),
            Form.Get(Telephone),
            Form.Get(Address),
            Form.Must(Adult)
        );

    private async Task<bool> FindAsync(string id, CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return false;
        if (id == "add")
            return true;
        Id = Guid.TryParse(id, out var found) ? found : null;
        return Who.Referees.Any(r => r.Id == Id);
    }
}
