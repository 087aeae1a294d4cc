using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Reminders.SignedIn;

/// <summary>Why somebody gets reminders, and which of them they can do without.</summary>
public sealed class ChoicesModel(ReminderReads reads, ChooseReminders choose) : FormPage
{
    private MultiChoiceField<string> wanted = new("wanted");

    public IReadOnlyList<ReminderRule> Always { get; private set; } = [];
    public bool HasChoice { get; private set; }
    public bool Any => HasChoice || Always.Count > 0;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return await SendAsync(
            stop => choose.RunAsync(new(Form.Get(wanted) ?? []), Actor, stop),
            ReminderLinks.Choices,
            "Your choice is saved.",
            ct
        );
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var mine = await reads.MineAsync(Actor, ct);
        Always = [.. mine.Where(m => m.Rule.IsStatutory).Select(m => m.Rule)];
        var optional = mine.Where(m => !m.Rule.IsStatutory).ToList();
        HasChoice = optional.Count > 0;
        wanted = new("wanted")
        {
            Label = "Which of these do you want to get?",
            Hint =
                "They are our own policy. They come between 8 in the morning and 8 in the evening.",
            Optional = true,
            Options =
            [
                .. optional.Select(m => new Option<string>(m.Rule.Id, m.Rule.About)
                {
                    Hint = m.Rule.Id,
                }),
            ],
        };
        Form = HasChoice ? new(wanted) : new();
        if (HasChoice)
            Form.Fill(wanted, [.. optional.Where(m => !m.Declined).Select(m => m.Rule.Id)]);
    }
}
